import { preview } from '../base';
import type { Channel } from './channel';
import { badCount, badDelay, linkUnused } from './fault-errors';
import { type Choice, isMessage, type LinkRule } from './link-rules';
import type { OptionList } from './option-checks';
import { badMatch, type TaskMatch, type TaskPredicate, taskFilter } from './task-match';
import { type TaskView, viewOf } from './task-view';
import type { World } from './world';

export interface LinkOptions {
  /** Messages may overtake others that the link keeps back. No device does that. */
  readonly unordered?: boolean;
}

export const linkOptions: OptionList = {
  checks: { unordered: { expected: 'true or false', accepts: (value) => typeof value === 'boolean' } },
  of: 'workers.link()',
  hint: 'what else is wanted is asked of the link itself: workers.link(from, to).hold().',
};

/**
 * The way from a worker to its host, or from the host to the worker, in the test's hands. All that a device sends there
 * takes it: messages, the stop that `terminate()` queues, errors, global calls and the exit event. They keep the order in
 * which they were posted: what waits makes everything after it wait. Only that a script starts needs no link.
 *
 * What is asked of a link lasts until the end of the test, `describe` block or file that is going on, or until
 * `workers.reset()`. If it is asked for certain messages and none of them came, the test fails with `FOW_LINK_UNUSED`.
 */
export class Link {
  readonly #world: World;
  readonly #channel: Channel;

  constructor(world: World, channel: Channel) {
    this.#world = world;
    this.#channel = channel;
  }

  /** Name of the agent that sends. */
  get from(): string {
    return this.#channel.from;
  }

  /** Name of the agent that receives. */
  get to(): string {
    return this.#channel.receiver.name;
  }

  /** What has been posted and the link keeps back, in that order. It is not in `workers.pending` yet. */
  get waiting(): TaskView[] {
    return this.#channel.waiting.map((task) => viewOf(this.#world.session, task));
  }

  /**
   * Keeps back what is queued and what is posted from now on, until it is released. A global call that is held times out
   * (10200021), and the clock shows that.
   *
   * @param when only these messages, and what comes after them.
   * @throws ToolError `FOW_BAD_MATCH`, `FOW_NOT_A_WORKER`
   */
  hold(when?: TaskMatch | TaskPredicate): void {
    this.#want({ kind: 'hold', concerns: this.#choice(when, () => true, 'hold(') });
  }

  /**
   * What is held arrives now, in order. Without a count nothing is held any more; with one only the first so many
   * arrive, and the link goes on holding.
   *
   * @throws ToolError `FOW_BAD_COUNT`, `FOW_NOT_A_WORKER`
   */
  release(count?: number): void {
    if (count !== undefined && (!Number.isInteger(count) || count < 1)) throw badCount(count);
    if (count === undefined) this.#currentChannel.stopHolding();
    else this.#currentChannel.release(count);
  }

  /**
   * Messages that are posted from now on are lost; the sender does not notice.
   *
   * @param when only these.
   * @throws ToolError `FOW_BAD_MATCH`, `FOW_NOT_A_WORKER`
   */
  drop(when?: TaskMatch | TaskPredicate): void {
    this.#want({ kind: 'drop', concerns: this.#choice(when, isMessage, 'drop(') });
  }

  /**
   * Messages that are posted from now on arrive twice.
   *
   * @param when only these.
   * @throws ToolError `FOW_BAD_MATCH`, `FOW_NOT_A_WORKER`
   */
  duplicate(when?: TaskMatch | TaskPredicate): void {
    this.#want({ kind: 'duplicate', concerns: this.#choice(when, isMessage, 'duplicate(') });
  }

  /**
   * What is posted from now on arrives so many milliseconds of virtual time later; the last call that concerns a task
   * counts. A global call takes as long as well, on its way there: its worker waits, and the clock goes on.
   *
   * @param when only these messages.
   * @throws ToolError `FOW_BAD_TIME`, `FOW_BAD_MATCH`, `FOW_NOT_A_WORKER`
   */
  delay(milliseconds: number, when?: TaskMatch | TaskPredicate): void {
    if (!Number.isFinite(milliseconds) || milliseconds < 0) throw badDelay(milliseconds);
    const concerns = this.#choice(when, () => true, `delay(${milliseconds}, `);
    this.#want({ kind: 'delay', milliseconds, concerns });
  }

  /** As if nothing had been asked of the link: what it keeps back arrives now. */
  restore(): void {
    this.#currentChannel.restore();
  }

  #want(rule: LinkRule): void {
    this.#world.links.leases.add(this.#currentChannel.add(rule));
  }

  /** A link of a process that was reset leads nowhere. */
  get #currentChannel(): Channel {
    this.#world.recordOf(this.#channel.worker.hostObject);
    return this.#channel;
  }

  /** @param call how the call begins that gives the choice. */
  #choice(when: TaskMatch | TaskPredicate | undefined, all: Choice, call: string): Choice {
    if (when === undefined) return all;
    const matches = taskFilter(this.#world, when);
    const { kind } = when as TaskMatch;
    if (typeof when === 'object' && kind !== undefined && kind !== 'message') {
      throw badMatch(when, 'a link chooses among messages only');
    }
    let isUsed = false;
    this.#world.arrangements.add(linkUnused(this, `${call}${preview(when)})`), () => isUsed);
    return (task) => {
      const concerned = isMessage(task) && this.#judge(() => matches(task));
      isUsed ||= concerned;
      return concerned;
    };
  }

  /** The code that posts must not get to see what the test's own code throws. */
  #judge(matches: () => boolean): boolean {
    try {
      return matches();
    } catch (error) {
      const context = `thrown by a function that workers.link(${this.from}, ${this.to}) was given`;
      this.#world.session.app.ports.uncaught({ error, worker: undefined, context });
      return false;
    }
  }
}
