import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { listOfTests, type Recording, readRecording, serve } from '../../debug';
import { toHtml } from '../../views';

/**
 * Shows a recording in the browser, until the process is interrupted.
 *
 * @param announce is told where.
 * @throws ToolError `FOW_BAD_RECORDING`
 */
export async function openRecording(file: string, announce: (address: string) => void): Promise<void> {
  const recording = readRecording(file);
  const token = randomBytes(24).toString('hex');
  const { server, port } = await serve({ token, port: 0, page: (parameters) => page(recording, parameters) });
  announce(`http://127.0.0.1:${port}/?token=${token}`);
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  server.close();
  server.closeAllConnections();
}

/** That of the test that is asked for; where there are several, a list comes first. */
function page({ tests }: Recording, parameters: URLSearchParams): string {
  const asked = parameters.get('test');
  const chosen = tests.length === 1 ? tests[0] : tests[asked === null ? -1 : Number(asked)];
  if (chosen === undefined) return listOfTests(tests, parameters);
  return toHtml({ ...chosen.trace, test: chosen.test });
}
