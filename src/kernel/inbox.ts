import { Deque } from './deque';
import { Lane, type LaneOptions } from './lane';
import type { Task } from './task';

export interface InboxOptions {
  /** Number of ranks; a lane's rank is below it. */
  readonly ranks: number;
  /**
   * After this many picks in a row from a higher rank while a lower one waits, one is taken from the lower.
   * The last rank is idle work: it waits until nothing else is left.
   */
  readonly maxStreak?: number;
}

/**
 * `back`: last in its lane, which is served when its turn comes. `front`: first in its lane, which is served next in
 * its rank. `expedited`: last in its lane, which is served next in its rank.
 */
export type Place = 'back' | 'front' | 'expedited';

/** A wake-up: "look into this lane". It may find the lane empty, when an earlier one drained it. */
interface Ticket<P> {
  readonly lane: Lane<P>;
  readonly order: number;
}

/**
 * The tasks that wait for one agent. Every task queues a ticket; the first ticket of a lane opens it, and the lane is
 * then served until it is empty. Invariant: a lane has at least as many tickets as tasks, or is open with one fewer.
 */
export class Inbox<P> {
  readonly #lanes = new Set<Lane<P>>();
  readonly #tickets: readonly Deque<Ticket<P>>[];
  readonly #maxStreak: number;
  #open: Lane<P> | undefined;
  #streak = 0;

  constructor(options: InboxOptions) {
    this.#tickets = Array.from({ length: options.ranks }, () => new Deque<Ticket<P>>());
    this.#maxStreak = options.maxStreak ?? Number.POSITIVE_INFINITY;
  }

  addLane(options: LaneOptions): Lane<P> {
    const lane = new Lane<P>(options);
    this.#lanes.add(lane);
    return lane;
  }

  /** Forgets the lane; answers the tasks that were still in it. */
  removeLane(lane: Lane<P>): Task<P>[] {
    this.#lanes.delete(lane);
    return this.clearLane(lane);
  }

  clearLane(lane: Lane<P>): Task<P>[] {
    const left = lane.tasks.toArray();
    lane.tasks.clear();
    return left;
  }

  add(task: Task<P>, place: Place): void {
    const ticket: Ticket<P> = { lane: task.lane, order: task.order };
    if (place === 'front') task.lane.tasks.unshift(task);
    else task.lane.tasks.push(task);
    if (place === 'back') this.#ticketsOf(task.lane).push(ticket);
    else this.#ticketsOf(task.lane).unshift(ticket);
  }

  /** The arrival order that a task put in front of `lane` now would have. */
  frontOrder(lane: Lane<P>, id: number): number {
    return Math.min(id, lane.tasks.first?.order ?? id, this.#ticketsOf(lane).first?.order ?? id);
  }

  /** When the next thing to look at arrived; `undefined` when there is nothing. */
  get headOrder(): number | undefined {
    return this.#open?.tasks.first?.order ?? this.#nextTickets()?.first?.order;
  }

  /** The task that {@link takeNext} would take; `undefined` also when the next ticket finds its lane empty. */
  get head(): Task<P> | undefined {
    return this.#open?.tasks.first ?? this.#nextTickets()?.first?.lane.tasks.first;
  }

  /** Serves the open lane, else the next ticket: its task, or `undefined` when the ticket finds its lane empty. */
  takeNext(): Task<P> | undefined {
    const inTurn = this.#open?.tasks.shift();
    if (inTurn !== undefined) return inTurn;
    const tickets = this.#nextTickets();
    if (tickets === undefined) return undefined;
    this.#countStreak(tickets);
    this.#open = tickets.shift()?.lane;
    return this.#open?.tasks.shift();
  }

  /** Takes the first task of a lane out of turn. */
  takeFrom(lane: Lane<P>): Task<P> | undefined {
    this.#open = lane;
    return lane.tasks.shift();
  }

  isOpen(lane: Lane<P>): boolean {
    return this.#open === lane;
  }

  /** Closes the open lane; what is left in it waits for its tickets, of which there is one for each task at least. */
  endTurn(): void {
    this.#open = undefined;
  }

  /** First tasks of all lanes that may legally come next: the open lane's alone while a turn lasts. */
  legal(): Task<P>[] {
    const inTurn = this.#open?.tasks.first;
    if (inTurn !== undefined) return [inTurn];
    const firsts = [...this.#lanes].flatMap((lane) => lane.tasks.first ?? []);
    const { head } = this;
    return firsts.filter(
      (task) => task === head || task.lane.options.overtakes || !firsts.some((other) => precedes(other, task)),
    );
  }

  /** All tasks in the order in which they would be taken if nothing else happened. */
  inOrder(): Task<P>[] {
    const rest = new Map([...this.#lanes].map((lane) => [lane, lane.tasks.toArray()]));
    const take = (lane: Lane<P>): Task<P>[] => rest.get(lane)?.splice(0) ?? [];
    const open = this.#open === undefined ? [] : take(this.#open);
    return [...open, ...this.#tickets.flatMap((tickets) => tickets.toArray().flatMap(({ lane }) => take(lane)))];
  }

  /** The ticket queue to serve next: the highest rank that waits, or the next lower one when its time has come. */
  #nextTickets(): Deque<Ticket<P>> | undefined {
    const [highest, lower] = this.#waiting();
    return lower !== undefined && this.#streak >= this.#maxStreak && lower !== this.#tickets.at(-1) ? lower : highest;
  }

  #countStreak(served: Deque<Ticket<P>>): void {
    const [highest, lower] = this.#waiting();
    this.#streak = served === highest && lower !== undefined ? this.#streak + 1 : 0;
  }

  /** The two highest ranks that have tickets. */
  #waiting(): [Deque<Ticket<P>> | undefined, Deque<Ticket<P>> | undefined] {
    let highest: Deque<Ticket<P>> | undefined;
    for (const tickets of this.#tickets) {
      if (tickets.size === 0) continue;
      if (highest !== undefined) return [highest, tickets];
      highest = tickets;
    }
    return [highest, undefined];
  }

  #ticketsOf(lane: Lane<P>): Deque<Ticket<P>> {
    const tickets = this.#tickets[lane.options.rank];
    if (tickets === undefined) throw new RangeError(`rank ${lane.options.rank} is not served by this inbox`);
    return tickets;
  }
}

function precedes<P>(other: Task<P>, task: Task<P>): boolean {
  return other.lane.options.source === task.lane.options.source && other.id < task.id;
}
