import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A message of the inspector that answers nothing. */
export interface InspectorEvent {
  readonly method: string;
  readonly params: unknown;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A program that Node runs with `--inspect-brk`, and the connection to its inspector. */
export class InspectedProgram {
  readonly #process: ChildProcess;
  /** The exit code. */
  readonly ended: Promise<number | null>;
  readonly #answers = new Map<number, Waiting>();
  #socket: WebSocket | undefined;
  #output = '';
  #lastId = 0;

  /** @param heard takes what the inspector tells by itself. */
  constructor(
    args: readonly string[],
    cwd: string,
    private readonly heard: (event: InspectorEvent) => void,
  ) {
    const { PATH, HOME, TMPDIR, TEMP, SystemRoot } = process.env;
    const env = { PATH, HOME, TMPDIR, TEMP, SystemRoot, NO_COLOR: '1', CI: 'true' };
    this.#process = spawn(process.execPath, ['--inspect-brk=127.0.0.1:0', ...args], { cwd, env });
    this.ended = once(this.#process, 'exit').then(([code]) => code as number | null);
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    }
  }

  get output(): string {
    return this.#output;
  }

  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  async connect(): Promise<void> {
    const socket = new WebSocket(await this.#address());
    socket.on('message', (data) => this.#hear(JSON.parse(String(data))));
    // Node waits until nobody is connected.
    this.#process.stderr?.on('data', (text: string) => {
      if (text.includes('Waiting for the debugger to disconnect')) socket.close();
    });
    await once(socket, 'open');
    this.#socket = socket;
  }

  post(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#lastId;
    this.#socket?.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }));
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }

  async #address(): Promise<string> {
    for (;;) {
      const [address] = /ws:\/\/\S+/.exec(this.#output) ?? [];
      if (address !== undefined) return address;
      if (this.#process.stderr) await once(this.#process.stderr, 'data');
    }
  }

  #hear(message: {
    id?: number;
    error?: { message: string };
    result?: unknown;
    method: string;
    params: unknown;
  }): void {
    if (message.id === undefined) return this.heard(message);
    const waiting = this.#answers.get(message.id);
    this.#answers.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result);
  }
}
