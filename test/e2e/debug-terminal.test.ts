import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { projectIn } from './support/places';
import { runJest, summaryOf } from './support/run-jest';
import { TerminalSession } from './support/terminal-session';

const folder = 'entry/src/test';
const project = projectIn(30, 'debugging');

let session: TerminalSession | undefined;

afterEach(async () => {
  await session?.kill();
});

it('the debugger in a terminal steps, stops, chooses another order, goes back and exports it as a test that passes', async () => {
  session = new TerminalSession(project, ['order.test', '-t', 'answer in any order']);

  expect(await session.until('browser: ')).toMatch(/The debugger in a browser:$/);
  const start = await session.untilPrompt();
  expect(start.slice(start.indexOf(folder))).toMatch(
    new RegExp(
      String.raw`^${folder}/order\.test\.ts › two workers › answer in any order
before the first task \(0 tasks performed\)
last
0ms  host  new        worker#1 = new ThreadWorker\('entry/ets/workers/double\.ts'\)
0ms  host  post       -> worker#1  \{ n: 50 \}
pending
> 1  start host -> worker#1  entry/ets/workers/double\.ts  ${folder}/order\.test\.ts:\d+:\d+
  2  message host -> worker#1  \{ n: 50 \}  ${folder}/order\.test\.ts:\d+:\d+$`,
    ),
  );
  expect(await session.type('fly')).toBe('there is no command "fly"; help tells which there are');
  expect(await session.type('break start -> worker#2')).toBe('breakpoint 1');
  expect(await session.type('continue')).toContain('at a breakpoint: breakpoint 1');
  expect(await session.type('where 7')).toMatch(new RegExp(`^${folder}/order\\.test\\.ts:\\d+:\\d+$`));
  expect(await session.type('print 7.data')).toBe(`{ n: 1, note: '<img src=x onerror="alert(1)">\\x1B[2J' }`);
  await session.type('step');
  expect(await session.type('agents')).toMatch(/worker#2 {2}running {2}entry\/src\/main\/ets\/workers\/double\.ts/);
  expect(await session.type('deliver 8')).toContain('(7 tasks performed)');
  expect(await session.type('deliver 9')).toContain('(8 tasks performed)');
  // The last step is done again.
  expect(await session.type('s')).toContain('(9 tasks performed)');
  expect(await session.type('')).toContain('(10 tasks performed)');

  expect(await session.type('back 2')).toContain('run anew up to here (8 tasks performed)');
  expect(await session.type('pending')).toMatch(/^pending\n[+>] {2}7 {2}message/m);
  expect(await session.type('continue')).toContain('at the end of the test');
  const file = /(?<=wrote ).*/.exec(await session.type('export'))?.[0] ?? '';
  session.press('quit\r');
  expect(await session.exitCode).toBe(0);

  expect(readFileSync(file, 'utf8')).toContain('workers.replay([6, 8, ');
  const run = await runJest('debugging', ['--no-coverage', relative(project, file)], { jest: 30 });
  expect(Object.values(summaryOf(run))).toEqual([expect.objectContaining({ passed: 1, failures: [] })]);
  rmSync(file);
}, 120_000);
