import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { Admission, parametersOf, pathOf } from './admission';
import type { ClientHub } from './client-hub';
import { pageHeaders } from './page-headers';

/** A command is a line; a client that sends more is none of ours. */
const longestMessage = 64 * 1_024;

/** Of a client that does not read so many bytes at most are kept. */
const mostUnread = 256 * 1_024 * 1_024;

export interface ServerOptions {
  readonly token: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The text of the page, when somebody asks for it. */
  readonly page: (parameters: URLSearchParams) => string;
  /** Absent: nobody can command anything. */
  readonly hub?: ClientHub;
}

/** Serves the page and its sockets on the loopback interface, to those who know the token. Answers the port. */
export function serve(options: ServerOptions): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, clientTracking: false });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const admission = new Admission(options.token, port);
      server.on('request', (request, response) => answer(request, response, admission, options, port));
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const { hub } = options;
        socket.on('error', () => undefined);
        if (hub === undefined || pathOf(request.url ?? '') !== '/socket' || !admission.admits(request))
          return refuse(socket);
        sockets.handleUpgrade(request, socket, head, (client) => attend(client, hub));
      });
      resolve({ server, port });
    });
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  admission: Admission,
  { page }: ServerOptions,
  port: number,
): void {
  if (!admission.admits(request)) return void response.writeHead(403).end();
  if (request.method !== 'GET' || pathOf(request.url ?? '') !== '/') return void response.writeHead(404).end();
  try {
    const text = page(parametersOf(request.url ?? ''));
    response.writeHead(200, pageHeaders(port)).end(text);
  } catch {
    response.writeHead(404).end();
  }
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function attend(socket: WebSocket, hub: ClientHub): void {
  const client = {
    send: (text: string) => {
      if (socket.bufferedAmount > mostUnread) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.send(text);
    },
  };
  socket.on('message', (data, isBinary) => hub.heard(client, isBinary ? '' : String(data)));
  socket.on('close', () => hub.leave(client));
  socket.on('error', () => socket.terminate());
  hub.join(client);
}
