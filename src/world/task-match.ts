import { types } from 'node:util';
import { preview, ToolError } from '../base';
import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { kindOf, sourceOf, type TaskView, taskKinds, viewOf } from './task-view';
import type { World } from './world';

/** Which tasks are meant; of what is not given, any will do. */
export interface TaskMatch {
  /** Who causes the task: `'host'`, a worker's label such as `'worker#1'`, its host object or its handle. */
  readonly from?: string | object;
  /** Who performs it, given as `from`. */
  readonly to?: string | object;
  readonly kind?: TaskView['kind'];
  /** What it carries, as `toEqual` compares; asymmetric matchers work. */
  readonly data?: unknown;
}

/** Tasks can also be chosen by code. */
export type TaskPredicate = (task: TaskView) => boolean;

/** The same, for tasks that nobody has looked at yet. */
export type TaskFilter = (task: Task<WorkerTask>) => boolean;

/**
 * Ends are looked up now. Data are compared for each task, as the last thing: most tasks are not meant.
 *
 * @throws ToolError `FOW_BAD_MATCH`, `FOW_NOT_A_WORKER`
 */
export function taskFilter(world: World, wanted: TaskMatch | TaskPredicate): TaskFilter {
  if (typeof wanted === 'function') return (task) => judged(wanted, viewOf(world.session, task));
  const { from, to, kind } = checkedMatch(wanted);
  const ends = { from: nameOfEnd(world, wanted, from), to: nameOfEnd(world, wanted, to) };
  const compares = 'data' in wanted;
  return ({ agent, payload, note }) =>
    (ends.to === undefined || ends.to === agent.name) &&
    (kind === undefined || kind === kindOf(payload)) &&
    (ends.from === undefined || ends.from === sourceOf(payload)) &&
    (!compares || world.surroundings.equals(note, wanted.data));
}

/** A promise would count as `true` at once. */
function judged(wanted: TaskPredicate, task: TaskView): boolean {
  const answer: unknown = wanted(task);
  if (types.isPromise(answer)) throw badMatch(wanted, 'it answers a promise, and a task is chosen at once');
  return Boolean(answer);
}

function nameOfEnd(world: World, wanted: TaskMatch, end: string | object | undefined): string | undefined {
  if (end === undefined) return undefined;
  if (typeof end !== 'string') return world.recordOf(end).label;
  const known = ['host', ...world.session.app.workers.map(({ label }) => label)];
  if (known.includes(end)) return end;
  const later = `a worker that is still to come is chosen by code: ({ to }) => to === ${preview(end)}.`;
  throw badMatch(wanted, `nobody is called ${preview(end)}; there are: ${known.join(', ')}`, later);
}

const names = ['from', 'to', 'kind', 'data'];

function checkedMatch(wanted: TaskMatch): TaskMatch {
  if (typeof wanted !== 'object' || wanted === null) throw badMatch(wanted, 'it is neither an object nor a function');
  const unknown = Object.keys(wanted).find((name) => !names.includes(name));
  if (unknown !== undefined) throw badMatch(wanted, `a task has no "${unknown}" to be chosen by`);
  const { kind } = wanted;
  if (kind !== undefined && !taskKinds.includes(kind)) throw badMatch(wanted, `there is no kind ${preview(kind)}`);
  return wanted;
}

export function badMatch(
  wanted: unknown,
  why: string,
  hint = 'look at workers.pending: a match names what its tasks have.',
): ToolError {
  return new ToolError({
    code: 'FOW_BAD_MATCH',
    summary: `No task can match ${preview(wanted)}: ${why}`,
    facts: [
      'expected: { from, to, kind, data }, each optional, or a function of the task',
      `kinds: ${taskKinds.join(', ')}`,
    ],
    hint,
  });
}
