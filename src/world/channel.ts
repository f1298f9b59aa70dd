import type { Place, Task } from '../kernel';
import type { MessageTask, WorkerRecord, WorkerTask } from '../ohos';
import type { World } from './world';

/** Whether a rule of the test concerns a task. */
export type Choice = (task: Task<WorkerTask>) => boolean;

/** What the test wants of some of the tasks that pass. */
export type ChannelRule =
  | { readonly kind: 'hold' | 'drop' | 'duplicate'; readonly concerns: Choice }
  | { readonly kind: 'delay'; readonly concerns: Choice; readonly milliseconds: number };

type RuleOf<K extends ChannelRule['kind']> = Extract<ChannelRule, { kind: K }>;

/** A task that has been posted and has not arrived. */
interface Waiting {
  readonly task: Task<WorkerTask>;
  readonly place: Place;
  /** Earliest time of arrival, on the world's clock. */
  due: number;
  held: boolean;
}

/**
 * The way from one thread to another: what a worker and its host send each other in one direction. What waits is in the
 * order in which it was posted, and arrives in it; with `unordered`, messages may overtake what waits.
 */
export class Channel {
  unordered = false;
  #rules: ChannelRule[] = [];
  #waiting: Waiting[] = [];

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
    return this.#waiting.map(({ task }) => task);
  }

  /** Answers how to give the rule up. Holding concerns what is queued as well. */
  add(rule: ChannelRule): () => void {
    this.#rules.push(rule);
    if (rule.kind === 'hold') this.#withdraw(rule.concerns);
    return () => {
      if (!this.#rules.includes(rule)) return;
      this.#rules = this.#rules.filter((other) => other !== rule);
      for (const entry of this.#waiting) entry.held &&= this.#ruleFor('hold', entry.task) !== undefined;
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
    this.#rules = this.#rules.filter(({ kind }) => kind !== 'hold');
    this.release(Number.POSITIVE_INFINITY);
  }

  /** Lets the first so many of what is held go on. */
  release(count: number): void {
    for (const entry of this.#waiting.filter(({ held }) => held).slice(0, count)) entry.held = false;
    this.#letThrough();
  }

  /** As if the test had never wanted anything of it. */
  restore(): void {
    this.#rules = [];
    this.unordered = false;
    for (const entry of this.#waiting) Object.assign(entry, { held: false, due: this.#now });
    this.#letThrough();
  }

  /** A task has been posted: answers whether it does not arrive by itself now. */
  keeps(task: Task<WorkerTask>, place: Place): boolean {
    const { payload } = task;
    const message = payload.kind === 'message' && payload.isTwin !== true ? payload : undefined;
    if (message !== undefined && this.#ruleFor('drop', task) !== undefined) {
      this.#ports.observe({ type: 'dropped-task', task: message, reason: 'link' });
      return true;
    }
    const kept = this.#delays(task, place);
    if (message === undefined || this.#ruleFor('duplicate', task) === undefined) return kept;
    if (!kept) this.#kernel.admit(task, place);
    this.#trace(task, 'duplicated');
    this.#kernel.queue(task.agent, task.lane, this.#twinOf(message), place);
    return true;
  }

  /** When a task arrives, if nobody does anything but wait. */
  arrivalOf(task: Task<WorkerTask>): number {
    const at = this.#waiting.findIndex((entry) => entry.task === task);
    const upTo = this.#waiting.slice(0, at + 1);
    const times = upTo.map(({ held, due }) => (held ? Number.POSITIVE_INFINITY : due));
    return Math.max(this.#now, ...times);
  }

  /** Nothing of it will ever arrive. */
  takeBack(): readonly WorkerTask[] {
    return this.#waiting.splice(0).map(({ task }) => task.payload);
  }

  #delays(task: Task<WorkerTask>, place: Place): boolean {
    const held = this.#ruleFor('hold', task) !== undefined;
    const milliseconds = this.#ruleFor('delay', task)?.milliseconds ?? 0;
    const entry = { task, place, held, due: this.#now + milliseconds };
    if (this.#mayArrive(entry, this.#waiting.length === 0)) return false;
    this.#waiting.push(entry);
    this.#trace(task, held ? 'held' : milliseconds > 0 ? `delayed ${milliseconds} ms` : 'waiting');
    if (milliseconds > 0) this.world.session.clock.schedule(milliseconds, () => this.#letThrough());
    return true;
  }

  /** Takes what is queued back from the receiver, from the first task on that is to be held. */
  #withdraw(concerns: Choice): void {
    for (const entry of this.#waiting) entry.held ||= concerns(entry.task);
    const queued = this.#queued();
    const from = queued.findIndex(concerns);
    const later = from < 0 ? [] : queued.slice(from);
    const withdrawn = this.unordered ? later.filter((task) => !isMessage(task) || concerns(task)) : later;
    this.#waiting.unshift(...withdrawn.map((task) => this.#takeFromInbox(task, concerns(task))));
  }

  #takeFromInbox(task: Task<WorkerTask>, held: boolean): Waiting {
    task.agent.inbox.remove(task);
    this.#trace(task, held ? 'held' : 'waiting');
    const front = this.worker.hasEventQueue ? 'front' : 'ahead';
    return { task, place: task.placedInFront ? front : 'back', held, due: this.#now };
  }

  /** In the order in which they were posted; that a script starts is no task of the channel. */
  #queued(): Task<WorkerTask>[] {
    const { inLane, lanes } = this.worker;
    const all = this.to === 'worker' ? [inLane] : [...new Set(Object.values(lanes))];
    const tasks = all.flatMap((lane) => lane.tasks.toArray());
    return tasks.filter(({ payload }) => payload.kind !== 'start').sort((a, b) => a.id - b.id);
  }

  #letThrough(): void {
    const before = this.#waiting;
    this.#waiting = [];
    for (const entry of before) {
      if (!this.#mayArrive(entry, this.#waiting.length === 0)) {
        this.#waiting.push(entry);
        continue;
      }
      this.#trace(entry.task, 'let through');
      this.#kernel.admit(entry.task, entry.place);
      this.world.taskArrived();
    }
  }

  #mayArrive({ task, held, due }: Waiting, isFirst: boolean): boolean {
    return !held && due <= this.#now && (isFirst || (this.unordered && isMessage(task)));
  }

  /** Of several, the one that came last. */
  #ruleFor<K extends ChannelRule['kind']>(kind: K, task: Task<WorkerTask>): RuleOf<K> | undefined {
    return this.#rules.findLast((rule): rule is RuleOf<K> => rule.kind === kind && rule.concerns(task));
  }

  #twinOf(message: MessageTask): MessageTask {
    const copy = this.receiver.clone(message.data, { shareSendables: true });
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

  get #ports() {
    return this.world.session.app.ports;
  }
}

function isMessage({ payload }: Task<WorkerTask>): boolean {
  return payload.kind === 'message';
}
