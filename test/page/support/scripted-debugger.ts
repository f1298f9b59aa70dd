import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Answer, PendingTask, Request, ServerMessage, Stopped } from '../../../src/debug';
import { builtPage } from './built-page';
import { smallTrace } from './trace-samples';

/** The server's side of a debugger, as a test writes it: it tells what it is told to tell. */
export class ScriptedDebugger {
  readonly requests: Request[] = [];
  /** What is answered to a command, beside `ok`. */
  readonly answers = new Map<string, { text?: string; value?: never } | { error: string }>();
  #server: Server | undefined;
  #socket: WebSocket | undefined;
  #onRequest: (() => void) | undefined;
  #port = 0;

  constructor(private readonly first: ServerMessage = stoppedAt()) {}

  /** Listens where it did before, if it did. */
  async start(): Promise<string> {
    const server = createServer((request, response) => {
      const isPage = request.url === '/?token=secret';
      response.writeHead(isPage ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(isPage ? builtPage() : '');
    });
    new WebSocketServer({ server }).on('connection', (socket, { url }) => {
      if (url !== '/socket?token=secret') return socket.close();
      this.#socket = socket;
      socket.on('message', (data) => this.#hear(JSON.parse(String(data)) as Request));
      socket.send(JSON.stringify(this.first));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.#port}/?token=secret`;
  }

  async stop(): Promise<void> {
    this.#socket?.terminate();
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  tell(message: ServerMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  /** Waits for the next command, unless it has come. */
  async heard(count: number): Promise<readonly Omit<Request, 'id'>[]> {
    while (this.requests.length < count) await new Promise<void>((resolve) => (this.#onRequest = resolve));
    return this.requests.map(({ id, ...command }) => command);
  }

  #hear(request: Request): void {
    const prepared = this.answers.get(request.command) ?? {};
    const answer: Answer =
      'error' in prepared
        ? { type: 'answer', id: request.id, ok: false, error: prepared.error }
        : { type: 'answer', id: request.id, ok: true, ...prepared };
    this.tell(answer);
    this.requests.push(request);
    this.#onRequest?.();
  }
}

export const pendingTasks: readonly PendingTask[] = [
  {
    id: 5,
    kind: 'message',
    from: 'host',
    to: 'parse#1',
    preview: "{ type: 'parse', text: 'gamma' }",
    data: { type: 'parse', text: 'gamma' },
    causedBy: null,
    postedAt: 'entry/src/main/ets/pages/Index.ts:12:7',
    legal: true,
    next: true,
  },
  { id: 6, kind: 'message', from: 'store#2', to: 'host', preview: "'kept'", causedBy: 4, legal: true, next: false },
  { id: 7, kind: 'timer', from: 'parse#1', to: 'parse#1', preview: 'timer 1', causedBy: 2, legal: false, next: false },
];

export function stoppedAt(changes: Partial<Stopped> = {}): Stopped {
  const { agents, entries, test = { file: '', name: '' } } = smallTrace();
  return {
    type: 'stopped',
    reason: 'start',
    position: 0,
    test,
    projectRoot: '/home/me/my app',
    agents: agents.map((agent) => ({ ...agent, state: agent.kind === 'host' ? 'host' : 'running' })),
    tracedAgents: agents,
    pending: pendingTasks,
    schedule: [],
    breakpoints: [],
    whole: true,
    entries,
    ...changes,
  };
}
