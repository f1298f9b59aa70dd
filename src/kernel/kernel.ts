import { InternalError } from '../base';
import { Agent } from './agent';
import type { InboxOptions } from './inbox';
import type { Lane } from './lane';
import { LaneTurn } from './lane-turn';
import type { SchedulingPolicy } from './scheduling-policy';
import type { Place, Task, Turn } from './task';

/** What the kernel needs from above: somebody who performs tasks. */
export interface TaskPerformer<P> {
  /** Performs the task to its end. What it throws reaches the caller of `step`, `run` or `pump`. */
  perform(task: Task<P>, turn: Turn): void;
}

/** Hears of every task, in the order of the happenings. It must not call back into the kernel. */
export interface KernelObserver<P> {
  queued(task: Task<P>): void;
  began(task: Task<P>): void;
  ended(task: Task<P>): void;
}

/** Stands between a task that is queued and its inbox. */
export interface Gate<P> {
  /** Whether the task stays outside, until somebody admits it, if ever. */
  keeps(task: Task<P>): boolean;
}

export interface KernelOptions<P> {
  readonly policy: SchedulingPolicy;
  readonly performer: TaskPerformer<P>;
  readonly observer: KernelObserver<P>;
}

/**
 * The engine: agents with inboxes, one total order over all tasks, one task at a time.
 *
 * The total order: the policy chooses among the agents' next tasks; FIFO takes the one with the lowest
 * {@link Task.order}. Each agent's own next task is its inbox's business. No task is ever performed inside another,
 * with one exception: {@link pump}, for an agent that blocks until another one has done something.
 */
export class Kernel<P> {
  policy: SchedulingPolicy;
  gate: Gate<P> | undefined;
  readonly #performer: TaskPerformer<P>;
  readonly #observer: KernelObserver<P>;
  readonly #agents: Agent<P>[] = [];
  #nextAgentId = 0;
  #lastTaskId = 0;
  /** The task being performed and, below it, those that wait for it inside `pump`. */
  readonly #running: Task<P>[] = [];
  #chosen: Task<P> | undefined;

  constructor(options: KernelOptions<P>) {
    this.policy = options.policy;
    this.#performer = options.performer;
    this.#observer = options.observer;
  }

  /** The task being performed, `undefined` between tasks. */
  get current(): Task<P> | undefined {
    return this.#running.at(-1);
  }

  /** Whether the agent is in the middle of a task, be it one that waits for another agent. */
  isRunning(agent: Agent<P>): boolean {
    return this.#running.some((task) => task.agent === agent);
  }

  addAgent(name: string, options: InboxOptions): Agent<P> {
    const agent = new Agent<P>(this.#nextAgentId++, name, options);
    this.#agents.push(agent);
    return agent;
  }

  /** The agent is never served again; its tasks are forgotten. */
  removeAgent(agent: Agent<P>): void {
    const at = this.#agents.indexOf(agent);
    if (at >= 0) this.#agents.splice(at, 1);
  }

  /** Queues a task for `agent` in `lane`. */
  queue(agent: Agent<P>, lane: Lane<P>, payload: P, place: Place = 'back'): Task<P> {
    const id = ++this.#lastTaskId;
    const order = agent.inbox.orderAt(lane, id, place);
    const task: Task<P> = {
      id,
      order,
      agent,
      lane,
      payload,
      place,
      causeId: this.current?.id,
      note: undefined,
    };
    if (this.gate === undefined) agent.inbox.add(task);
    this.#observer.queued(task);
    if (this.gate?.keeps(task) === false) agent.inbox.add(task);
    return task;
  }

  /** A task that was kept outside its inbox, or taken back, arrives now. */
  admit(task: Task<P>, place: Place = task.place): void {
    task.place = place;
    task.order = task.agent.inbox.orderAt(task.lane, ++this.#lastTaskId, place);
    task.agent.inbox.add(task);
  }

  /** The task that {@link step} would perform. The policy stands by its choice as long as that may come next. */
  next(): Task<P> | undefined {
    if (this.#chosen !== undefined && !this.#isLegal(this.#chosen)) this.#chosen = undefined;
    this.#chosen ??= this.#choose();
    return this.#chosen;
  }

  /** Performs the next task that the policy chooses; `undefined` when there is none. */
  step(): Task<P> | undefined {
    this.#assertIdle('step');
    const task = this.#chosen === undefined ? this.#choose() : this.next();
    return task === undefined ? undefined : this.#perform(take(task));
  }

  /** Performs one given task, which must be one of {@link legal}. */
  stepTask(task: Task<P>): Task<P> {
    this.#assertIdle('stepTask');
    if (!this.#isLegal(task)) throw new InternalError(`task ${task.id} cannot be performed now`);
    return this.#perform(take(task));
  }

  /** Performs the tasks of one agent, inside the running task, until `done`. Answers whether it came to that. */
  pump(agent: Agent<P>, done: () => boolean): boolean {
    while (!done()) {
      if (!this.#agents.includes(agent)) return false;
      const task = agent.inbox.takeNext();
      if (task === undefined) return false;
      this.#perform(task);
    }
    return true;
  }

  /** Whether no task is queued. */
  get isIdle(): boolean {
    return this.#firstAgent() === undefined;
  }

  /** The performer was cut off and will never return: the running tasks are over. Answers them, the innermost first. */
  abandon(): Task<P>[] {
    const running = [...this.#running].reverse();
    for (const task of running) this.#end(task, task.agent.turn);
    return running;
  }

  /** Ends all turns: whoever drives the kernel has taken control back. */
  yieldControl(): void {
    for (const agent of this.#agents) agent.turn = undefined;
  }

  /** The tasks that may legally be performed next, by agent, then by lane. */
  legal(): Task<P>[] {
    return this.#agents.flatMap((agent) => agent.inbox.legal());
  }

  /** Of most tasks their own agent alone can tell. */
  #isLegal(task: Task<P>): boolean {
    const { agent } = task;
    return agent.inbox.head === task ? this.#agents.includes(agent) : this.legal().includes(task);
  }

  /** All queued tasks in the order in which FIFO would perform them if nothing else happened. */
  pending(): Task<P>[] {
    const queues = this.#agents.map((agent) => agent.inbox.inOrder().reverse());
    const merged: Task<P>[] = [];
    for (let task = popEarliest(queues); task !== undefined; task = popEarliest(queues)) merged.push(task);
    return merged;
  }

  /** The agent whose next task arrived first. */
  #firstAgent(): Agent<P> | undefined {
    let first: Agent<P> | undefined;
    let lowest = Number.POSITIVE_INFINITY;
    for (const agent of this.#agents) {
      const order = agent.inbox.head?.order;
      if (order === undefined || order >= lowest) continue;
      lowest = order;
      first = agent;
    }
    return first;
  }

  #choose(): Task<P> | undefined {
    const first = this.#firstAgent()?.inbox.head;
    return first && this.policy.choose({ first, all: () => this.legal() });
  }

  #perform(task: Task<P>): Task<P> {
    const { agent, lane } = task;
    if (agent.turn?.lane !== lane || agent.turn.ended) agent.turn = new LaneTurn(agent.inbox, lane);
    const { turn } = agent;
    this.#chosen = undefined;
    this.#running.push(task);
    this.#observer.began(task);
    try {
      this.#performer.perform(task, turn);
    } finally {
      this.#end(task, turn);
    }
    return task;
  }

  #end(task: Task<P>, turn: LaneTurn<P> | undefined): void {
    this.#running.pop();
    if (turn?.remaining === 0) turn.end();
    this.#observer.ended(task);
  }

  #assertIdle(operation: string): void {
    if (this.current !== undefined) throw new InternalError(`${operation} called while task ${this.current.id} runs`);
  }
}

/** Takes a task that may come next from its inbox, out of turn if need be. */
function take<P>(task: Task<P>): Task<P> {
  const { inbox } = task.agent;
  if (inbox.head === task) inbox.takeNext();
  else inbox.takeFrom(task.lane);
  return task;
}

/** Takes the task that arrived first from queues whose next task is their last item. */
function popEarliest<P>(queues: readonly Task<P>[][]): Task<P> | undefined {
  let found: Task<P>[] | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const queue of queues) {
    const order = queue.at(-1)?.order;
    if (order === undefined || order >= lowest) continue;
    lowest = order;
    found = queue;
  }
  return found?.pop();
}
