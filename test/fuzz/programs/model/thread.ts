import type { ModelProcess } from './process';
import type { ModelWorker } from './worker';

/** One thing that a thread does as a whole. */
export interface ModelTask {
  readonly kind: 'start' | 'message' | 'stop' | 'error' | 'call' | 'exit' | 'timer';
  readonly from: string;
  perform(batch: Batch): void;
}

/** What lasts while one lane is drained without a break: for handlers that are read once (L-24, L-58). */
export interface Batch {
  callback?: { readonly value: unknown; readonly viaAllErrors: boolean };
  /** The host task ends at once; what is left waits for its own tasks (L-56, L-68). */
  over?: boolean;
}

interface Queued {
  readonly task: ModelTask;
  /** When it counts as having arrived. */
  readonly order: number;
}

export interface ModelLane {
  readonly rank: number;
  queued: Queued[];
  /** The lanes that one turn serves, in their order; this one is among them. */
  readonly group: readonly ModelLane[];
  /** Its tasks share one signal: what a turn leaves behind waits for the next task (L-56). */
  readonly signal: boolean;
  stranded: boolean;
  /** Performed after the last task of a batch. */
  readonly afterBatch: ((batch: Batch) => void) | undefined;
}

export function createLane(rank: number, options: Partial<Pick<ModelLane, 'signal' | 'afterBatch'>> = {}): ModelLane {
  const group: ModelLane[] = [];
  const lane = { rank, queued: [], group, signal: false, stranded: false, afterBatch: undefined, ...options };
  group.push(lane);
  return lane;
}

function firstOf(lane: ModelLane | undefined): Queued | undefined {
  return lane === undefined || lane.stranded ? undefined : lane.queued[0];
}

/** The first lane of a group, from one of them on, that has something to do. */
function nextLaneOf(group: readonly ModelLane[], from: number): ModelLane | undefined {
  return group.find((lane, at) => at >= from && firstOf(lane) !== undefined);
}

/**
 * `back`: last in its lane. `front`: first in its lane, whose ticket is the next one. `expedited`: last in its lane,
 * whose ticket is the next one. `ahead`: first in its lane, which waits for its turn.
 */
export type Place = 'back' | 'front' | 'expedited' | 'ahead';

interface Ticket {
  readonly lane: ModelLane;
  readonly order: number;
}

interface Timer {
  readonly id: number;
  /** Timers of the same time fire in the order in which they were set. */
  readonly armed: number;
  readonly due: number;
  readonly period: number | undefined;
  readonly fire: () => void;
}

/** The main thread serves its queues by priority (L-93); a worker looks at one kind of thing after the other. */
export const mainRanks = { immediate: 0, high: 1, low: 2, idle: 3 } as const;
export const workerRanks = {
  start: 0,
  timer: 1,
  message: 2,
  childMessage: 3,
  childError: 4,
  childFailure: 5,
  childCall: 6,
  childExit: 7,
} as const;

/** One JavaScript thread: what waits for it, its timers, its promise jobs. */
export class ModelThread {
  readonly tickets: Ticket[][];
  readonly children: ModelWorker[] = [];
  readonly timers = new Map<number, Timer>();
  readonly #timerLane = createLane(workerRanks.timer);
  #jobs: (() => void)[] = [];
  #open: ModelLane | undefined;
  #batch: Batch | undefined;
  #streak = 0;
  #depth = 0;
  /** The interval whose callback runs; `undefined` once it is cleared in there. */
  #firing: number | undefined;
  destroyed = false;

  constructor(
    readonly process: ModelProcess,
    readonly name: string,
    /** `undefined` for the main thread. */
    readonly worker: ModelWorker | undefined,
  ) {
    this.tickets = Array.from({ length: worker === undefined ? 4 : 8 }, () => []);
  }

  get isMain(): boolean {
    return this.worker === undefined;
  }

  enqueue(lane: ModelLane, task: ModelTask, place: Place = 'back'): void {
    const now = this.process.nextNumber();
    const tickets = this.#ticketsOf(lane);
    const order = Math.min(now, ...overtaken(place, lane, tickets));
    const queued = { task, order };
    if (place === 'front' || place === 'ahead') lane.queued.unshift(queued);
    else lane.queued.push(queued);
    if (place === 'back' || place === 'ahead') tickets.push({ lane, order });
    else tickets.unshift({ lane, order });
    lane.stranded = false;
    this.skipSpentTickets();
  }

  /** What the thread would do next. */
  get head(): Queued | undefined {
    return firstOf(this.#open) ?? firstOf(this.#nextLane);
  }

  /** Does the next thing. */
  performNext(): void {
    if (firstOf(this.#open) === undefined) {
      this.#open = this.#nextLane;
      this.#batch = undefined;
      this.#takeTicket();
    }
    this.#performFirst();
  }

  /** Does the next thing although it is not this thread's turn; no ticket is read for it. */
  performOutOfTurn(): void {
    if (firstOf(this.#open) === undefined) {
      this.#open = this.#nextLane;
      this.#batch = undefined;
    }
    this.#performFirst();
  }

  /** Whoever drives the threads has taken control: handlers are read anew. */
  endBatch(): void {
    this.#batch = undefined;
  }

  #performFirst(): void {
    const lane = this.#open;
    const first = lane?.queued.shift();
    if (lane === undefined || first === undefined) return;
    this.#batch ??= {};
    const batch = this.#batch;
    first.task.perform(batch);
    this.worker?.afterTask();
    if (lane.queued.length > 0 && batch.over !== true) return;
    lane.afterBatch?.(batch);
    lane.stranded = lane.signal && lane.queued.length > 0;
    if (lane.stranded) this.process.seen('left behind by a signal');
    this.#open = nextLaneOf(lane.group, lane.group.indexOf(lane) + 1);
    this.#batch = undefined;
    this.skipSpentTickets();
  }

  /** All that waits, in the order in which it would be done if nothing else happened. */
  inOrder(): Queued[] {
    const streak = this.#streak;
    const tickets = this.tickets.map((queue) => [...queue]);
    const done = new Set<ModelLane>();
    const result: Queued[] = [];
    const turn = (lanes: readonly ModelLane[]): void => {
      for (const lane of lanes) if (!lane.stranded && !done.has(lane)) result.push(...lane.queued);
      for (const lane of lanes) done.add(lane);
    };
    if (this.#open !== undefined) turn(this.#open.group.slice(this.#open.group.indexOf(this.#open)));
    for (let ticket = this.#takeTicket(); ticket !== undefined; ticket = this.#takeTicket()) turn(ticket.lane.group);
    for (const [rank, queue] of tickets.entries()) this.tickets[rank]?.push(...queue);
    this.#streak = streak;
    return result;
  }

  /** A free thread reads a ticket for which there is nothing to do at once. */
  skipSpentTickets(): void {
    if (firstOf(this.#open) !== undefined) return;
    while (this.#nextTicket !== undefined && this.#nextLane === undefined) this.#takeTicket();
  }

  /** The lane that the next ticket opens. */
  get #nextLane(): ModelLane | undefined {
    return nextLaneOf(this.#nextTicket?.lane.group ?? [], 0);
  }

  #ticketsOf(lane: ModelLane): Ticket[] {
    const tickets = this.tickets[lane.rank];
    if (tickets === undefined) throw new RangeError(`no rank ${lane.rank}`);
    return tickets;
  }

  get #nextTicket(): Ticket | undefined {
    return this.tickets[this.#nextRank() ?? -1]?.[0];
  }

  #takeTicket(): Ticket | undefined {
    const rank = this.#nextRank();
    if (rank === undefined) return undefined;
    const urgent = this.tickets.findIndex((queue) => queue.length > 0);
    const lowerWaits = this.#firstWaiting(rank + 1) !== undefined;
    this.#streak = rank === urgent && lowerWaits ? this.#streak + 1 : 0;
    return this.tickets[rank]?.shift();
  }

  /** On the main thread a lower queue gets its turn after five picks from a higher one; the idle queue never (L-93). */
  #nextRank(): number | undefined {
    const urgent = this.tickets.findIndex((queue) => queue.length > 0);
    if (urgent < 0) return undefined;
    const guard = this.process.mutant === 'no starvation guard' ? Number.POSITIVE_INFINITY : 5;
    if (!this.isMain || this.#streak < guard) return urgent;
    const lower = this.#firstWaiting(urgent + 1);
    if (lower !== undefined) this.process.seen('guard against starvation');
    return lower ?? urgent;
  }

  #firstWaiting(from: number): number | undefined {
    const found = this.tickets.findIndex((queue, rank) => rank >= from && rank < 3 && queue.length > 0);
    return found < 0 ? undefined : found;
  }

  /**
   * A call from the native side. At depth 0 the promise jobs run when it is done, unless it threw (L-90, L-91). Answers
   * what it threw.
   */
  call(act: () => void): { readonly thrown: unknown } | undefined {
    this.#depth++;
    try {
      act();
      if (this.#depth === 1) this.runJobs();
      return undefined;
    } catch (thrown) {
      if (this.process.mutant === 'promise jobs run after a throw') this.runJobs();
      return { thrown };
    } finally {
      this.#depth--;
    }
  }

  job(act: () => void): void {
    this.#jobs.push(act);
  }

  /** Until there are none. What they call is nested: it runs no jobs itself. */
  runJobs(): void {
    this.#depth++;
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      this.process.seen('promise job');
      try {
        job();
      } catch {
        this.process.seen('rejected promise');
      }
    }
    this.#depth--;
  }

  setTimer(fire: () => void, delay: number, repeats: boolean): number {
    const id = this.process.nextTimer();
    if (this.destroyed || this.worker?.timersAreOver === true) return id;
    const first = delay < 0 ? 1 : delay;
    const period = repeats ? Math.max(1, delay) : undefined;
    this.timers.set(id, { id, armed: this.process.nextNumber(), due: this.process.now + first, period, fire });
    if (first === 0) this.fireDue(id);
    return id;
  }

  clearTimer(id: unknown): void {
    if (id === this.#firing) this.#firing = undefined;
    this.timers.delete(id as number);
    this.#timerLane.queued = this.#timerLane.queued.filter(({ task }) => (task as TimerTask).id !== id);
    this.skipSpentTickets();
  }

  clearTimers(): void {
    for (const id of [...this.timers.keys()]) this.clearTimer(id);
    this.#timerLane.queued = [];
    this.skipSpentTickets();
  }

  /** The timer's time has come: a task of the thread. */
  fireDue(id: number): void {
    const timer = this.timers.get(id);
    if (timer === undefined) return;
    this.timers.delete(id);
    const task: TimerTask = { kind: 'timer', from: this.name, id, perform: () => this.#fire(timer) };
    this.enqueue(this.#timerLane, task);
  }

  #fire(timer: Timer): void {
    this.process.seen('timer');
    this.#firing = timer.id;
    const failed = this.call(timer.fire);
    const goesOn = this.#firing === timer.id;
    this.#firing = undefined;
    if (failed !== undefined) return this.worker?.reportFailure(failed.thrown);
    if (timer.period === undefined || !goesOn || this.worker?.timersAreOver === true) return;
    this.timers.set(timer.id, { ...timer, armed: this.process.nextNumber(), due: this.process.now + timer.period });
  }
}

/** The orders that a task must not come after at its place: it counts as having arrived before what it overtakes. */
function overtaken(place: Place, lane: ModelLane, tickets: readonly Ticket[]): number[] {
  if (place === 'back') return [];
  const overtakenTickets = place === 'ahead' ? [] : tickets.slice(0, 1);
  return [...lane.queued.slice(0, 1), ...overtakenTickets].map(({ order }) => order);
}

interface TimerTask extends ModelTask {
  readonly id: number;
}
