import { AsyncResource } from 'node:async_hooks';
import { url as debuggerUrl } from 'node:inspector';
import { MessageChannel, type MessagePort, Worker as NodeThread, receiveMessageOnPort } from 'node:worker_threads';
import { type Ending, InterruptibleCalls } from './interruptible-call';
import { cell, mark, type StoppedFrame } from './watchdog-cells';

/** How a guarded call ended. */
export type Guarded<T> =
  | Extract<Ending<T>, { readonly cut: false }>
  /** User code in it did not return; its frames, innermost first, as far as they are known. */
  | { readonly cut: true; readonly frames: readonly StoppedFrame[] };

interface Thread {
  readonly worker: NodeThread;
  readonly calls: InterruptibleCalls;
  readonly frames: MessagePort;
}

/** What is made in the async context of a test keeps that test in memory. Destroyed, as `--detectOpenHandles` would list it. */
const outside = new AsyncResource('fake-ohos-worker', { requireManualDestroy: true }).emitDestroy();

/**
 * Cuts off user code that does not return. A thread of its own looks at what runs here, and has V8 end what is overdue.
 * Only code of the user's is cut off: whatever the rules do for it is done as a whole.
 */
export class Watchdog {
  readonly #cells = new Int32Array(new SharedArrayBuffer(16));
  #thread: Thread | undefined;
  #guarding = false;
  #cuts = false;
  #open = false;
  #lastCall = 0;
  #call = 0;

  /**
   * @param file the thread's compiled script.
   * @param callFile the name that the call of the inspector has on stacks.
   * @param patience after how many milliseconds the code is cut off without having been looked at. The debugger first
   *   hears of all scripts that are loaded: of 20,000 in a third of a second. Until it has, nothing may end it.
   */
  constructor(
    private readonly file: string | { readonly code: string },
    private readonly callFile: string,
    private readonly patience = 15_000,
  ) {}

  get isGuarding(): boolean {
    return this.#guarding;
  }

  /** Calls `body`, in which a call of user code may take so many milliseconds; 0 for ever. Throws what it throws. */
  guard<T>(milliseconds: number, body: () => T): Guarded<T> {
    if (this.#isOff(milliseconds)) return { cut: false, value: body() };
    const { calls, frames } = this.#begun(milliseconds, true);
    const end = this.#callGuarded(calls, body) ?? { cut: false, value: body() };
    return end.cut ? { cut: true, frames: lastOf(frames) } : end;
  }

  /** As {@link guard}, at a hundredth of its cost: code that takes longer goes on, and the thread says so on stderr. */
  watch<T>(milliseconds: number, body: () => T): T {
    if (this.#isOff(milliseconds)) return body();
    this.#begun(milliseconds, false);
    this.#guarding = true;
    try {
      return body();
    } finally {
      this.#guarding = false;
      this.#begin(0);
    }
  }

  /** Code of ours calls code of the user's, whose time begins. Answers what {@link leave} takes. */
  enter(): number {
    if (!this.#guarding) return 0;
    const outer = this.#call;
    this.#begin(++this.#lastCall);
    this.#turn(true);
    return outer;
  }

  /** The call has returned. */
  leave(outer: number): void {
    if (!this.#guarding) return;
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

  /** Ends the thread; the next guarded call starts another one. */
  close(): void {
    this.#thread?.calls.close();
    void this.#thread?.worker.terminate();
    this.#thread = undefined;
  }

  /** Who steps through code takes their time. */
  #isOff(milliseconds: number): boolean {
    return milliseconds === 0 || this.#guarding || debuggerUrl() !== undefined;
  }

  #begun(milliseconds: number, cuts: boolean): Thread {
    this.#thread ??= outside.runInAsyncScope(() => this.#start());
    this.#cuts = cuts;
    Atomics.store(this.#cells, cell.limit, milliseconds);
    Atomics.store(this.#cells, cell.cuts, cuts ? 1 : 0);
    return this.#thread;
  }

  /** Whoever is being cut off waits here until that is done, or found to be unnecessary. */
  #turn(open: boolean): void {
    if (!this.#cuts) return;
    const [from, to] = open ? [mark.closed, mark.open] : [mark.open, mark.closed];
    while (Atomics.compareExchange(this.#cells, cell.mark, from, to) === mark.stopping);
    this.#open = open;
  }

  #begin(call: number): void {
    this.#call = call;
    Atomics.store(this.#cells, cell.call, call);
  }

  #callGuarded<T>(calls: InterruptibleCalls, body: () => T): Ending<T> | undefined {
    this.#guarding = true;
    try {
      return calls.call(body);
    } finally {
      // What was cut off has come to no end of its own.
      this.#guarding = false;
      this.#open = false;
      this.#begin(0);
      Atomics.store(this.#cells, cell.mark, mark.closed);
    }
  }

  #start(): Thread {
    const { port1, port2 } = new MessageChannel();
    const options = {
      workerData: { cells: this.#cells, frames: port2, patience: this.patience },
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
    return { worker, calls: new InterruptibleCalls(this.callFile), frames: port1 };
  }
}

function lastOf(port: MessagePort): readonly StoppedFrame[] {
  let last: readonly StoppedFrame[] = [];
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    last = next.message as readonly StoppedFrame[];
  }
  return last;
}
