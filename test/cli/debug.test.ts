import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeCommandLine, type Request } from '../../src/cli/command-line';
import { debug } from '../../src/cli/debug/debug-command';
import { english } from '../../src/cli/texts-english';
import { exportTest } from '../../src/debug';

const folder = mkdtempSync(join(tmpdir(), 'fow-debug-'));

function requestOf(...args: string[]): Request | undefined {
  let asked: Request | undefined;
  const program = describeCommandLine(
    english,
    '1.2.3',
    () => undefined,
    (request) => {
      asked = request;
    },
  );
  program.parse(['debug', ...args], { from: 'user' });
  return asked;
}

async function refusal(args: string[], environment: Record<string, string> = {}): Promise<string> {
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  const request = requestOf(...args) as Extract<Request, { command: 'debug' }>;
  const surroundings = { cwd: folder, environment, colours: false, print, printError: print, terminal: undefined };
  return debug(request, english, { ...surroundings, goOn: () => undefined }).then(
    () => 'done',
    (error) => String(error),
  );
}

describe('fake-ohos-worker debug', () => {
  it('takes its own options first, and leaves the rest to Jest', () => {
    expect(requestOf('--page', '--record', 'r.json', 'a.test.ts', '-t', 'x', '--page')).toEqual({
      command: 'debug',
      json: false,
      page: true,
      record: 'r.json',
      jest: ['a.test.ts', '-t', 'x', '--page'],
    });
    expect(requestOf('-t', 'x', 'a.test.ts')).toMatchObject({ page: false, jest: ['-t', 'x', 'a.test.ts'] });
  });

  it('refuses to wait where nobody is', async () => {
    expect(await refusal(['a.test.ts'])).toBe(
      'FakeOhosWorkerError: There is nobody to debug with: the test would wait for ever [FOW_NOBODY_TO_DEBUG]\n' +
        '  - neither input nor output is a terminal\n' +
        'Hint: call it in a terminal, or with --page to use the page in a browser alone.',
    );
    expect(await refusal(['--page', 'a.test.ts'], { CI: 'true' })).toBe(
      'FakeOhosWorkerError: There is nobody to debug with: the test would wait for ever [FOW_NOBODY_TO_DEBUG]\n' +
        '  - the environment variable CI is "true"\n' +
        'Hint: call it on your own machine.',
    );
  });

  it('refuses to watch files', async () => {
    expect(await refusal(['--page', 'a.test.ts', '--watchAll'])).toBe(
      "FakeOhosWorkerError: Jest's option --watchAll can't be used while debugging [FOW_DEBUG_WATCHES]\n" +
        '  - the tests are run anew when somebody says so\n' +
        'Hint: leave it out; the command `restart` runs the test again.',
    );
  });

  it('needs the Jest of the project', async () => {
    expect(await refusal(['--page'])).toBe(
      `FakeOhosWorkerError: No Jest is installed for ${folder} [FOW_NO_JEST]\n` +
        '  - looked in: node_modules of that folder and of the folders above it\n' +
        'Hint: npm install --save-dev jest, or call the command in the folder of the Jest config.',
    );
  });

  it('opens nothing but recordings', async () => {
    const file = join(folder, 'other.json');
    const hint = 'Hint: give a file that `npx fake-ohos-worker debug --record <file>` of this version has written.';
    const text = (why: string) =>
      `FakeOhosWorkerError: ${file} can't be opened as a recording [FOW_BAD_RECORDING]\n  - ${why}\n${hint}`;
    writeFileSync(file, '[]');
    expect(await refusal(['--page', '--open', file])).toBe(text('it is something else'));
    writeFileSync(file, '{"format":"fake-ohos-worker/recording","version":2}');
    expect(await refusal(['--page', '--open', file])).toBe(text('it is of version 2'));
  });
});

it('a test that is not written in its file can not be exported', () => {
  const file = join(folder, 'made.test.ts');
  writeFileSync(file, 'makeTests();\n');
  const info = { file, ordinal: 0, path: ['made'], name: 'made' };
  expect(() => exportTest({ info, schedule: [], seen: [], isWhole: true, failure: undefined })).toThrow(
    'The test "made" can\'t be exported [FOW_TEST_NOT_FOUND]\n' +
      `  - looked in: ${file}\n` +
      '  - expected: test() or it() with a name and a function written there\n' +
      'Hint: call workers.replay() with the schedule in the test yourself.',
  );
});
