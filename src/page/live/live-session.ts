import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Command, ServerMessage, ShownBreakpoint, Stopped } from '../../debug';
import type { StoredEntry, StoredValue, TraceFile } from '../../trace';

export type LiveStatus = 'connecting' | 'stopped' | 'running' | 'restarting' | 'ended';

/** What `print` came to. */
export interface Printed {
  readonly number: number;
  readonly path: string;
  readonly outcome: { readonly value: StoredValue } | { readonly error: string };
}

/** Milliseconds between two tries to connect, and how often it is tried. */
const retryInterval = 400;
const mostTries = 150;

/** The page's end of the debugger's socket; it comes back after a restart. */
export class LiveSession {
  readonly status = signal<LiveStatus>('connecting');
  /** More about the status. */
  readonly why = signal('');
  /** How the test stands, or stood last. */
  readonly stopped = signal<Stopped | undefined>(undefined);
  readonly breakpoints = signal<readonly ShownBreakpoint[]>([]);
  /** What the last command came to, if the user should hear of it. */
  readonly notice = signal('');
  readonly printed = signal<readonly Printed[]>([]);
  readonly trace: ReadonlySignal<TraceFile>;
  readonly #entries = signal<readonly StoredEntry[]>([]);
  readonly #address: string;
  readonly #asked = new Map<number, (answer: Answer) => void>();
  #socket: WebSocket | undefined;
  #lastId = 0;
  #tries = 0;

  constructor(address: string) {
    this.#address = address;
    this.trace = computed(() => ({
      format: 'fake-ohos-worker/trace',
      version: 1,
      ...(this.stopped.value === undefined ? {} : { test: this.stopped.value.test }),
      agents: this.stopped.value?.tracedAgents ?? [],
      forgotten: 0,
      entries: this.#entries.value,
    }));
  }

  get canCommand(): boolean {
    return this.status.value === 'stopped';
  }

  connect(): void {
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#tries = 0;
    });
    socket.addEventListener('message', ({ data }) => this.#heard(JSON.parse(String(data)) as ServerMessage));
    socket.addEventListener('close', () => this.#lost());
  }

  /** Answers `undefined` where nobody will. */
  async send(command: Command): Promise<Extract<Answer, { ok: true }> | undefined> {
    if (!this.canCommand || this.#socket?.readyState !== WebSocket.OPEN) return undefined;
    const id = ++this.#lastId;
    const answered = new Promise<Answer>((resolve) => this.#asked.set(id, resolve));
    this.#socket.send(JSON.stringify({ ...command, id }));
    const answer = await answered;
    this.notice.value = answer.ok ? '' : answer.error;
    return answer.ok ? answer : undefined;
  }

  /** Sends what is answered with the next stop. */
  command(command: Command): void {
    void this.send(command);
  }

  async addBreakpoint(command: Extract<Command, { command: 'break' }>): Promise<void> {
    const answer = await this.send(command);
    if (answer !== undefined) this.notice.value = `Breakpoint ${answer.text ?? ''} is set`;
  }

  async removeBreakpoint(number: number): Promise<void> {
    const answer = await this.send({ command: 'unbreak', breakpoint: number });
    if (answer !== undefined) this.notice.value = `Breakpoint ${number} is removed`;
  }

  async print(path: string, command: Extract<Command, { command: 'print' }>): Promise<void> {
    const answer = await this.send(command);
    const outcome =
      answer === undefined ? { error: this.notice.value } : { value: answer.value ?? answer.text ?? null };
    const number = (this.printed.value[0]?.number ?? 0) + 1;
    this.printed.value = [{ number, path, outcome }, ...this.printed.value].slice(0, 20);
  }

  async exportTest(): Promise<void> {
    const answer = await this.send({ command: 'export' });
    if (answer?.text !== undefined) this.notice.value = `wrote ${answer.text}`;
  }

  #heard(message: ServerMessage): void {
    batch(() => {
      switch (message.type) {
        case 'answer':
          this.#asked.get(message.id)?.(message);
          this.#asked.delete(message.id);
          break;
        case 'stopped':
          this.#stop(message);
          break;
        case 'breakpoints':
          this.breakpoints.value = message.breakpoints;
          break;
        case 'running':
          this.status.value = 'running';
          this.why.value = '';
          break;
        case 'restarting':
        case 'ended':
          this.status.value = message.type;
          this.why.value = message.why;
          break;
      }
    });
  }

  #stop(stopped: Stopped): void {
    this.status.value = 'stopped';
    this.why.value = stopped.why ?? '';
    this.stopped.value = stopped;
    this.breakpoints.value = stopped.breakpoints;
    this.#entries.value = stopped.whole ? stopped.entries : [...this.#entries.value, ...stopped.entries];
  }

  /** The server has gone: it is run anew, or it is over. */
  #lost(): void {
    for (const [id, resolve] of this.#asked)
      resolve({ type: 'answer', id, ok: false, error: 'the connection is lost' });
    this.#asked.clear();
    if (this.status.value === 'ended') return;
    if (++this.#tries > mostTries) {
      this.status.value = 'ended';
      this.why.value = 'the debugger does not answer any more';
      return;
    }
    if (this.status.value !== 'restarting') this.status.value = 'connecting';
    setTimeout(() => this.connect(), retryInterval);
  }
}

/** Where the page's own server listens; the token is in the page's address. */
export function socketAddress({ host, search }: Pick<Location, 'host' | 'search'>): string {
  const token = new URLSearchParams(search).get('token') ?? '';
  return `ws://${host}/socket?${new URLSearchParams({ token })}`;
}
