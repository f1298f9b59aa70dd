import type { Task } from '../kernel';
import { crashAfterCutOff, drainJobs, type WorkerRecord, type WorkerTask } from '../ohos';
import type { StoppedFrame } from '../realm';
import { endlessHandler } from './endless-handler';
import type { World } from './world';

/** Has code of the user's that doesn't return cut off, and tells what it was. */
export class Guard {
  /** Whose promise jobs are running outside of any task. */
  #draining: WorkerRecord['thread'] | undefined;

  constructor(
    private readonly world: World,
    private readonly relativePath: (file: string) => string,
  ) {}

  /**
   * Performs tasks, which makes code of the user's run. A handler in it that doesn't return is cut off.
   *
   * @throws what `body` throws, and ToolError `FOW_ENDLESS_HANDLER`.
   */
  run<T>(body: () => T): T {
    return this.world.session.kernel.isIdle ? body() : this.#guard(body);
  }

  /** Performs one task. */
  step(task: Task<WorkerTask> | undefined): Task<WorkerTask> | undefined {
    const { kernel } = this.world.session;
    if (this.world.surroundings.watchdog.isGuarding) return task === undefined ? kernel.step() : kernel.stepTask(task);
    if (kernel.isIdle) return undefined;
    return this.#guard(() => (task === undefined ? kernel.step() : kernel.stepTask(task)));
  }

  /** Runs the promise jobs of all workers. */
  drainRealms(): void {
    const { livingWorkers } = this.world.session.app;
    if (livingWorkers.size > 0) this.#guard(() => this.#drain(livingWorkers));
  }

  #guard<T>(body: () => T): T {
    const { settings, surroundings } = this.world;
    const { watchdog } = surroundings;
    if (watchdog.isGuarding) return body();
    const end = watchdog.guard(settings.maxHandlerTime, body);
    if (!end.cut) return end.value;
    throw this.#cutOff(end.frames);
  }

  #drain(workers: Iterable<WorkerRecord>): void {
    for (const { thread, stopped } of workers) {
      if (stopped) continue;
      this.#draining = thread;
      drainJobs(thread);
    }
    this.#draining = undefined;
  }

  #cutOff(frames: readonly StoppedFrame[]): Error {
    const { session, settings, surroundings } = this.world;
    const tasks = session.kernel.abandon();
    session.sites.locateAll(false);
    session.app.ports.arkts().forgetIterations();
    const [task] = tasks;
    const drained = this.#draining;
    this.#draining = undefined;
    const agent = task?.agent.name ?? drained?.name ?? 'host';
    const { maxHandlerTime } = settings;
    const cut = { session, agent, task, frames, maxHandlerTime, relativePath: this.relativePath };
    const error = endlessHandler(cut, surroundings);
    session.trace.add(agent, { type: 'uncaught', error: error.code, context: error.parts.summary });
    crashAfterCutOff(session.app, tasks, drained);
    return error;
  }
}
