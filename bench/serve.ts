import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Measure } from './measure';

/**
 * Runs in the process of a contestant: performs a round whenever the runner asks for one, until the runner hangs up.
 * Requests and answers are JSON, one a line.
 */
export async function serve(load: (file: string) => Promise<{ measure: Measure }>): Promise<void> {
  const { FOW_BENCH_PORT: port, FOW_BENCH_FILE: file } = process.env;
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  try {
    const { measure } = await load(String(file));
    socket.write('"ready"\n');
    for await (const line of createInterface(socket)) {
      socket.write(`${JSON.stringify(await measure(Number(line)))}\n`);
    }
  } finally {
    socket.destroy();
  }
}
