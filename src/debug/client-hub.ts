import type { StoredEntry } from '../trace';
import type { Answer, Request, ServerMessage, Stopped } from './protocol';

/** One client, such as a page or a terminal. */
export interface Client {
  send(text: string): void;
}

/** What the test is doing. */
type State = Exclude<ServerMessage, Answer | { type: 'breakpoints' }>;

interface Asked {
  readonly client: Client;
  readonly request: Request;
}

/** Between the test's thread and its clients: all hear the same, and one command is carried out after the other. */
export class ClientHub {
  readonly #clients = new Set<Client>();
  readonly #waiting: Asked[] = [];
  /** What the test's thread is doing for somebody. */
  #current: (Asked & { readonly id: number }) | undefined;
  #lastId = 0;
  #state: State = { type: 'running' };
  #entries: StoredEntry[] = [];

  /** @param forward hands a command to the test's thread, which stands still. */
  constructor(private readonly forward: (request: Request) => void) {}

  join(client: Client): void {
    this.#clients.add(client);
    const { type } = this.#state;
    send(client, type === 'stopped' ? { ...this.#state, whole: true, entries: this.#entries } : this.#state);
  }

  leave(client: Client): void {
    this.#clients.delete(client);
  }

  /** A client has sent something; it may be anything. */
  heard(client: Client, text: string): void {
    const request = parsed(text);
    if (request === undefined)
      return send(client, refusal(0, 'not a command: JSON with a command and an id is expected'));
    if (this.#state.type !== 'stopped') return send(client, refusal(request.id, stateTexts[this.#state.type]));
    this.#waiting.push({ client, request });
    this.#forwardNext();
  }

  /** The test's thread says something. */
  told(message: ServerMessage): void {
    if (message.type === 'answer') return this.#answered(message);
    if (message.type !== 'breakpoints') this.#changed(message);
    else if (this.#state.type === 'stopped') this.#state = { ...this.#state, breakpoints: message.breakpoints };
    for (const client of this.#clients) send(client, message);
  }

  #changed(message: State): void {
    this.#state = message;
    if (message.type === 'stopped') return this.#remember(message);
    for (const { client, request } of this.#waiting.splice(0)) {
      send(client, refusal(request.id, stateTexts[message.type]));
    }
  }

  #remember({ whole, entries }: Stopped): void {
    this.#entries = whole ? [...entries] : [...this.#entries, ...entries];
  }

  #answered(answer: Answer): void {
    const asked = this.#current;
    this.#current = undefined;
    if (asked !== undefined) send(asked.client, { ...answer, id: asked.request.id });
    this.#forwardNext();
  }

  #forwardNext(): void {
    if (this.#current !== undefined) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    const id = ++this.#lastId;
    this.#current = { ...next, id };
    this.forward({ ...next.request, id });
  }
}

const stateTexts: Readonly<Record<State['type'], string>> = {
  stopped: 'the test stands still',
  running: 'the test is going on: wait until it stops',
  restarting: 'the test is being run anew',
  ended: 'the test run is over',
};

function refusal(id: number, error: string): Answer {
  return { type: 'answer', id, ok: false, error };
}

function send(client: Client, message: ServerMessage): void {
  client.send(JSON.stringify(message));
}

function parsed(text: string): Request | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('command' in value) || !('id' in value)) return undefined;
    return typeof value.command === 'string' && typeof value.id === 'number' ? (value as Request) : undefined;
  } catch {
    return undefined;
  }
}
