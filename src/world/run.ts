import { preview } from '../base';
import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { formatEntries } from '../trace';
import type { Stop, StopAt } from './breakpoints';
import { Budget, type BudgetLimits, budgetChecks } from './budget';
import { checkedOptions, type OptionList, oneOf } from './option-checks';
import { type TaskFilter, type TaskMatch, type TaskPredicate, taskFilter } from './task-match';
import { describeTask, type TaskView, viewOf } from './task-view';
import { calledInsideHandler, cannotBeNext, neverCame } from './usage-errors';
import type { World } from './world';

const runOptions: OptionList = {
  of: 'workers.run()',
  checks: budgetChecks,
  hint: 'as in workers.run({ maxSteps: 1_000 }).',
};

const runUntilOptions: OptionList = {
  of: 'workers.runUntil()',
  checks: { stop: oneOf('before', 'after'), ...budgetChecks },
  hint: "as in workers.runUntil({ kind: 'message' }, { stop: 'before' }).",
};

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
  const done = world.perform(wanted === undefined ? undefined : legalTask(world, wanted));
  if (done === undefined) return undefined;
  const nested = session.nested.map((task) => viewOf(session, task));
  return nested.length === 0 ? viewOf(session, done) : { ...viewOf(session, done), nested };
}

/** Until nothing is due, or a breakpoint is hit. */
export function runAll(world: World, limits: BudgetLimits): RunReport {
  assertOutsideHandlers(world, 'run');
  const budget = new Budget(world, checkedOptions(limits, runOptions));
  world.session.kernel.yieldControl();
  try {
    return world.guarded(() => runToStop(world, budget));
  } finally {
    budget.end();
  }
}

function runToStop({ session, breakpoints }: World, budget: Budget): RunReport {
  for (;;) {
    const next = breakpoints.isEmpty ? undefined : session.kernel.next();
    const early = next && breakpoints.before(next);
    if (early !== undefined) return { delivered: budget.spent, stoppedAt: early };
    const done = performed(budget, () => next && breakpoints.after(next, session.nested));
    if (done === undefined) return { delivered: budget.spent };
    const late = breakpoints.isEmpty ? undefined : breakpoints.after(done, session.nested);
    if (late !== undefined) return { delivered: budget.spent, stoppedAt: late };
  }
}

/** A task that throws stops the run, with a breakpoint after it or without. */
function performed(budget: Budget, onThrow: () => void): Task<WorkerTask> | undefined {
  try {
    return budget.perform();
  } catch (error) {
    onThrow();
    throw error;
  }
}

export interface RunUntilOptions extends BudgetLimits {
  /** Whether the matching task is still performed (default) or is the next one. */
  readonly stop?: StopAt;
}

/** Until a task matches; throws when none does. */
export function runUntil(world: World, wanted: TaskMatch | TaskPredicate, options: RunUntilOptions): TaskView {
  assertOutsideHandlers(world, 'runUntil');
  const { stop = 'after', ...limits } = checkedOptions(options, runUntilOptions);
  const { session } = world;
  const matches = taskFilter(world, wanted);
  session.kernel.yieldControl();
  const budget = new Budget(world, limits);
  try {
    const found = world.guarded(() => runToMatch(session, budget, matches, stop));
    if (found === undefined) throw neverCame(wanted, budget.spent, formatEntries(session.trace.last(8)));
    return viewOf(session, found);
  } finally {
    budget.end();
  }
}

function runToMatch(
  session: World['session'],
  budget: Budget,
  matches: TaskFilter,
  stop: StopAt,
): Task<WorkerTask> | undefined {
  for (;;) {
    const next = stop === 'before' ? session.kernel.next() : undefined;
    if (next !== undefined && matches(next)) return next;
    const done = budget.perform();
    if (done === undefined) return undefined;
    if (stop === 'before') continue;
    const found = [...session.nested, done].find(matches);
    if (found !== undefined) return found;
  }
}

function legalTask({ session }: World, wanted: Pick<TaskView, 'id'>): Task<WorkerTask> {
  const legal = session.kernel.legal();
  const task = legal.find(({ id }) => id === wanted?.id);
  if (task !== undefined) return task;
  const what = typeof wanted?.id === 'number' ? `Task ${wanted.id}` : preview(wanted);
  throw cannotBeNext(
    what,
    legal.map((candidate) => titleOf(session, candidate)),
  );
}

function titleOf(session: World['session'], task: Task<WorkerTask>): string {
  return `task ${task.id} (${describeTask(viewOf(session, task))})`;
}
