import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { pageWith, readRecording, serve } from '../../debug';

/**
 * Shows a recording in the browser, until the process is interrupted.
 *
 * @param announce is told where.
 * @throws ToolError `FOW_BAD_RECORDING`
 */
export async function openRecording(file: string, announce: (address: string) => void): Promise<void> {
  const { tests } = readRecording(file);
  const token = randomBytes(24).toString('hex');
  const page = (): string => pageWith(join(__dirname, 'page.html'), { live: false, tests });
  const { server, port } = await serve({ token, port: 0, page });
  announce(`http://127.0.0.1:${port}/?token=${token}`);
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  server.close();
  server.closeAllConnections();
}
