import type { Task } from '../kernel';
import { crashAfterCutOff, drainJobs, type WorkerRecord, type WorkerTask } from '../ohos';
import { mostGuarded, type StoppedFrame } from '../realm';
import { endlessHandler } from './endless-handler';
import type { World } from './world';

/** Has code of the user's that doesn't return cut off, and tells what it was. */
export class Guard {
  /** Whose promise jobs are running outside of any task. */
  #draining: WorkerRecord['thread'] | undefined;
  /** The stretch of the test file in which calls are counted. */
  #scope: object | undefined;
  #calls = 0;

  constructor(
    private readonly world: World,
    private readonly relativePath: (file: string) => string,
  ) {}

  /**
   * For calls that the test makes itself. Performs tasks, which makes code of the user's run. A handler in it that doesn't
   * return is cut off; after the first calls of a test, which are many, it is only told of.
   *
   * @throws what `body` throws, and ToolError `FOW_ENDLESS_HANDLER`.
   */
  run<T>(body: () => T): T {
    return this.world.session.kernel.isIdle ? body() : this.#guardFirst(body);
  }

  /** As {@link run}, for one task. */
  step(task: Task<WorkerTask> | undefined): Task<WorkerTask> | undefined {
    const { kernel } = this.world.session;
    if (this.world.surroundings.watchdog.isGuarding) return task === undefined ? kernel.step() : kernel.stepTask(task);
    if (kernel.isIdle) return undefined;
    return this.#guardFirst(() => (task === undefined ? kernel.step() : kernel.stepTask(task)));
  }

  /** As {@link run}, in a turn of the event loop, which costs as much: it is always guarded. */
  turn<T>(body: () => T): T {
    return this.world.session.kernel.isIdle && !this.#hasJobs ? body() : this.#guard(body);
  }

  /** Runs the promise jobs of all workers. */
  drainRealms(): void {
    if (this.#hasJobs) this.#guard(() => this.#drain());
  }

  #guardFirst<T>(body: () => T): T {
    const { watchdog } = this.world.surroundings;
    if (watchdog.isGuarding) return body();
    if (this.#isAmongFirst()) return this.#guard(body);
    return watchdog.watch(this.#limit, body);
  }

  #isAmongFirst(): boolean {
    const scope = this.world.surroundings.currentScope();
    if (scope !== this.#scope) this.#calls = 0;
    this.#scope = scope;
    return ++this.#calls <= mostGuarded;
  }

  #guard<T>(body: () => T): T {
    const { watchdog } = this.world.surroundings;
    if (watchdog.isGuarding) return body();
    const end = watchdog.guard(this.#limit, body);
    if (!end.cut) return end.value;
    throw this.#cutOff(end.frames);
  }

  /** Milliseconds; 0: who debugs takes their time. */
  get #limit(): number {
    return this.world.debugging === undefined ? this.world.settings.maxHandlerTime : 0;
  }

  /** Whether there may be any: of a realm nobody can tell, as others than its own code may wake them. */
  get #hasJobs(): boolean {
    for (const { thread } of this.world.session.app.livingWorkers) if (thread.realm?.isolated) return true;
    return false;
  }

  #drain(): void {
    for (const { thread, stopped } of this.world.session.app.livingWorkers) {
      if (stopped) continue;
      this.#draining = thread;
      drainJobs(thread);
    }
    this.#draining = undefined;
  }

  #cutOff(frames: readonly StoppedFrame[]): Error {
    const { session } = this.world;
    const tasks = session.kernel.abandon();
    session.sites.locateAll(false);
    session.app.ports.arkts().forgetIterations();
    const drained = this.#draining;
    const [task] = tasks;
    const agent = task?.agent.name ?? drained?.name ?? 'host';
    const { relativePath } = this;
    this.#draining = undefined;
    const error = endlessHandler({ session, agent, task, frames, relativePath }, this.world);
    session.trace.add(agent, { type: 'uncaught', error: error.code, context: error.parts.summary });
    crashAfterCutOff(session.app, tasks, drained);
    return error;
  }
}
