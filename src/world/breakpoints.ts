import { inspect } from 'node:util';
import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { checkedOptions, type OptionList, oneOf } from './option-checks';
import { type TaskFilter, type TaskMatch, type TaskPredicate, taskFilter } from './task-match';
import { type TaskView, viewOf } from './task-view';
import type { World } from './world';

/** Whether the task that matched is still to come or has just been performed. */
export type StopAt = 'before' | 'after';

export interface Breakpoint {
  readonly stop: StopAt;
  /** How many times `run` has stopped at it, be it because a task that it is about threw. */
  readonly hits: number;
  remove(): void;
}

export interface BreakOptions {
  /** Whether the matching task is still to come (default) or has just been performed. */
  readonly stop?: StopAt;
}

/** Where a run stopped. */
export interface Stop {
  /** The task that matched. */
  readonly task: TaskView;
  readonly stop: StopAt;
  readonly breakpoint: Breakpoint;
}

interface Entry {
  readonly breakpoint: Breakpoint;
  readonly matches: TaskFilter;
  hits: number;
  /** The task before which it stopped last: going on means to perform that one. */
  passed: Task<WorkerTask> | undefined;
}

const breakOptions: OptionList = {
  of: 'workers.breakOn()',
  checks: { stop: oneOf('before', 'after') },
  hint: "as in workers.breakOn({ kind: 'message' }, { stop: 'after' }).",
};

/** For whoever prints it: Node would show the hits as `[Getter]`. */
function asPlainData(this: Breakpoint): object {
  const { stop, hits } = this;
  return { stop, hits };
}

/** The breakpoints of a test. */
export class Breakpoints {
  readonly #entries = new Set<Entry>();

  constructor(private readonly world: World) {}

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** Until it is removed or the scope that is going on ends. */
  add(wanted: TaskMatch | TaskPredicate, options: BreakOptions): Breakpoint {
    const { stop = 'before' } = checkedOptions(options, breakOptions);
    const remove = (): void => {
      this.#entries.delete(entry);
    };
    const breakpoint: Breakpoint = {
      stop,
      get hits() {
        return entry.hits;
      },
      remove,
    };
    Object.defineProperty(breakpoint, inspect.custom, { value: asPlainData });
    const entry: Entry = { breakpoint, matches: taskFilter(this.world, wanted), hits: 0, passed: undefined };
    this.#entries.add(entry);
    this.world.untilScopeEnds(remove);
    return breakpoint;
  }

  /** The stop that is due before a task, if one is. */
  before(next: Task<WorkerTask>): Stop | undefined {
    return this.#first(next, 'before', ({ passed }) => passed !== next);
  }

  /** The stop that is due after a task. Tasks inside it can't be stopped at: those count now. */
  after(done: Task<WorkerTask>, nested: readonly Task<WorkerTask>[]): Stop | undefined {
    for (const task of nested) {
      const inside = this.#first(task, 'after', () => true, true);
      if (inside !== undefined) return inside;
    }
    return this.#first(done, 'after', () => true);
  }

  #first(
    task: Task<WorkerTask>,
    stop: StopAt,
    applies: (entry: Entry) => boolean,
    whicheverStop = false,
  ): Stop | undefined {
    for (const entry of this.#entries) {
      if ((!whicheverStop && entry.breakpoint.stop !== stop) || !applies(entry) || !entry.matches(task)) continue;
      entry.hits++;
      if (stop === 'before') entry.passed = task;
      return { task: viewOf(this.world.session, task), stop, breakpoint: entry.breakpoint };
    }
    return undefined;
  }
}
