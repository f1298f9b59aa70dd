import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Answer, Command, ServerMessage, Stopped } from '../../../src/debug';
import { cacheOf, installationOf, type JestMajor, projectIn } from './places';

type News = Exclude<ServerMessage, Answer>;

/** `fake-ohos-worker debug --page`, and a client in the place of the page. */
export class DebuggedJest {
  readonly #process: ChildProcess;
  readonly #exit: Promise<number | null>;
  readonly #clients: TestClient[] = [];
  #output = '';
  #heard: () => void = () => undefined;

  constructor(major: JestMajor, fixture: string, args: readonly string[]) {
    const cli = join(installationOf(major), 'node_modules/fake-ohos-worker/dist/cli.js');
    const { PATH, HOME, TMPDIR, TEMP, SystemRoot } = process.env;
    this.#process = spawn(process.execPath, [cli, 'debug', '--page', ...args, `--cacheDirectory=${cacheOf(major)}`], {
      cwd: projectIn(major, fixture),
      env: { PATH, HOME, TMPDIR, TEMP, SystemRoot, NO_COLOR: '1', SHORT_LIMIT: 'on' },
    });
    this.#exit = once(this.#process, 'exit').then(([code]) => {
      for (const client of this.#clients) client.vanish();
      return code as number | null;
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
        this.#heard();
      });
    }
  }

  get output(): string {
    return this.#output;
  }

  /** Where the page is. */
  async address(): Promise<URL> {
    for (;;) {
      const [address] = /http:\/\/\S+(?=\n)/.exec(this.#output) ?? [];
      if (address !== undefined) return new URL(address);
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  async client(): Promise<TestClient> {
    const client = new TestClient(socketAt(await this.address()));
    this.#clients.push(client);
    return client;
  }

  /** The exit code. */
  get ended(): Promise<number | null> {
    return this.#exit;
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exit;
  }
}

export function socketAt({ host, searchParams }: URL): string {
  return `ws://${host}/socket?${searchParams}`;
}

/** Says what it is told to; connects until it can, and again when the tests are run anew. */
export class TestClient {
  readonly #news: News[] = [];
  readonly #answers = new Map<number, (answer: Answer) => void>();
  #socket: WebSocket | undefined;
  #wake: () => void = () => undefined;
  #lastId = 0;
  #closed = false;

  constructor(private readonly address: string) {
    this.#connect();
  }

  /** What it is told next of this type; what comes before is skipped. */
  async next<T extends News['type']>(type: T): Promise<Extract<News, { type: T }>> {
    for (;;) {
      const news = this.#news.shift();
      if (news?.type === type) return news as Extract<News, { type: T }>;
      if (news === undefined) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  ask(command: Command): Promise<Answer> {
    const id = ++this.#lastId;
    this.#socket?.send(JSON.stringify({ ...command, id }));
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  /** Has the test go on, up to where it stops next. */
  async goOn(command: Command): Promise<Stopped> {
    const next = this.next('stopped');
    void this.ask(command);
    return next;
  }

  sendText(text: string): void {
    this.#socket?.send(text);
  }

  /** As a browser that crashes. */
  vanish(): void {
    this.#closed = true;
    this.#socket?.terminate();
  }

  #connect(): void {
    if (this.#closed) return;
    const socket = new WebSocket(this.address);
    this.#socket = socket;
    socket.on('error', () => undefined);
    socket.on('close', () => setTimeout(() => this.#connect(), 20));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as ServerMessage;
      if (message.type === 'answer') return this.#answers.get(message.id)?.(message);
      this.#news.push(message);
      this.#wake();
    });
  }
}
