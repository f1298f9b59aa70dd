import type { CallingThread, Class, Library } from './library';

const AsyncLockMode = { SHARED: 1, EXCLUSIVE: 2 };

interface Waiting {
  readonly thread: CallingThread;
  readonly goOn: () => void;
}

type TimerFunctions = [typeof setTimeout, typeof clearTimeout];

interface Asking extends Waiting {
  readonly mode: number;
}

/** Who holds a lock, and who waits for it, in the order in which they asked. */
class LockState {
  /** The number of those that share it, or -1 for the one that has it for itself. */
  #holders = 0;
  readonly #waiting: Asking[] = [];

  ask(asking: Asking): void {
    if (this.#waiting.length === 0 && this.#take(asking.mode)) asking.goOn();
    else this.#waiting.push(asking);
  }

  release(): void {
    this.#holders = Math.max(0, this.#holders - 1);
    for (let [next] = this.#waiting; next !== undefined && this.#take(next.mode); [next] = this.#waiting) {
      this.#waiting.shift();
      next.thread.wake(next.goOn);
    }
  }

  #take(mode: number): boolean {
    const shares = mode === AsyncLockMode.SHARED;
    if (shares ? this.#holders < 0 : this.#holders !== 0) return false;
    this.#holders = shares ? this.#holders + 1 : -1;
    return true;
  }
}

/** `ArkTSUtils.locks`. What an object guards is kept beside it: a copy of a lock is another lock. */
export function createLocks(library: Library): object {
  return { AsyncLock: createAsyncLock(library), AsyncLockMode, ConditionVariable: createConditionVariable(library) };
}

function createAsyncLock(library: Library): Class {
  const states = new WeakMap<object, LockState>();
  const type = defineNamed(library, 'AsyncLock');
  library.defineMethods(type, 'reads', {
    lockAsync: (self, [callback, mode = AsyncLockMode.EXCLUSIVE]) => {
      if (typeof callback !== 'function') library.raise(401, 'Parameter error.The callback must be a function.');
      const state = states.get(self) ?? new LockState();
      states.set(self, state);
      const thread = library.thread();
      const RealmPromise = thread.global('Promise') as PromiseConstructor;
      const granted = new RealmPromise<void>((goOn) => state.ask({ thread, mode: Number(mode), goOn }));
      // A function of ours as a promise job would wait for the test's realm; the one that `finally` makes does not.
      return granted.then(callback as () => unknown).finally(() => state.release());
    },
  });
  return type;
}

function createConditionVariable(library: Library): Class {
  const queues = new WeakMap<object, Waiting[]>();
  const type = defineNamed(library, 'ConditionVariable');
  const queueOf = (self: object): Waiting[] => {
    const queue = queues.get(self) ?? [];
    queues.set(self, queue);
    return queue;
  };
  const notify = (self: object, count: number): void => {
    for (const { thread, goOn } of queueOf(self).splice(0, count)) thread.wake(goOn);
  };
  library.defineMethods(type, 'reads', {
    wait: (self) => waitIn(queueOf(self), library.thread(), undefined),
    waitFor: (self, [timeout]) => waitIn(queueOf(self), library.thread(), Number(timeout)),
    notifyOne: (self) => notify(self, 1),
    notifyAll: (self) => notify(self, Number.POSITIVE_INFINITY),
  });
  return type;
}

/** Until the thread is notified, or for so many milliseconds. */
function waitIn(queue: Waiting[], thread: CallingThread, timeout: number | undefined): Promise<void> {
  const RealmPromise = thread.global('Promise') as PromiseConstructor;
  const [startTimer, clearTimer] = [thread.global('setTimeout'), thread.global('clearTimeout')] as TimerFunctions;
  return new RealmPromise((goOn) => {
    if (timeout === undefined) return void queue.push({ thread, goOn });
    const waiting = {
      thread,
      goOn: () => {
        clearTimer(timer);
        goOn();
      },
    };
    const timer = startTimer(() => {
      // It may have been notified already, in a task that is still to come.
      if (queue.includes(waiting)) queue.splice(queue.indexOf(waiting), 1);
      goOn();
    }, timeout);
    queue.push(waiting);
  });
}

/** A class whose objects have a name, by which `request` finds them from every thread. */
function defineNamed(library: Library, className: string): Class {
  const known = new WeakMap<object, Map<string, object>>();
  const type = library.defineClass(className, ([name], target) => {
    const made = Object.create(target.prototype as object) as object;
    return Object.freeze(Object.assign(made, { name: name === undefined ? 'anonymousLock' : String(name) }));
  });
  library.defineStatics(type, {
    request: (name: string): object => {
      const { process } = library.thread();
      const ofProcess = known.get(process) ?? new Map<string, object>();
      known.set(process, ofProcess);
      const found = ofProcess.get(name) ?? (Reflect.construct(type, [name]) as object);
      ofProcess.set(name, found);
      return found;
    },
  });
  return type;
}
