import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { ToolError } from '../../base';
import type { Request } from '../command-line';
import type { ExitCode, Surroundings } from '../output';
import { Terminal } from '../terminal/terminal';
import type { Texts } from '../texts';
import { debugTests } from './debug-tests';
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
  { cwd, environment, colours, terminal, printError }: Surroundings,
): Promise<ExitCode> {
  assertSomebodyIsThere(page, terminal !== undefined, environment);
  const announce = (address: string): void => printError(`${words.page} ${address}\n`);
  if (open !== undefined) {
    await openRecording(resolve(cwd, open), announce);
    return 0;
  }
  const watching = jest.find((arg) => /^--watch(All)?(=|$)/.test(arg));
  if (watching !== undefined) throw watches(watching);
  const inTerminal = terminal !== undefined && !page;
  const code = await debugTests({
    command: {
      cli: findJest(cwd),
      args: jest,
      cwd,
      environment: inTerminal ? quiet(environment, colours) : environment,
    },
    ...(record === undefined ? {} : { record: resolve(cwd, record) }),
    announce,
    face: (client, end) => {
      if (inTerminal) new Terminal(client, { ...terminal, texts: words.terminal, colours: createColors(colours), end });
    },
  });
  return code === 0 || code === 2 ? code : 1;
}

/** Jest draws its progress anew all the time, unless it believes that the terminal can't. */
function quiet(environment: Surroundings['environment'], colours: boolean): Surroundings['environment'] {
  return { ...environment, TERM: 'dumb', ...(colours ? { FORCE_COLOR: '1' } : {}) };
}

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
