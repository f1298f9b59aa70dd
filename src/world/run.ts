import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { formatEntries } from '../trace';
import { callSiteWindow, describeLoop } from './endless-loop';
import { type TaskView, viewTask } from './task-view';
import { calledInsideHandler, neverCame, noSuchTask, overBudget } from './usage-errors';
import type { World } from './world';

/** What a run did. */
export interface RunReport {
  /** How many tasks were performed. */
  readonly delivered: number;
}

export function viewOf({ session }: World, task: Task<WorkerTask>): TaskView {
  return viewTask(task, session.recorder.dataOf(task));
}

/** Only the test may make tasks run: inside a task none can. */
export function assertOutsideHandlers(world: World, method: string): void {
  const { current } = world.session.kernel;
  if (current !== undefined) throw calledInsideHandler(method, describeTask(viewOf(world, current)));
}

/** One task; control comes back to the test after it. */
export function stepOnce(world: World, wanted: Pick<TaskView, 'id'> | undefined): TaskView | undefined {
  assertOutsideHandlers(world, 'step');
  const { kernel } = world.session;
  kernel.yieldControl();
  const done = world.perform(wanted === undefined ? undefined : legalTask(world, wanted.id));
  return done === undefined ? undefined : viewOf(world, done);
}

/** Until nothing is due. */
export function runAll(world: World, maxSteps: number): RunReport {
  assertOutsideHandlers(world, 'run');
  world.session.kernel.yieldControl();
  const budget = new Budget(world, maxSteps);
  while (world.perform() !== undefined) budget.spend();
  return { delivered: budget.spent };
}

export type RunUntilOptions = {
  /** Whether the matching task is still performed (default) or is the next one. */
  readonly stop?: 'before' | 'after';
  readonly maxSteps?: number;
};

/** Until a task matches; throws when none does. */
export function runUntil(
  world: World,
  matches: (task: TaskView) => boolean,
  { stop = 'after', maxSteps = world.settings.maxSteps }: RunUntilOptions,
): TaskView {
  assertOutsideHandlers(world, 'runUntil');
  const { kernel, trace } = world.session;
  kernel.yieldControl();
  const budget = new Budget(world, maxSteps);
  for (;;) {
    const [next] = stop === 'before' ? kernel.pending() : [];
    if (next !== undefined && matches(viewOf(world, next))) return viewOf(world, next);
    const done = world.perform();
    if (done === undefined) break;
    if (stop === 'after' && matches(viewOf(world, done))) return viewOf(world, done);
    budget.spend();
  }
  throw neverCame(budget.spent, formatEntries(trace.last(8)));
}

/** Counts performed tasks; shortly before the end it begins to remember where posts are made, for the error. */
export class Budget {
  spent = 0;

  constructor(
    private readonly world: World,
    private readonly maxSteps: number,
    /** Up to which virtual time timers count as still to be performed; of `run` none do. */
    private readonly until = Number.NEGATIVE_INFINITY,
  ) {
    world.session.recorder.locatePosts(maxSteps <= callSiteWindow);
  }

  /** @throws ToolError `FOW_OVER_BUDGET` */
  spend(): void {
    this.spent++;
    const { recorder, kernel } = this.world.session;
    if (this.maxSteps - this.spent === callSiteWindow) recorder.locatePosts(true);
    if (this.spent < this.maxSteps || (kernel.legal().length === 0 && !this.#timerIsLeft)) return;
    const loop = describeLoop(this.world);
    recorder.locatePosts(false);
    throw overBudget({ maxSteps: this.maxSteps, ...loop });
  }

  get #timerIsLeft(): boolean {
    const { nextDue } = this.world.session.clock;
    return nextDue !== undefined && nextDue <= this.until;
  }
}

export function describeTask({ id, kind, from, to, preview }: TaskView): string {
  return `task ${id} (${kind} ${from} -> ${to}${preview === '' ? '' : ` ${preview}`})`;
}

function legalTask(world: World, id: number): Task<WorkerTask> {
  const legal = world.session.kernel.legal();
  const task = legal.find((candidate) => candidate.id === id);
  if (task === undefined) {
    throw noSuchTask(
      id,
      legal.map((candidate) => describeTask(viewOf(world, candidate))),
    );
  }
  return task;
}
