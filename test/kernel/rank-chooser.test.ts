import { describe, expect, it } from '@jest/globals';
import { RankChooser } from '../../src/kernel/rank-chooser';

/** Serves queues of the given sizes until all are empty; answers the indexes in order. */
function serve(maxStreak: number, sizes: readonly number[]): number[] {
  const queues = sizes.map((size) => ({ size }));
  const chooser = new RankChooser(maxStreak);
  const served: number[] = [];
  for (let rank = chooser.take(queues); rank !== undefined; rank = chooser.take(queues)) {
    served.push(rank);
    const queue = queues[rank];
    if (queue !== undefined) queue.size--;
  }
  return served;
}

describe('RankChooser', () => {
  it('serves the most urgent queue that waits', () => {
    expect(serve(Number.POSITIVE_INFINITY, [2, 0, 3, 1])).toEqual([0, 0, 2, 2, 2, 3]);
  });

  it('serves one of a less urgent queue after as many of an urgent one as allowed', () => {
    expect(serve(2, [5, 2, 0])).toEqual([0, 0, 1, 0, 0, 1, 0]);
  });

  it('leaves idle work until all others are empty', () => {
    expect(serve(2, [4, 0, 1])).toEqual([0, 0, 0, 0, 2]);
  });

  it('does not count a streak while only idle work waits', () => {
    const chooser = new RankChooser(2);
    const queues = [{ size: 9 }, { size: 0 }, { size: 1 }];
    const [, low] = queues;
    for (let turn = 0; turn < 4; turn++) chooser.take(queues);
    if (low !== undefined) low.size = 1;
    expect([chooser.take(queues), chooser.take(queues), chooser.take(queues)]).toEqual([0, 0, 1]);
  });

  it('answers undefined when nothing waits', () => {
    expect(new RankChooser(2).take([{ size: 0 }])).toBeUndefined();
  });

  it('tells what it would choose without counting it', () => {
    const chooser = new RankChooser(1);
    const queues = [{ size: 2 }, { size: 1 }, { size: 0 }];
    expect([chooser.peek(queues), chooser.peek(queues), chooser.take(queues), chooser.peek(queues)]).toEqual([
      0, 0, 0, 1,
    ]);
  });

  it('has copies that go on from where it stands, on their own', () => {
    const chooser = new RankChooser(1);
    const queues = [{ size: 2 }, { size: 1 }, { size: 0 }];
    chooser.take(queues);
    expect([chooser.copy().take(queues), chooser.copy().take(queues), chooser.take(queues)]).toEqual([1, 1, 1]);
  });
});
