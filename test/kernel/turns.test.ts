import { describe, expect, it } from '@jest/globals';
import { recordingKernel } from './support/recording-kernel';

function twoLanes() {
  const recording = recordingKernel();
  const { kernel } = recording;
  const host = kernel.addAgent('host', { ranks: 1 });
  const x = host.inbox.addLane({ source: 1, rank: 0, overtakes: false });
  const y = host.inbox.addLane({ source: 2, rank: 0, overtakes: false });
  return { ...recording, host, x, y };
}

describe('Turn', () => {
  it('is the same for the tasks of a lane that are performed one after the other', () => {
    const { kernel, host, x, turns, runAll } = twoLanes();
    for (const name of ['x1', 'x2']) kernel.queue(host, x, name);
    runAll();
    expect(turns.get('x1')).toBe(turns.get('x2'));
  });

  it('lasts while other agents work in between', () => {
    const { kernel, host, x, turns, runAll } = twoLanes();
    const other = kernel.addAgent('other', { ranks: 1 });
    kernel.queue(host, x, 'x1');
    kernel.queue(other, other.inbox.addLane({ source: 9, rank: 0, overtakes: false }), 'other2');
    kernel.queue(host, x, 'x3');
    expect(runAll()).toEqual(['x1', 'other2', 'x3']);
    expect(turns.get('x1')).toBe(turns.get('x3'));
  });

  it('ends when its lane is empty', () => {
    const { kernel, host, x, turns, runAll } = twoLanes();
    kernel.queue(host, x, 'x1');
    runAll();
    kernel.queue(host, x, 'x2');
    runAll();
    expect(turns.get('x1')).not.toBe(turns.get('x2'));
  });

  it('ends when control goes back to the caller, while its lane stays the next one', () => {
    const { kernel, host, x, y, turns, runAll } = twoLanes();
    kernel.queue(host, x, 'x1');
    kernel.queue(host, y, 'y2');
    kernel.queue(host, x, 'x3');
    kernel.step();
    kernel.yieldControl();
    expect(runAll()).toEqual(['x1', 'x3', 'y2']);
    expect(turns.get('x1')).not.toBe(turns.get('x3'));
  });

  it('counts the tasks that are left', () => {
    const { kernel, host, x, during, runAll } = twoLanes();
    const left: number[] = [];
    for (const name of ['x1', 'x2', 'x3']) {
      during(name, ({ remaining }) => left.push(remaining));
      kernel.queue(host, x, name);
    }
    runAll();
    expect(left).toEqual([2, 1, 0]);
  });

  it('gives other lanes a chance once it is ended', () => {
    const { kernel, host, x, y, during, turns, runAll } = twoLanes();
    during('x1', (turn) => turn.end());
    kernel.queue(host, x, 'x1');
    kernel.queue(host, y, 'y2');
    kernel.queue(host, x, 'x3');
    expect(runAll()).toEqual(['x1', 'y2', 'x3']);
    expect(turns.get('x1')).not.toBe(turns.get('x3'));
  });
});
