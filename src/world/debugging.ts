import type { Debuggee, PendingTask, TaskDebugger } from '../debug';
import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { storeValue, type TraceFile } from '../trace';
import { assertOutsideHandlers } from './run';
import { scriptOf } from './task-recorder';
import { carriesData, describeTask, viewOf } from './task-view';
import { notDebugging } from './usage-errors';
import type { World } from './world';

/** Asks the debugger before each task, and shows it the world. */
export class Debugging implements Debuggee {
  /** Of the session that is going on, pending ones and those that are done. */
  readonly #tasks = new Map<number, Task<WorkerTask>>();

  constructor(
    private readonly world: World,
    private readonly asked: TaskDebugger,
  ) {}

  /** Performs a task, or the one that the debugger chooses instead. */
  perform(
    wanted: Task<WorkerTask> | undefined,
    perform: (task: Task<WorkerTask> | undefined) => Task<WorkerTask> | undefined,
  ): Task<WorkerTask> | undefined {
    const { kernel } = this.world.session;
    const next = wanted ?? kernel.next();
    if (next === undefined) return perform(undefined);
    const chosen = this.asked.before(this, this.#view(next), wanted !== undefined || this.world.replays.isGoingOn);
    const task = chosen === next.id ? next : (kernel.legal().find(({ id }) => id === chosen) ?? next);
    try {
      return perform(task === next ? wanted : task);
    } finally {
      this.asked.after(this, this.#view(task));
    }
  }

  stopHere(): void {
    this.asked.stopHere(this);
  }

  queued(task: Task<WorkerTask>): void {
    this.#tasks.set(task.id, task);
  }

  /** Its tasks have numbers of their own. */
  sessionBegan(): void {
    this.#tasks.clear();
  }

  get process(): object {
    return this.world.session;
  }

  get projectRoot(): string {
    return this.world.project.root;
  }

  pending(): Omit<PendingTask, 'next'>[] {
    const { kernel } = this.world.session;
    const legal = new Set(kernel.legal());
    return kernel.pending().map((task) => this.#pending(task, legal.has(task)));
  }

  agents(): ReturnType<Debuggee['agents']> {
    const { app } = this.world.session;
    const workers = app.workers.map((record) => ({
      name: record.label,
      kind: record.kind,
      state: record.state.phase,
      file: scriptOf(record, (file) => this.world.project.relative(file)),
    }));
    return [{ name: 'host', kind: 'host', state: 'host' }, ...workers];
  }

  trace(): TraceFile {
    return this.world.session.trace.toJSON();
  }

  seen(): ReturnType<Debuggee['seen']> {
    const { app, recorder } = this.world.session;
    return app.workers.map((record) => {
      const { received, port, raised } = recorder.historyOf(record);
      const { state } = record;
      return {
        label: record.label,
        received: received.all.map((data) => storeValue(data)),
        portReceived: port.received.all.map((data) => storeValue(data)),
        exitCode: state.phase === 'gone' ? state.exitCode : undefined,
        errors: raised.all.map(({ error }) => messageOf(error)),
      };
    });
  }

  dataOf(id: number): { readonly data: unknown } | undefined {
    const task = this.#tasks.get(id);
    return task !== undefined && carriesData(task.payload) ? { data: task.note } : undefined;
  }

  globalOf(agent: string): object | undefined {
    if (agent === 'host') return globalThis;
    const record = this.world.session.app.workers.find(({ label }) => label === agent);
    return record?.thread.realm?.global;
  }

  describe(id: number): string | undefined {
    const task = this.#tasks.get(id);
    return task && describeTask(this.#view(task));
  }

  postedAt(id: number): string | undefined {
    const task = this.#tasks.get(id);
    return task && this.world.session.sites.of(task.payload);
  }

  #pending(task: Task<WorkerTask>, legal: boolean): Omit<PendingTask, 'next'> {
    const { id, kind, from, to, preview, causedBy } = this.#view(task);
    const postedAt = this.postedAt(id);
    const data = carriesData(task.payload) ? { data: storeValue(task.note) } : {};
    return { id, kind, from, to, preview, ...data, causedBy, ...(postedAt && { postedAt }), legal };
  }

  #view(task: Task<WorkerTask>): ReturnType<typeof viewOf> {
    return viewOf(this.world.session, task);
  }
}

/** Of what was thrown, which may be anything. */
function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Stands still where the test says so. */
export function debugHere(world: World): void {
  assertOutsideHandlers(world, 'debug');
  if (world.debugging === undefined) throw notDebugging();
  world.debugging.stopHere();
}
