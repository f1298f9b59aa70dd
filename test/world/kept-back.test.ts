import { describe, expect, it } from '@jest/globals';
import type { Task } from '../../src/kernel';
import type { WorkerTask } from '../../src/ohos';
import { KeptBack, type KeptTask } from '../../src/world/kept-back';
import type { LinkRule } from '../../src/world/link-rules';

const rule: LinkRule = { kind: 'hold', concerns: () => true };

/** Tasks that a channel might keep back: messages, and by the id 0 none. */
function kept(ids: readonly number[], { due = 0, isHeld = false } = {}): KeptTask[] {
  return ids.map((id) => ({
    task: { id, payload: { kind: id === 0 ? 'exit' : 'message' } } as Task<WorkerTask>,
    due,
    holders: isHeld ? [rule] : [],
  }));
}

const idsOf = (tasks: readonly Task<WorkerTask>[]): number[] => tasks.map(({ id }) => id);

describe('what a channel keeps back', () => {
  it('arrives up to the first that waits, and messages from behind it if they may overtake', () => {
    const back = new KeptBack();
    back.putBefore([...kept([1, 2]), ...kept([3], { due: 5 }), ...kept([4, 0])]);
    expect(idsOf(back.takeArriving(0, false))).toEqual([1, 2]);
    expect(idsOf(back.takeArriving(0, true))).toEqual([4]);
    expect(idsOf(back.takeArriving(5, false))).toEqual([3, 0]);
    expect(back.size).toBe(0);
  });

  it('arrives when the latest of those before it does; never while one of them is held', () => {
    const back = new KeptBack();
    const all = [...kept([1], { due: 9 }), ...kept([2], { due: 5 }), ...kept([3], { isHeld: true }), ...kept([4])];
    back.putBefore(all);
    expect(all.map(({ task }) => back.arrivalOf(task, 1))).toEqual([
      9,
      9,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    expect(back.arrivalOf((kept([5])[0] as KeptTask).task, 1)).toBe(1);
  });

  it('may be as much as nobody could pass as arguments', () => {
    const back = new KeptBack();
    const ids = Array.from({ length: 200_000 }, (_, at) => at + 1);
    back.putBefore(kept(ids, { due: 7 }));
    back.putBefore(kept(ids, { due: 3, isHeld: true }));
    const last = back.tasks.at(-1) as Task<WorkerTask>;
    expect(back.arrivalOf(last, 0)).toBe(Number.POSITIVE_INFINITY);
    back.endRule(rule);
    expect(back.arrivalOf(last, 0)).toBe(7);
    expect(back.takeArriving(3, false)).toHaveLength(200_000);
    expect(back.takeAll()).toHaveLength(200_000);
  });
});
