import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { ToolError } from '../../base';
import { type Recorded, replayText } from './replay-text';

/**
 * Writes a test file beside the one that was debugged, in which that one test follows the order and finds what was seen.
 * Answers its file, and what it lacks.
 *
 * @throws ToolError `FOW_TEST_NOT_FOUND`
 */
export function exportTest(recorded: Recorded): string {
  const { file, name } = recorded.info;
  const written = replayText(readFileSync(file, 'utf8'), recorded);
  if (written === undefined) throw notFound(file, name);
  const target = freeName(file);
  writeFileSync(target, written.text, { flag: 'wx' });
  return written.asserts
    ? target
    : `${target} (it only follows the order: the test ends elsewhere than at the end of its function)`;
}

/** `Photo.replay.test.ts`, `Photo.replay-2.test.ts` … beside `Photo.test.ts`; none that exists. */
function freeName(file: string): string {
  const ending = /(?:\.(?:test|spec))?\.[^.]+$/.exec(file)?.[0] ?? extname(file);
  const base = join(dirname(file), basename(file).slice(0, -ending.length));
  for (let count = 1; ; count++) {
    const target = `${base}.replay${count === 1 ? '' : `-${count}`}${ending}`;
    if (!existsSync(target)) return target;
  }
}

function notFound(file: string, name: string): ToolError {
  return new ToolError({
    code: 'FOW_TEST_NOT_FOUND',
    summary: `The test "${name}" can't be exported`,
    facts: [`looked in: ${file}`, 'expected: test() or it() with a name and a function written there'],
    hint: 'call workers.replay() with the schedule in the test yourself.',
  });
}
