import { preview, ToolError } from '../base';
import { type Divergence, fifo, ReplayPolicy, type Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { describeTask, viewOf } from './task-view';
import type { World } from './world';

/** The order that the test wants its tasks performed in. */
export class Replays {
  #policy: ReplayPolicy | undefined;

  constructor(private readonly world: World) {}

  /** Whether there is still a task whose turn it is. */
  get isGoingOn(): boolean {
    return this.#policy?.expected !== undefined;
  }

  /**
   * Until the order is spent, it can't be followed, or the scope ends.
   *
   * @throws ToolError `FOW_BAD_SCHEDULE`
   */
  start(schedule: readonly number[]): void {
    if (!isSchedule(schedule)) throw badSchedule(schedule);
    const policy = new ReplayPolicy([...schedule], (divergence) => this.#diverged(divergence));
    this.#follow(policy);
    this.world.untilScopeEnds(() => {
      if (this.#policy === policy) this.#follow(undefined);
    });
  }

  /** The new session's tasks go on in the same order. */
  sessionBegan(): void {
    if (this.#policy !== undefined) this.#follow(this.#policy);
  }

  /** A task is about to be performed: the given one, or the next. */
  begins(task: Task<WorkerTask> | undefined): void {
    if (this.#policy === undefined) return;
    const next = task ?? this.world.session.kernel.next();
    if (next !== undefined) this.#policy.begins(next);
  }

  #follow(policy: ReplayPolicy | undefined): void {
    this.#policy = policy;
    this.world.session.kernel.policy = policy ?? fifo;
  }

  /** What is performed from now on is in nobody's order. */
  #diverged({ expected, position }: Divergence): never {
    this.#follow(undefined);
    const { session } = this.world;
    const legal = new Set(session.kernel.legal());
    const waiting = session.kernel.pending().map((task) => {
      const line = `task ${task.id} (${describeTask(viewOf(session, task))})`;
      return legal.has(task) ? line : `${line}, which can't come next`;
    });
    throw new ToolError({
      code: 'FOW_REPLAY_DIVERGED',
      summary: `Task ${expected} can't be performed as number ${position + 1} of the order that is replayed`,
      facts: waiting.map((line) => `pending: ${line}`),
      hint: 'the test or its code is another one than when the order was recorded: record it again with `npx fake-ohos-worker debug`, or remove workers.replay().',
    });
  }
}

function isSchedule(schedule: unknown): boolean {
  return Array.isArray(schedule) && schedule.every((id) => Number.isInteger(id) && id > 0);
}

function badSchedule(schedule: unknown): ToolError {
  return new ToolError({
    code: 'FOW_BAD_SCHEDULE',
    summary: `workers.replay(${preview(schedule)}) has no order to follow`,
    facts: ['expected: ids of tasks, as `npx fake-ohos-worker debug` exports them'],
    hint: 'as in workers.replay([1, 2, 4, 3]).',
  });
}
