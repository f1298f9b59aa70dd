import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Sample } from '../measure';
import type { Contestant, Row } from '../row';
import type { Projects } from './projects';

/** The longest that a process may take to be ready, and for one round. */
const patience = 60_000;

const perUnit = { ms: 1, µs: 1_000 };

/** A process that performs one row's operation in one way, a round at a time. */
export class ContestantProcess {
  readonly #output: string[] = [];
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;
  #socket: Socket | undefined;
  #lines: AsyncIterator<string> | undefined;

  private constructor(
    readonly row: Row,
    readonly contestant: Contestant,
    projects: Projects,
    private readonly server: Server,
    port: number,
  ) {
    const { folder, command, extension } = projects[contestant.host];
    this.#child = spawn(process.execPath, [...command], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        FOW_BENCH_PORT: String(port),
        FOW_BENCH_PROJECT: folder,
        FOW_BENCH_FILE: join(folder, 'rows', row.name, contestant.file + extension),
      },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#output.push(text));
    }
    this.#exit = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** Resolves when the process is ready for its first round. */
  static async start(row: Row, contestant: Contestant, projects: Projects): Promise<ContestantProcess> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error(`no port: ${address}`);
    const started = new ContestantProcess(row, contestant, projects, server, address.port);
    await started.#inTime('start', started.#connect());
    return started;
  }

  /** One round: the time of one operation, in the row's unit. Throws when not every reply was received. */
  async measure(): Promise<number> {
    const { operations } = this.contestant;
    this.#socket?.write(`${operations}\n`);
    const sample = (await this.#inTime('answer', this.#nextLine())) as Sample;
    const expected = operations * this.row.replies;
    if (sample.replies !== expected) throw this.#failure(`received ${sample.replies} of ${expected} replies`);
    return (sample.milliseconds * perUnit[this.row.unit]) / operations;
  }

  /** Hangs up. Throws when the process then doesn't end well: its test runner may have found something wrong. */
  async stop(): Promise<void> {
    this.#socket?.end();
    this.server.close();
    const exitCode = await this.#inTime('end', this.#exit, false);
    if (exitCode !== 0) throw this.#failure(`ended with ${exitCode}`);
  }

  /** For the way out after a failure. */
  kill(): void {
    this.#child.kill();
    this.#socket?.destroy();
    this.server.close();
  }

  async #connect(): Promise<void> {
    const [socket] = (await once(this.server, 'connection')) as [Socket];
    socket.on('error', () => {});
    this.#socket = socket;
    this.#lines = createInterface(socket)[Symbol.asyncIterator]();
    await this.#nextLine();
  }

  async #nextLine(): Promise<unknown> {
    const line = await this.#lines?.next();
    // The reason follows with the end of the process.
    if (line === undefined || line.done === true) return new Promise(() => {});
    return JSON.parse(line.value);
  }

  /** Throws when the process ends, or `patience` is over, before the answer is there. */
  async #inTime<T>(verb: string, answer: Promise<T>, mustLive = true): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#failure(`did not ${verb} within ${patience / 1000} s`)), patience);
    });
    const dead = this.#exit.then((code) => {
      if (!mustLive) return answer;
      throw this.#failure(`ended with ${code} before it could ${verb}`);
    });
    try {
      return await Promise.race([answer, late, dead]);
    } catch (error) {
      this.kill();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #failure(what: string): Error {
    return new Error(`${this.row.name}: ${this.contestant.name} ${what}\n${this.#output.join('').trim()}`);
  }
}
