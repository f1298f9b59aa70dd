import { Deque } from './deque';
import { Lane, type LaneOptions } from './lane';
import { RankChooser } from './rank-chooser';
import type { Place, Task } from './task';

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
 * The tasks that wait for one agent. Every task queues a ticket, which says "look into this lane", or into the lanes of
 * its group: the first ticket opens it, and it is then served until it is empty. A ticket whose lanes were drained before
 * is spent. Tickets are the tasks that queued them, read for nothing but lane and order. Invariants: a group has at least
 * as many tickets as tasks, or is open with one fewer; between tasks the next ticket is not spent, as an agent that is
 * free reads spent ones at once.
 */
export class Inbox<P> {
  readonly #lanes = new Set<Lane<P>>();
  readonly #tickets: readonly Deque<Task<P>>[];
  readonly #chooser: RankChooser;
  #open: Lane<P> | undefined;

  constructor(options: InboxOptions) {
    this.#tickets = Array.from({ length: options.ranks }, () => new Deque<Task<P>>());
    this.#chooser = new RankChooser(options.maxStreak ?? Number.POSITIVE_INFINITY);
  }

  /** @param group lanes that one turn serves before this one; it is added to them. */
  addLane(options: LaneOptions, group: Lane<P>[] = []): Lane<P> {
    const lane = new Lane<P>(options, group);
    group.push(lane);
    this.#lanes.add(lane);
    return lane;
  }

  /** Forgets the lane; answers the tasks that were still in it. */
  removeLane(lane: Lane<P>): Task<P>[] {
    this.#lanes.delete(lane);
    return this.clearLane(lane);
  }

  /** Takes the tasks of a lane back, all or those that match; answers them. */
  clearLane(lane: Lane<P>, matches: (task: Task<P>) => boolean = () => true): Task<P>[] {
    const tasks = lane.tasks.toArray();
    lane.tasks.clear();
    for (const task of tasks) if (!matches(task)) lane.tasks.push(task);
    this.#skipSpent();
    return tasks.filter(matches);
  }

  /** Takes a task back, and the ticket that it queued. */
  remove(task: Task<P>): void {
    this.removeAll([task]);
  }

  removeAll(tasks: readonly Task<P>[]): void {
    const removed = new Set(tasks);
    const lanes = new Set(tasks.map(({ lane }) => lane));
    for (const lane of lanes) lane.tasks.removeAll(removed);
    for (const tickets of new Set([...lanes].map((lane) => this.#ticketsOf(lane)))) tickets.removeAll(removed);
    this.#skipSpent();
  }

  /** Puts a task where its place says. */
  add(task: Task<P>): void {
    const { lane, place } = task;
    if (place === 'front' || place === 'ahead') lane.tasks.unshift(task);
    else lane.tasks.push(task);
    if (place === 'back' || place === 'ahead') this.#ticketsOf(lane).push(task);
    else this.#ticketsOf(lane).unshift(task);
    lane.stranded = false;
    this.#skipSpent();
  }

  /** The arrival order that a task put into `lane` now would have. */
  orderAt(lane: Lane<P>, id: number, place: Place): number {
    if (place === 'back') return id;
    const inLane = Math.min(id, lane.tasks.first?.order ?? id);
    return place === 'ahead' ? inLane : Math.min(inLane, this.#ticketsOf(lane).first?.order ?? id);
  }

  /** The task that {@link takeNext} would take. */
  get head(): Task<P> | undefined {
    return this.#open?.first ?? this.#nextLane()?.first;
  }

  /** Serves the open lane, else the lane of the next ticket. */
  takeNext(): Task<P> | undefined {
    const inTurn = this.#open?.first;
    if (inTurn !== undefined) return this.#open?.tasks.shift();
    const lane = this.#nextLane();
    takeTicket(this.#tickets, this.#chooser);
    this.#open = lane;
    return lane?.tasks.shift();
  }

  /** Takes the first task of a lane out of turn. */
  takeFrom(lane: Lane<P>): Task<P> | undefined {
    this.#open = lane;
    return lane.tasks.shift();
  }

  /** Ends the turn of a lane; what is left in it waits for its tickets. The next lane of its group has its turn. */
  close(lane: Lane<P>): void {
    if (lane.options.coalesced && lane.tasks.size > 0) lane.stranded = true;
    if (this.#open === lane) this.#open = firstServed(lane.group, lane.group.indexOf(lane) + 1);
    this.#skipSpent();
  }

  /** First tasks of all lanes that may legally come next: the open lane's alone while a turn lasts. */
  legal(): Task<P>[] {
    const inTurn = this.#open?.first;
    if (inTurn !== undefined) return [inTurn];
    const firsts = [...this.#lanes].flatMap((lane) => lane.first ?? []);
    const { head } = this;
    return firsts.filter(
      (task) => task === head || task.lane.options.overtakes || !firsts.some((other) => precedes(other, task)),
    );
  }

  /** All tasks in the order in which they would be taken if nothing else happened. */
  inOrder(): Task<P>[] {
    const rest = new Map([...this.#lanes].map((lane) => [lane, lane.stranded ? [] : lane.tasks.toArray()]));
    const take = (lanes: readonly Lane<P>[]): Task<P>[] => lanes.flatMap((lane) => rest.get(lane)?.splice(0) ?? []);
    const tickets = this.#tickets.map((queue) => new Deque(queue.toArray()));
    const chooser = this.#chooser.copy();
    const turns = this.#open === undefined ? [] : [take(this.#open.group.slice(this.#open.group.indexOf(this.#open)))];
    for (let next = takeTicket(tickets, chooser); next !== undefined; next = takeTicket(tickets, chooser)) {
      turns.push(take(next.lane.group));
    }
    return turns.flat();
  }

  #skipSpent(): void {
    if (this.#open?.first !== undefined) return;
    for (let next = this.#nextTicket(); next !== undefined; next = this.#nextTicket()) {
      if (firstServed(next.lane.group, 0) !== undefined) return;
      takeTicket(this.#tickets, this.#chooser);
    }
  }

  #nextTicket(): Task<P> | undefined {
    const rank = this.#chooser.peek(this.#tickets);
    return rank === undefined ? undefined : this.#tickets[rank]?.first;
  }

  /** The lane that the next ticket opens. */
  #nextLane(): Lane<P> | undefined {
    const ticket = this.#nextTicket();
    return ticket === undefined ? undefined : firstServed(ticket.lane.group, 0);
  }

  #ticketsOf(lane: Lane<P>): Deque<Task<P>> {
    const tickets = this.#tickets[lane.options.rank];
    if (tickets === undefined) throw new RangeError(`rank ${lane.options.rank} is not served by this inbox`);
    return tickets;
  }
}

/** The first of the lanes, from one of them on, that has something for a turn. */
function firstServed<P>(group: readonly Lane<P>[], from: number): Lane<P> | undefined {
  for (let at = from; at < group.length; at++) if (group[at]?.first !== undefined) return group[at];
  return undefined;
}

function takeTicket<P>(tickets: readonly Deque<Task<P>>[], chooser: RankChooser): Task<P> | undefined {
  const rank = chooser.take(tickets);
  return rank === undefined ? undefined : tickets[rank]?.shift();
}

function precedes<P>(other: Task<P>, task: Task<P>): boolean {
  return other.lane.options.source === task.lane.options.source && other.id < task.id;
}
