import {
  describeLeaks,
  describeTask,
  findLeaks,
  keptTasks,
  type TaskView,
  type Workers,
  type World,
} from '../../world';
import { advice, hintOf, joined } from './failure-text';
import type { JestMatcher } from './matcher-context';
import { numbered } from './message-list';

/** What must have come to rest: one worker, or all of them. */
export function restMatchers(world: World, workers: Workers): Record<string, JestMatcher> {
  /** The name of the worker; `undefined` for all. */
  const labelOf = (subject: unknown): string | undefined =>
    subject === workers ? undefined : world.recordOf(subject, '; or workers, which is all of them').label;
  return {
    toBeIdle(subject, ...args) {
      const label = labelOf(subject);
      this.utils.ensureNoExpected(args[0], 'toBeIdle', { isNot: this.isNot === true, promise: this.promise ?? '' });
      const isOf = ({ from, to }: TaskView): boolean => label === undefined || from === label || to === label;
      const tasks = workers.pending.filter(isOf);
      const kept = keptTasks(world).filter(isOf);
      const whose = label === undefined ? '' : ` for ${label} or from it`;
      const facts = [
        `expected: ${this.isNot ? 'a task' : 'no task'} in the queue${whose}, and ${this.isNot ? 'one' : 'none'} that a link keeps back`,
        `received: ${tasks.length} in the queue, ${kept.length} kept back`,
        ...numbered(kept.map(describeTask)),
      ];
      const hint = hintOf(this, 'toBeIdle', label ?? 'workers', []);
      return {
        pass: tasks.length + kept.length === 0,
        message: () => joined([[hint], facts, this.isNot ? [] : advice(world, label)]),
      };
    },
    toHaveNoLeaks(subject, ...args) {
      const label = labelOf(subject);
      this.utils.ensureNoExpected(args[0], 'toHaveNoLeaks', {
        isNot: this.isNot === true,
        promise: this.promise ?? '',
      });
      const leaks = findLeaks(world).filter(({ agent }) => label === undefined || agent === label);
      const left = describeLeaks(leaks).map((line) => `  ${line}`);
      const facts = this.isNot ? ['expected: something that is left', 'received: nothing'] : ['left:', ...left];
      const hint = hintOf(this, 'toHaveNoLeaks', label ?? 'workers', []);
      return { pass: leaks.length === 0, message: () => joined([[hint], facts]) };
    },
  };
}
