import type { Mutant } from './mutants';
import { platformError } from './platform-error';
import type { Sight } from './sights';
import { type ModelTask, ModelThread } from './thread';
import type { ModelWorker, WorkerKind } from './worker';

/** How many workers may live at once; the fake is given the same numbers. */
export interface ModelLimits {
  readonly ThreadWorker: number;
  readonly RestrictedWorker: number;
  readonly Worker: number;
  readonly total: number;
}

/** One app process: its threads, the version latch, the counts, the virtual clock. */
export class ModelProcess {
  readonly workers: ModelWorker[] = [];
  readonly threads: ModelThread[] = [];
  readonly main: ModelThread;
  /** The first class that was constructed decides for ever (E-1). */
  version: 'old' | 'new' | undefined;
  now = 0;
  #lastNumber = 0;
  #lastTimer = 0;
  readonly #uncaught: unknown[] = [];

  constructor(
    readonly limits: ModelLimits,
    private readonly onSeen: (what: Sight) => void,
    /** Hears of what no rule decides: nothing after it can be compared. */
    readonly undetermined: (what: string) => void,
    readonly mutant: Mutant | undefined,
  ) {
    this.main = new ModelThread(this, 'host', undefined);
    this.threads.push(this.main);
  }

  /** Something interesting happened: it counts for the coverage. */
  seen(what: Sight): void {
    this.onSeen(what);
  }

  nextNumber(): number {
    return ++this.#lastNumber;
  }

  nextTimer(): number {
    return ++this.#lastTimer;
  }

  living(kind?: WorkerKind): number {
    return this.workers.filter((worker) => !worker.released && (kind === undefined || worker.kind === kind)).length;
  }

  /** Path V of E-3: thrown with the new classes only. */
  throwIfNew(error: Error): void {
    if (this.version === 'new') throw error;
    this.seen('silent with the old class');
  }

  notRunning(detail: string): void {
    this.throwIfNew(platformError(10200004, detail));
  }

  /** An exception that nobody on the main thread caught: the test gets it after the task (L-75). */
  uncaught(error: unknown): void {
    this.seen('uncaught host exception');
    this.#uncaught.push(error);
  }

  /** All tasks in the order in which they would be performed if nothing else happened. */
  get pending(): { readonly task: ModelTask; readonly to: string }[] {
    const queues = this.threads.map((thread) => ({ to: thread.name, queued: thread.inOrder() }));
    const result: { readonly task: ModelTask; readonly to: string }[] = [];
    for (;;) {
      const next = earliest(queues, ({ queued }) => queued[0]?.order);
      const first = next?.queued.shift();
      if (next === undefined || first === undefined) return result;
      result.push({ task: first.task, to: next.to });
    }
  }

  /** Performs the next task; throws what has been left uncaught. */
  perform(choose: (busy: readonly ModelThread[]) => ModelThread | undefined = first): ModelTask | undefined {
    const thread = choose(this.threads.filter(({ head }) => head !== undefined));
    const task = thread?.head?.task;
    if (choose === first) thread?.performNext();
    else thread?.performOutOfTurn();
    if (this.#uncaught.length > 0) throw this.#uncaught.shift();
    return task;
  }

  /** The test takes control: every batch ends. */
  takeControl(): void {
    for (const thread of this.threads) thread.endBatch();
  }

  run(): void {
    this.takeControl();
    while (this.perform() !== undefined);
  }

  advance(ms: number): void {
    const target = this.now + ms;
    this.run();
    for (let due = this.#nextDue(); due !== undefined && due <= target; due = this.#nextDue()) {
      this.now = due;
      this.#fireDue();
      this.run();
    }
    this.now = target;
  }

  #nextDue(): number | undefined {
    const dues = this.threads.flatMap(({ timers }) => [...timers.values()].map(({ due }) => due));
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  /** In the order of being set. */
  #fireDue(): void {
    const due = this.threads
      .flatMap((thread) => [...thread.timers.values()].map((timer) => ({ thread, timer })))
      .filter(({ timer }) => timer.due <= this.now)
      .sort((a, b) => a.timer.armed - b.timer.armed);
    for (const { thread, timer } of due) thread.fireDue(timer.id);
  }
}

function first(busy: readonly ModelThread[]): ModelThread | undefined {
  return earliest(busy, ({ head }) => head?.order);
}

/** The first of those with the lowest order. */
function earliest<T>(items: readonly T[], orderOf: (item: T) => number | undefined): T | undefined {
  let found: T | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const order = orderOf(item) ?? Number.POSITIVE_INFINITY;
    if (order >= lowest) continue;
    lowest = order;
    found = item;
  }
  return found;
}
