import { describe, expect, it } from '@jest/globals';
import type { Lane } from '../../src/kernel/lane';
import { recordingKernel } from './support/recording-kernel';

/** A host that has a group of two lanes and a lane beside it. */
function grouped(coalesced = false) {
  const recording = recordingKernel();
  const host = recording.kernel.addAgent('host', { ranks: 1 });
  const group: Lane<string>[] = [];
  const first = host.inbox.addLane({ source: 1, rank: 0, overtakes: true, coalesced }, group);
  const second = host.inbox.addLane({ source: 1, rank: 0, overtakes: false, coalesced }, group);
  const other = host.inbox.addLane({ source: 2, rank: 0, overtakes: false });
  const queue = (lane: Lane<string>, ...names: string[]) =>
    names.map((name) => recording.kernel.queue(host, lane, name));
  const pending = () => recording.kernel.pending().map(({ payload }) => payload);
  return { ...recording, host, first, second, other, queue, pending };
}

describe('lanes of one group', () => {
  it('are served in one turn of the host, in their order, whichever has the first ticket', () => {
    const { first, second, other, queue, runAll, pending } = grouped();
    queue(second, 's1');
    queue(other, 'o2');
    queue(first, 'f3', 'f4');
    queue(second, 's5');
    const expected = ['f3', 'f4', 's1', 's5', 'o2'];
    expect([pending(), runAll()]).toEqual([expected, expected]);
  });

  it('have a turn each', () => {
    const { first, second, queue, runAll, turns } = grouped();
    queue(first, 'f1');
    queue(second, 's2');
    runAll();
    expect(turns.get('f1')).not.toBe(turns.get('s2'));
  });

  it('are shown as they will be served when one of them is being drained', () => {
    const { kernel, first, second, other, queue, pending, runAll } = grouped();
    queue(first, 'f1', 'f2');
    queue(other, 'o3');
    queue(second, 's4');
    kernel.step();
    expect([pending(), runAll()]).toEqual([
      ['f2', 's4', 'o3'],
      ['f1', 'f2', 's4', 'o3'],
    ]);
  });

  it('leave a later lane of the group the only legal choice while the turn lasts', () => {
    const { kernel, first, second, other, queue } = grouped();
    queue(first, 'f1');
    queue(other, 'o2');
    queue(second, 's3');
    kernel.step();
    expect(kernel.legal().map(({ payload }) => payload)).toEqual(['s3']);
  });
});

describe('a lane whose tasks share one signal', () => {
  it('keeps what a turn leaves behind until the next task comes', () => {
    const { host, first, second, other, queue, kernel, runAll, pending } = grouped(true);
    queue(first, 'f1', 'f2');
    queue(second, 's3');
    queue(other, 'o4');
    kernel.step();
    host.turn?.end();
    expect([pending(), kernel.legal().map(({ payload }) => payload)]).toEqual([['s3', 'o4'], ['s3']]);
    expect(runAll()).toEqual(['f1', 's3', 'o4']);
    queue(first, 'f5');
    expect(runAll()).toEqual(['f1', 's3', 'o4', 'f2', 'f5']);
  });

  it('has a new first task that does not jump the queue of the agent', () => {
    const { kernel, host, first, other, queue, runAll } = grouped(true);
    queue(other, 'o1');
    queue(first, 'f2');
    kernel.queue(host, first, 'f3', 'ahead');
    expect(runAll()).toEqual(['o1', 'f3', 'f2']);
  });
});
