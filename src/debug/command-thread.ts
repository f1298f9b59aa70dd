import { AsyncResource } from 'node:async_hooks';
import { MessageChannel, type MessagePort, Worker as NodeThread, receiveMessageOnPort } from 'node:worker_threads';
import type { CommandPort } from './command-port';
import type { Request, ServerMessage } from './protocol';
import { cell, type ThreadData } from './thread-data';

/** So many milliseconds the process stays for the clients to hear that it ends. */
const farewell = 500;

/** So many milliseconds the server may take to begin. */
const patience = 30_000;

/** What is made in the async context of a test keeps that test in memory. */
const outside = new AsyncResource('fake-ohos-worker', { requireManualDestroy: true }).emitDestroy();

/** The clients of the debugger: a server for them runs in a thread of its own, for the test's thread may be blocked. */
export class CommandThread implements CommandPort {
  readonly #cells = new Int32Array(new SharedArrayBuffer(12));
  readonly #channel: MessagePort;

  /** @param file the thread's compiled script. */
  constructor(file: string, data: Pick<ThreadData, 'token' | 'port' | 'page' | 'parent'>) {
    const { port1, port2 } = new MessageChannel();
    this.#channel = port1;
    const workerData: ThreadData = { ...data, cells: this.#cells, channel: port2 };
    const options = { workerData, transferList: [port2], env: {}, execArgv: [], name: 'fake-ohos-worker debugger' };
    const thread = outside.runInAsyncScope(() => new NodeThread(file, options));
    thread.unref();
    process.once('exit', () => this.#end());
  }

  /** Where the server listens. Blocks until it does; `undefined` if it can't. */
  get port(): number | undefined {
    Atomics.wait(this.#cells, cell.port, 0, patience);
    const port = Atomics.load(this.#cells, cell.port);
    return port > 0 ? port : undefined;
  }

  tell(message: ServerMessage): void {
    this.#channel.postMessage(message);
  }

  nextRequest(): Request {
    for (;;) {
      const seen = Atomics.load(this.#cells, cell.requests);
      const received = receiveMessageOnPort(this.#channel);
      if (received !== undefined) return received.message as Request;
      Atomics.wait(this.#cells, cell.requests, seen);
    }
  }

  #end(): void {
    this.tell({ type: 'ended', why: 'the test run is over' });
    Atomics.wait(this.#cells, cell.ended, 0, farewell);
  }
}
