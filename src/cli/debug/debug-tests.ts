import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DebugOrder } from '../../debug';
import { DebuggerClient } from './debugger-client';
import { type JestCommand, JestProcess } from './jest-process';

/** Who speaks with the user. */
export type Face = (client: DebuggerClient, end: () => void) => void;

export interface DebugOptions {
  readonly command: JestCommand;
  /** Where to write what was seen. Absolute. */
  readonly record?: string;
  /** Tells where the page is. */
  readonly announce: (address: string) => void;
  readonly face: Face;
}

/** Runs tests under the debugger. Resolves with Jest's exit code; nothing is left behind. */
export async function debugTests({ command, record, announce, face }: DebugOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'fake-ohos-worker-debug-'));
  const token = randomBytes(24).toString('hex');
  const port = await freePort();
  const order: DebugOrder = { token, port, parent: process.pid, folder, ...(record === undefined ? {} : { record }) };
  const jest = new JestProcess(command, order);
  const client = new DebuggerClient(`ws://127.0.0.1:${port}/socket?token=${token}`);
  client.listen(({ type }) => {
    if (type === 'restarting') jest.restart();
  });
  const tidy = (): void => {
    jest.end();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', tidy);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
  void client.reached.then(() => announce(`http://127.0.0.1:${port}/?token=${token}`));
  face(client, () => jest.end());
  try {
    return await jest.run();
  } finally {
    client.close();
    tidy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
