import { preview, ToolError } from '../base';
import { type TaskView, taskKinds } from './task-view';
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

/**
 * Ends are looked up now, data are compared for each task.
 *
 * @throws ToolError `FOW_BAD_MATCH`, `FOW_NOT_A_WORKER`
 */
export function taskFilter(world: World, wanted: TaskMatch | TaskPredicate): TaskPredicate {
  if (typeof wanted === 'function') return wanted;
  const { from, to, kind } = checkedMatch(wanted);
  const ends = { from: from && world.agentName(from), to: to && world.agentName(to) };
  const compares = 'data' in wanted;
  return (task) =>
    (ends.from === undefined || ends.from === task.from) &&
    (ends.to === undefined || ends.to === task.to) &&
    (kind === undefined || kind === task.kind) &&
    (!compares || world.surroundings.equals(task.data, wanted.data));
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

export function badMatch(wanted: unknown, why: string): ToolError {
  return new ToolError({
    code: 'FOW_BAD_MATCH',
    summary: `No task can match ${preview(wanted)}: ${why}`,
    facts: [
      'expected: { from, to, kind, data }, each optional, or a function of the task',
      `kinds: ${taskKinds.join(', ')}`,
    ],
    hint: 'look at workers.pending: a match names what its tasks have.',
  });
}
