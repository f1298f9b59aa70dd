import { AsyncResource, executionAsyncId } from 'node:async_hooks';
import { url as debuggerUrl, Session } from 'node:inspector';
import { MessageChannel, type MessagePort, Worker as NodeThread, receiveMessageOnPort } from 'node:worker_threads';
import { cell, mark, type StoppedFrame } from './watchdog-cells';

/** How a watched stretch ended. */
export type Watched<T> =
  | { readonly cut: false; readonly value: T }
  /** User code in it did not return; its frames, innermost first, as far as they are known. */
  | { readonly cut: true; readonly frames: readonly StoppedFrame[] };

interface Thread {
  readonly worker: NodeThread;
  /** Cut off code lands where this calls it. */
  readonly session: Session;
  readonly frames: MessagePort;
}

const key = Symbol.for('fake-ohos-worker.watched');

/** What is made in the async context of a test keeps that test in memory. Destroyed, as `--detectOpenHandles` would list it. */
const outside = new AsyncResource('fake-ohos-worker', { requireManualDestroy: true }).emitDestroy();

/**
 * Cuts off user code that does not return. A thread of its own looks at what runs here. V8 then unwinds the stack, past
 * every `catch` and `finally`, down to the call of the inspector that {@link watch} makes: that costs a tenth of what a
 * `timeout` of `vm` does, which starts a thread for each call. Only code of the user's is cut off: whatever the rules
 * do for it is done as a whole.
 */
export class Watchdog {
  readonly #cells = new Int32Array(new SharedArrayBuffer(12));
  #thread: Thread | undefined;
  #watching = false;
  #open = false;
  #lastCall = 0;
  #call = 0;

  /**
   * @param file the thread's compiled script.
   * @param expressionFile the name that the call of the inspector has on stacks.
   */
  constructor(
    private readonly file: string | { readonly code: string },
    private readonly expressionFile: string,
  ) {}

  get isWatching(): boolean {
    return this.#watching;
  }

  /** Calls `body`, in which a call of user code may take so many milliseconds; 0 for ever. Throws what it throws. */
  watch<T>(milliseconds: number, body: () => T): Watched<T> {
    // Who steps through code takes their time.
    if (milliseconds === 0 || this.#watching || debuggerUrl() !== undefined) return { cut: false, value: body() };
    this.#thread ??= outside.runInAsyncScope(() => this.#start());
    const { session, frames } = this.#thread;
    Atomics.store(this.#cells, cell.limit, milliseconds);
    const asyncId = executionAsyncId();
    let begun = false;
    let end: (() => T) | undefined;
    global[key] = () => {
      begun = true;
      try {
        const value = body();
        end = () => value;
      } catch (error) {
        end = () => {
          throw error;
        };
      }
    };
    this.#watching = true;
    try {
      session.post('Runtime.evaluate', { expression: `${access}\n//# sourceURL=${this.expressionFile}`, silent: true });
    } finally {
      this.#forget();
    }
    if (end !== undefined) return { cut: false, value: (end as () => T)() };
    if (!begun) return { cut: false, value: body() };
    closeAsyncContexts(asyncId);
    return { cut: true, frames: lastOf(frames) };
  }

  /** Code of ours calls code of the user's, whose time begins. Answers what {@link leave} takes. */
  enter(): number {
    if (!this.#watching) return 0;
    const outer = this.#call;
    this.#begin(++this.#lastCall);
    this.#turn(true);
    return outer;
  }

  /** The call has returned. */
  leave(outer: number): void {
    if (!this.#watching) return;
    this.#turn(false);
    this.#begin(outer === 0 ? 0 : ++this.#lastCall);
  }

  /** Code of the user's, or that of a test, calls `body`, which is done as a whole. */
  shield<T>(body: () => T): T {
    if (!this.#open) return body();
    this.#turn(false);
    try {
      return body();
    } finally {
      this.#turn(true);
    }
  }

  /** As {@link shield}; and the time that it takes does not count. */
  pause<T>(body: () => T): T {
    if (this.#call === 0) return body();
    return this.shield(() => {
      this.#begin(0);
      try {
        return body();
      } finally {
        this.#begin(++this.#lastCall);
      }
    });
  }

  /** Ends the thread; the next watch starts another one. */
  close(): void {
    this.#thread?.session.disconnect();
    void this.#thread?.worker.terminate();
    this.#thread = undefined;
  }

  /** Whoever is being cut off waits here until that is done, or found to be unnecessary. */
  #turn(open: boolean): void {
    const [from, to] = open ? [mark.closed, mark.open] : [mark.open, mark.closed];
    while (Atomics.compareExchange(this.#cells, cell.mark, from, to) === mark.stopping);
    this.#open = open;
  }

  #begin(call: number): void {
    this.#call = call;
    Atomics.store(this.#cells, cell.call, call);
  }

  #forget(): void {
    global[key] = undefined; // It would keep the realm of the test in memory.
    this.#watching = false;
    this.#open = false;
    this.#begin(0);
    Atomics.store(this.#cells, cell.mark, mark.closed);
  }

  #start(): Thread {
    const { port1, port2 } = new MessageChannel();
    const options = {
      workerData: { cells: this.#cells, frames: port2 },
      transferList: [port2],
      env: {},
      execArgv: [],
      name: 'fake-ohos-worker watchdog',
    };
    const { file } = this;
    const worker =
      typeof file === 'string' ? new NodeThread(file, options) : new NodeThread(file.code, { ...options, eval: true });
    // Without it nothing is cut off, and everything else works.
    worker.on('error', () => undefined);
    worker.unref();
    const session = new Session();
    session.connect();
    return { worker, session, frames: port1 };
  }
}

/** The global object that the inspector evaluates in, from whatever realm this runs in: that of Node's modules. */
const global = (Session as unknown as { constructor: FunctionConstructor }).constructor('return globalThis')() as {
  [key]?: (() => void) | undefined;
  readonly process: { binding(name: string): AsyncWrap };
};

const access = `globalThis[Symbol.for('${key.description}')]()`;

/** Node's own book of async contexts, as far as we need it. Node 24, which has async hooks for debugging only, hides it. */
interface AsyncWrap {
  popAsyncContext(asyncId: number): boolean;
}

/**
 * Where async hooks are on, a promise job that was cut off has entered a context and never left it, and Node ends the
 * process as soon as it notices.
 */
function closeAsyncContexts(outer: number): void {
  if (executionAsyncId() === outer) return;
  try {
    const contexts = global.process.binding('async_wrap');
    while (executionAsyncId() !== outer && contexts.popAsyncContext(executionAsyncId()));
  } catch {
    // Then it can't be done.
  }
}

function lastOf(port: MessagePort): readonly StoppedFrame[] {
  let last: readonly StoppedFrame[] = [];
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    last = next.message as readonly StoppedFrame[];
  }
  return last;
}
