import { WebSocket } from 'ws';
import type { Answer, Command, ServerMessage } from '../../debug';

/** So many milliseconds lie between two attempts to reach the server. */
const retryAfter = 50;

/** A client of the debugger, which comes back when the tests are run anew. */
export class DebuggerClient {
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #listeners = new Set<(message: Exclude<ServerMessage, Answer>) => void>();
  #socket: WebSocket | undefined;
  #lastId = 0;
  #closed = false;
  #reach: () => void = () => undefined;
  /** Settles when the server is there for the first time. */
  readonly reached = new Promise<void>((resolve) => {
    this.#reach = resolve;
  });

  /** @param address of the socket, token included. */
  constructor(private readonly address: string) {
    this.#connect();
  }

  /** Hears all that concerns the test. Answers how to stop that. */
  listen(listener: (message: Exclude<ServerMessage, Answer>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks for something; if the connection is lost meanwhile, so is the answer. */
  ask(command: Command): Promise<Answer> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ ...command, id }));
      else this.#giveUp();
    });
  }

  close(): void {
    this.#closed = true;
    this.#socket?.terminate();
  }

  #connect(): void {
    if (this.#closed) return;
    const socket = new WebSocket(this.address, { perMessageDeflate: false });
    this.#socket = socket;
    socket.on('message', (data) => this.#heard(JSON.parse(String(data)) as ServerMessage));
    socket.on('open', this.#reach);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#giveUp();
      setTimeout(() => this.#connect(), retryAfter);
    });
  }

  #heard(message: ServerMessage): void {
    if (message.type !== 'answer') {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }

  #giveUp(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [id, resolve] of waiting) resolve({ type: 'answer', id, ok: false, error: 'the tests are not there' });
  }
}
