import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { formatEntries } from '../trace';
import type { Stop, StopAt } from './breakpoints';
import { Budget, type BudgetLimits } from './budget';
import { type TaskMatch, type TaskPredicate, taskFilter } from './task-match';
import { describeTask, type TaskView, viewOf } from './task-view';
import { calledInsideHandler, neverCame, noSuchTask } from './usage-errors';
import type { World } from './world';

/** What a run did. */
export interface RunReport {
  /** How many tasks were performed. */
  readonly delivered: number;
  /** The breakpoint that made it stop; absent when it went on until nothing was due. */
  readonly stoppedAt?: Stop;
}

/** Only the test may make tasks run: inside a task none can, and of tests that run at the same time none may. */
export function assertOutsideHandlers({ session, surroundings }: World, method: string): void {
  surroundings.currentScope();
  const { current } = session.kernel;
  if (current !== undefined) throw calledInsideHandler(method, titleOf(session, current));
}

/** One task; control comes back to the test after it. */
export function stepOnce(world: World, wanted: Pick<TaskView, 'id'> | undefined): TaskView | undefined {
  assertOutsideHandlers(world, 'step');
  const { session } = world;
  session.kernel.yieldControl();
  const done = world.perform(wanted === undefined ? undefined : legalTask(world, wanted.id));
  if (done === undefined) return undefined;
  const nested = session.nested.map((task) => viewOf(session, task));
  return nested.length === 0 ? viewOf(session, done) : { ...viewOf(session, done), nested };
}

/** Until nothing is due, or a breakpoint is hit. */
export function runAll(world: World, limits: BudgetLimits): RunReport {
  assertOutsideHandlers(world, 'run');
  world.session.kernel.yieldControl();
  const budget = new Budget(world, limits);
  return world.guarded(() => runToStop(world, budget));
}

function runToStop({ session, breakpoints }: World, budget: Budget): RunReport {
  for (;;) {
    const next = breakpoints.isEmpty ? undefined : session.kernel.next();
    const early = next && breakpoints.before(next);
    if (early !== undefined) return { delivered: budget.spent, stoppedAt: early };
    const done = budget.perform();
    if (done === undefined) return { delivered: budget.spent };
    const late = breakpoints.isEmpty ? undefined : breakpoints.after(done, session.nested);
    if (late !== undefined) return { delivered: budget.spent, stoppedAt: late };
  }
}

export interface RunUntilOptions extends BudgetLimits {
  /** Whether the matching task is still performed (default) or is the next one. */
  readonly stop?: StopAt;
}

/** Until a task matches; throws when none does. */
export function runUntil(
  world: World,
  wanted: TaskMatch | TaskPredicate,
  { stop = 'after', ...limits }: RunUntilOptions,
): TaskView {
  assertOutsideHandlers(world, 'runUntil');
  const { session } = world;
  const matches = taskFilter(world, wanted);
  session.kernel.yieldControl();
  const budget = new Budget(world, limits);
  const found = world.guarded(() => runToMatch(session, budget, matches, stop));
  if (found === undefined) throw neverCame(budget.spent, formatEntries(session.trace.last(8)));
  return viewOf(session, found);
}

function runToMatch(
  session: World['session'],
  budget: Budget,
  matches: TaskPredicate,
  stop: StopAt,
): Task<WorkerTask> | undefined {
  for (;;) {
    const next = stop === 'before' ? session.kernel.next() : undefined;
    if (next !== undefined && matches(viewOf(session, next))) return next;
    const done = budget.perform();
    if (done === undefined) return undefined;
    if (stop === 'before') continue;
    const found = [...session.nested, done].find((task) => matches(viewOf(session, task)));
    if (found !== undefined) return found;
  }
}

function legalTask({ session }: World, id: number): Task<WorkerTask> {
  const legal = session.kernel.legal();
  const task = legal.find((candidate) => candidate.id === id);
  if (task !== undefined) return task;
  throw noSuchTask(
    id,
    legal.map((candidate) => titleOf(session, candidate)),
  );
}

function titleOf(session: World['session'], task: Task<WorkerTask>): string {
  return `task ${task.id} (${describeTask(viewOf(session, task))})`;
}
