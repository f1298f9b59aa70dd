import type { JsThread } from './js-thread';

/** How a call of user code ended. */
export type Outcome =
  | { readonly threw: false; readonly value: unknown }
  | { readonly threw: true; readonly error: unknown };

export type Callable = (...args: unknown[]) => unknown;

export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

/** A handler property as it is now. A getter that throws counts as a handler that does. */
export function readHandler(target: object, name: string): unknown {
  try {
    return Reflect.get(target, name);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/**
 * Calls user code on a thread: the only place where the native side does. At depth 0 the thread's promise jobs run
 * when the call returns (L-90), not when it throws and not inside a nested call (L-91).
 */
export function callUser(thread: JsThread, callee: Callable, self: unknown, args: unknown[]): Outcome {
  const outer = thread.watchdog.enter();
  const outcome = callWatched(thread, callee, self, args);
  thread.watchdog.leave(outer);
  return outcome;
}

/** Runs the thread's promise jobs outside of any call, such as those that another thread has woken. */
export function drainJobs({ realm, watchdog }: JsThread): void {
  const outer = watchdog.enter();
  realm?.drain();
  watchdog.leave(outer);
}

function callWatched(thread: JsThread, callee: Callable, self: unknown, args: unknown[]): Outcome {
  thread.depth++;
  let value: unknown;
  try {
    value = Reflect.apply(callee, self, args);
  } catch (error) {
    thread.depth--;
    return { threw: true, error };
  }
  thread.depth--;
  if (thread.depth === 0) thread.realm?.drain();
  return { threw: false, value };
}
