import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { repoFolder } from '../e2e/support/places';
import { TerminalSession } from '../e2e/support/terminal-session';
import { checkDocument } from './support/check-document';
import { DocumentProject } from './support/document-project';
import { readDocument } from './support/read-document';

checkDocument('docs/debugging.md');

const document = readFileSync(join(repoFolder, 'docs/debugging.md'), 'utf8');
const project = new DocumentProject();
let session: TerminalSession | undefined;

afterAll(async () => {
  await session?.kill();
  project.remove();
});

/** What is typed, and what is printed then; the first thing is the command itself. */
function quotedSession(): { readonly typed: string; readonly printed: string }[] {
  const quoted = Array.from(document.matchAll(/```text\n(.*?)```/gs), ([, text = '']) => text).join('');
  return quoted
    .split(/^(?:fow> |\$ )/m)
    .slice(1)
    .map((part) => {
      const [typed = '', ...printed] = part.split('\n');
      return { typed, printed: printed.join('\n').trim() };
    });
}

it('the bug shows itself in the terminal as it is told, and the exported test has its order', async () => {
  const isFirst = new Set<string>();
  for (const step of readDocument(document)) {
    // Each file as it is shown first: with the bug.
    if (step.kind !== 'file' || isFirst.has(step.path) || step.path.includes('search-box-order')) continue;
    isFirst.add(step.path);
    project.write(step.path, step.text);
  }
  const [start, ...commands] = quotedSession();
  expect(start?.typed).toBe('npx fake-ohos-worker debug search-box');
  session = new TerminalSession(project.folder, ['search-box']);
  await session.until('\n');
  expect(await session.untilPrompt()).toBe(start?.printed);
  for (const { typed, printed } of commands.slice(0, -1)) {
    expect((await session.type(typed)).replaceAll(project.folder, '<project>')).toBe(printed);
  }
  expect(commands.at(-1)).toEqual({ typed: 'quit', printed: '' });
  session.press('quit\r');
  expect(await session.exitCode).toBe(1);
  const exported = readFileSync(join(project.folder, 'entry/src/test/search-box.replay.test.ts'), 'utf8');
  expect(exported).toContain(/workers\.replay\(.*?\)/.exec(document)?.[0]);
  expect(await project.jest(['search-box.replay'])).toMatchObject({ exitCode: 0 });
}, 120_000);
