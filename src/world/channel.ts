import { sharing } from '../clone';
import type { Place, Task } from '../kernel';
import type { MessageTask, WorkerRecord, WorkerTask } from '../ohos';
import { isFree, KeptBack, type KeptTask } from './kept-back';
import { isMessage, type LinkRule, LinkRules } from './link-rules';
import type { World } from './world';

/**
 * The way from one thread to another: what a worker and its host send each other in one direction. What it keeps back
 * arrives in the order in which it was posted; with `unordered`, messages may overtake.
 */
export class Channel {
  unordered = false;
  readonly #rules = new LinkRules();
  readonly #kept = new KeptBack();
  #lastWake = 0;

  constructor(
    private readonly world: World,
    readonly worker: WorkerRecord,
    readonly to: 'worker' | 'host',
  ) {}

  get from(): string {
    return this.to === 'worker' ? this.worker.host.name : this.worker.label;
  }

  get receiver(): WorkerRecord['thread'] {
    return this.to === 'worker' ? this.worker.thread : this.worker.host;
  }

  /** What is kept back, in the order in which it was posted. */
  get waiting(): readonly Task<WorkerTask>[] {
    return this.#kept.tasks;
  }

  get keepsAny(): boolean {
    return this.#kept.size > 0;
  }

  /** Answers how to give the rule up. Holding concerns what is queued as well. */
  add(rule: LinkRule): () => void {
    this.#rules.add(rule);
    if (rule.kind === 'hold') this.#withdraw(rule);
    return () => {
      if (!this.#rules.remove(rule)) return;
      this.#kept.endRule(rule);
      this.#letThrough();
    };
  }

  /** Messages may overtake what waits. Answers how to end that. */
  allowOvertaking(): () => void {
    this.unordered = true;
    return () => {
      this.unordered = false;
    };
  }

  /** Ends holding. */
  stopHolding(): void {
    this.#rules.removeKind('hold');
    this.release(Number.POSITIVE_INFINITY);
  }

  /** Lets the first so many of what is held go on. */
  release(count: number): void {
    this.#kept.release(count);
    this.#letThrough();
  }

  /** As if the test had never wanted anything of it. */
  restore(): void {
    this.#rules.clear();
    this.unordered = false;
    this.#kept.releaseAll(this.#now);
    this.#letThrough();
  }

  /** A task has been posted: answers whether it does not arrive by itself now. */
  keeps(task: Task<WorkerTask>): boolean {
    const { payload } = task;
    const message = payload.kind === 'message' && payload.isTwin !== true ? payload : undefined;
    if (message !== undefined && this.#rules.of('drop', task).length > 0) {
      this.world.session.app.ports.observe({ type: 'dropped-task', id: task.id, task: message, reason: 'link' });
      return true;
    }
    const kept = this.#keepsBack(task);
    if (message === undefined || this.#rules.of('duplicate', task).length === 0) return kept;
    if (!kept) this.#kernel.admit(task);
    this.#trace(task, 'duplicated');
    this.#kernel.queue(task.agent, task.lane, this.#twinOf(message), task.place);
    return true;
  }

  /** When a task arrives, if nobody does anything but wait. */
  arrivalOf(task: Task<WorkerTask>): number {
    return this.#kept.arrivalOf(task, this.#now);
  }

  /** Nothing of it will ever arrive. */
  takeBack(): readonly Task<WorkerTask>[] {
    return this.#kept.takeAll();
  }

  #keepsBack(task: Task<WorkerTask>): boolean {
    const milliseconds = this.#rules.of('delay', task).at(-1)?.milliseconds ?? 0;
    const kept = { task, holders: this.#rules.of('hold', task), due: this.#now + milliseconds };
    const passes = !this.keepsAny || (this.unordered && isMessage(task));
    if (passes && isFree(kept, this.#now)) return false;
    this.#kept.push(kept);
    this.#trace(task, kept.holders.length > 0 ? 'held' : milliseconds > 0 ? `delayed ${milliseconds} ms` : 'waiting');
    if (milliseconds > 0) this.#wakeIn(milliseconds);
    return true;
  }

  /** Of many that are posted at one time only the first needs a timer. */
  #wakeIn(milliseconds: number): void {
    const time = this.#now + milliseconds;
    if (time === this.#lastWake) return;
    this.#lastWake = time;
    this.world.session.clock.schedule(milliseconds, () => this.#letThrough());
  }

  /** Takes what is queued back from the receiver, from the first task on that is to be held. */
  #withdraw(rule: LinkRule): void {
    this.#kept.hold(rule);
    const queued = this.#queued().map(
      (task): KeptTask => ({ task, holders: rule.concerns(task) ? [rule] : [], due: this.#now }),
    );
    const first = queued.findIndex(({ holders }) => holders.length > 0);
    const later = first < 0 ? [] : queued.slice(first);
    const stays = ({ task, holders }: KeptTask): boolean => this.unordered && isMessage(task) && holders.length === 0;
    const withdrawn = later.filter((kept) => !stays(kept));
    this.receiver.agent.inbox.removeAll(withdrawn.map(({ task }) => task));
    for (const { task, holders } of withdrawn) this.#trace(task, holders.length > 0 ? 'held' : 'waiting');
    this.#kept.putBefore(withdrawn);
  }

  /** In the order in which they were posted; that a script starts is no task of the channel. */
  #queued(): Task<WorkerTask>[] {
    const lanes = this.to === 'worker' ? [this.worker.inLane] : [...this.worker.lanesToHost];
    const tasks = lanes.flatMap((lane) => lane.tasks.toArray());
    return tasks.filter(({ payload }) => payload.kind !== 'start').sort((a, b) => a.id - b.id);
  }

  #letThrough(): void {
    for (const task of this.#kept.takeArriving(this.#now, this.unordered)) {
      this.#trace(task, 'let through');
      this.#kernel.admit(task, this.#placeOf(task));
      this.world.taskArrived();
    }
  }

  /** An ordinary message stands where it would if it were posted now. */
  #placeOf({ payload, place }: Task<WorkerTask>): Place {
    const isOrdinary = payload.kind === 'message' && payload.to === 'host' && place !== 'front' && place !== 'ahead';
    return isOrdinary ? this.worker.ordinaryPlace : place;
  }

  #twinOf(message: MessageTask): MessageTask {
    const copy = this.receiver.clone(message.data, sharing);
    return { ...message, data: copy.ok ? copy.value : message.data, isTwin: true };
  }

  #trace({ id, agent, payload, note: data }: Task<WorkerTask>, done: string): void {
    const { trace } = this.world.session;
    const about = { type: 'link', task: id, to: agent.name } as const;
    if (payload.kind === 'message') trace.add(this.from, { ...about, data, what: done });
    else trace.add(this.from, { ...about, what: `${payload.kind} ${done}` });
  }

  get #now(): number {
    return this.world.session.clock.now;
  }

  get #kernel() {
    return this.world.session.kernel;
  }
}
