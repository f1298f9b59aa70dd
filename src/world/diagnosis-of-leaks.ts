import type { ToolErrorParts } from '../base';
import { describeLeaks, type Leak } from './leaks';
import { cureForQueue, describeQueue, describeWaiting } from './undone';
import type { World } from './world';

/** How many tests a warning names, and how many workers of each. */
const shown = 5;

/** What one test, `describe` block or file has left behind. */
export interface LeftBehind {
  readonly title: string;
  readonly leaks: readonly Leak[];
}

/** With `leaks: 'fail'`: why a test that has passed fails all the same. */
export function leakFailure({ title, leaks }: LeftBehind): ToolErrorParts {
  return {
    code: 'FOW_LEAKS',
    summary: `${title} has left something behind`,
    facts: describeLeaks(leaks),
    hint: "terminate() the workers and run() what is queued, or say workers.configure({ leaks: 'warn' }) in this test.",
  };
}

/** With `leaks: 'warn'`: the workers of all tests of a file that nobody has told to end. */
export function leakWarning(tests: readonly LeftBehind[]): ToolErrorParts {
  const named = tests.slice(0, shown).map(({ title, leaks }) => `${title}: ${describeWorkers(leaks)}`);
  const more = tests.length - named.length;
  return {
    code: 'FOW_LEAKS',
    summary: `Workers were left running that nobody has told to end, by ${tests.length} of the tests`,
    facts: more === 0 ? named : [...named, `and by ${more} more`],
    hint: "on a device they run on: let the app call terminate(). The option leaks: 'ignore' silences this, 'fail' makes it an error.",
  };
}

/**
 * Why a failed test may have failed: nobody has performed what is queued. Nothing for most.
 *
 * @param timedOut whether it had waited too long for something: then timers and links matter by themselves.
 */
export function undoneNote(world: World, timedOut: boolean): ToolErrorParts | undefined {
  const queued = world.session.kernel.pending().length;
  const waiting = describeWaiting(world);
  if (queued === 0 && !(timedOut && waiting.length > 0)) return undefined;
  const cures = new Set([...(queued > 0 ? [cureForQueue(world)] : []), ...waiting.map(({ cure }) => cure)]);
  return {
    code: 'FOW_NOT_PERFORMED',
    summary:
      queued > 0 ? `${countOf(queued)} still queued when this test failed` : 'Something waited when this test failed',
    facts: [...describeQueue(world), ...waiting.map(({ what }) => what)],
    hint: `${[...cures].join('; ')}.`,
  };
}

function describeWorkers(leaks: readonly Leak[]): string {
  const workers = leaks.slice(0, shown).map(({ agent, detail }) => `${agent} (${detail})`);
  return leaks.length > shown ? `${workers.join('; ')}; and ${leaks.length - shown} more` : workers.join('; ');
}

function countOf(tasks: number): string {
  return tasks === 1 ? '1 task was' : `${tasks} tasks were`;
}
