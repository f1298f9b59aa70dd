import { resolve } from 'node:path';
import { ToolError } from '../../base';
import type { Request } from '../command-line';
import type { ExitCode, Surroundings } from '../output';
import type { Texts } from '../texts';
import { debugTests, type Face } from './debug-tests';
import { findJest } from './find-jest';
import { openRecording } from './open-recording';

/**
 * `fake-ohos-worker debug`: runs tests that stand still before each task.
 *
 * @throws ToolError `FOW_NOBODY_TO_DEBUG`, `FOW_NO_JEST`, `FOW_DEBUG_WATCHES`, `FOW_BAD_RECORDING`
 */
export async function debug(
  { jest, page, record, open }: Extract<Request, { command: 'debug' }>,
  { debug: words }: Texts,
  { cwd, environment, isTerminal, printError }: Surroundings,
): Promise<ExitCode> {
  assertSomebodyIsThere(page, isTerminal, environment);
  const announce = (address: string): void => printError(`${words.page} ${address}\n`);
  if (open !== undefined) {
    await openRecording(resolve(cwd, open), announce);
    return 0;
  }
  const watching = jest.find((arg) => /^--watch(All)?(=|$)/.test(arg));
  if (watching !== undefined) throw watches(watching);
  const code = await debugTests({
    command: { cli: findJest(cwd), args: jest, cwd, environment },
    ...(record === undefined ? {} : { record: resolve(cwd, record) }),
    announce,
    face: noFace,
  });
  return code === 0 || code === 2 ? code : 1;
}

/** The page is enough. */
const noFace: Face = () => undefined;

function assertSomebodyIsThere(page: boolean, isTerminal: boolean, { CI = '' }: Surroundings['environment']): void {
  const inCi = CI !== '' && CI !== 'false' && CI !== '0';
  if (!inCi && (page || isTerminal)) return;
  throw new ToolError({
    code: 'FOW_NOBODY_TO_DEBUG',
    summary: 'There is nobody to debug with: the test would wait for ever',
    facts: [inCi ? `the environment variable CI is ${JSON.stringify(CI)}` : 'neither input nor output is a terminal'],
    hint: inCi
      ? 'call it on your own machine.'
      : 'call it in a terminal, or with --page to use the page in a browser alone.',
  });
}

function watches(option: string): ToolError {
  return new ToolError({
    code: 'FOW_DEBUG_WATCHES',
    summary: `Jest's option ${option} can't be used while debugging`,
    facts: ['the tests are run anew when somebody says so'],
    hint: 'leave it out; the command `restart` runs the test again.',
  });
}
