import { describe, expect, it } from '@jest/globals';
import { names, recordingKernel } from './support/recording-kernel';

const one = { ranks: 1 };
const fromAnybody = { source: 0, rank: 0, overtakes: false };

describe('Kernel', () => {
  it('performs tasks in the order in which they were queued, over all agents', () => {
    const { kernel, runAll } = recordingKernel();
    const a = kernel.addAgent('a', one);
    const b = kernel.addAgent('b', one);
    const toA = a.inbox.addLane(fromAnybody);
    const toB = b.inbox.addLane(fromAnybody);
    kernel.queue(b, toB, 'b1');
    kernel.queue(a, toA, 'a2');
    kernel.queue(b, toB, 'b3');
    expect(runAll()).toEqual(['b1', 'a2', 'b3']);
  });

  it('serves a lane until it is empty before the next lane of the same agent', () => {
    const { kernel, runAll } = recordingKernel();
    const host = kernel.addAgent('host', one);
    const x = host.inbox.addLane({ source: 1, rank: 0, overtakes: false });
    const y = host.inbox.addLane({ source: 2, rank: 0, overtakes: false });
    kernel.queue(host, x, 'x1');
    kernel.queue(host, y, 'y2');
    kernel.queue(host, x, 'x3');
    kernel.queue(host, y, 'y4');
    expect(runAll()).toEqual(['x1', 'x3', 'y2', 'y4']);
  });

  it('serves lanes of a lower rank first', () => {
    const { kernel, runAll } = recordingKernel();
    const host = kernel.addAgent('host', { ranks: 3 });
    const late = host.inbox.addLane({ source: 1, rank: 2, overtakes: true });
    const soon = host.inbox.addLane({ source: 1, rank: 0, overtakes: true });
    kernel.queue(host, late, 'late');
    kernel.queue(host, soon, 'soon');
    expect(runAll()).toEqual(['soon', 'late']);
  });

  it('takes from a lower rank after a streak of the higher one', () => {
    const { kernel, runAll } = recordingKernel();
    const host = kernel.addAgent('host', { ranks: 3, maxStreak: 2 });
    const low = host.inbox.addLane({ source: 9, rank: 1, overtakes: true });
    kernel.queue(host, low, 'low');
    for (const source of [1, 2, 3]) {
      kernel.queue(host, host.inbox.addLane({ source, rank: 0, overtakes: true }), `high${source}`);
    }
    expect(runAll()).toEqual(['high1', 'high2', 'low', 'high3']);
  });

  it('forgets the lane that a turn has emptied: what comes later waits for its own turn', () => {
    const { kernel, runAll } = recordingKernel();
    const host = kernel.addAgent('host', one);
    const x = host.inbox.addLane({ source: 1, rank: 0, overtakes: false });
    const y = host.inbox.addLane({ source: 2, rank: 0, overtakes: false });
    kernel.queue(host, x, 'x1');
    runAll();
    kernel.queue(host, y, 'y2');
    kernel.queue(host, x, 'x3');
    expect(runAll()).toEqual(['x1', 'y2', 'x3']);
  });

  it('goes on with a lane to which the running task adds', () => {
    const { kernel, runAll, during } = recordingKernel();
    const host = kernel.addAgent('host', one);
    const x = host.inbox.addLane({ source: 1, rank: 0, overtakes: false });
    const y = host.inbox.addLane({ source: 2, rank: 0, overtakes: false });
    kernel.queue(host, x, 'x1');
    kernel.queue(host, y, 'y2');
    during('x1', () => kernel.queue(host, x, 'x3'));
    expect(runAll()).toEqual(['x1', 'x3', 'y2']);
  });

  it('counts a task as arrived when it was queued, though an earlier one of its lane was taken out', () => {
    const { kernel, runAll } = recordingKernel();
    const a = kernel.addAgent('a', one);
    const b = kernel.addAgent('b', one);
    const toA = a.inbox.addLane(fromAnybody);
    const cancelled = kernel.queue(a, toA, 'cancelled');
    kernel.queue(b, b.inbox.addLane(fromAnybody), 'b2');
    kernel.queue(a, toA, 'a3');
    a.inbox.remove(cancelled);
    expect(names(kernel.pending())).toEqual(['b2', 'a3']);
    expect(runAll()).toEqual(['b2', 'a3']);
  });

  it('puts a task at the front of its lane and its lane at the front of its rank', () => {
    const { kernel, runAll } = recordingKernel();
    const host = kernel.addAgent('host', one);
    const x = host.inbox.addLane({ source: 1, rank: 0, overtakes: true });
    const y = host.inbox.addLane({ source: 2, rank: 0, overtakes: true });
    kernel.queue(host, x, 'x1');
    kernel.queue(host, y, 'y2');
    kernel.queue(host, y, 'y3', 'front');
    kernel.queue(host, y, 'y4', 'front');
    expect(runAll()).toEqual(['y4', 'y3', 'y2', 'x1']);
  });

  it('expedites a lane without changing the order inside it', () => {
    const { kernel, runAll } = recordingKernel();
    const host = kernel.addAgent('host', one);
    const x = host.inbox.addLane({ source: 1, rank: 0, overtakes: true });
    const y = host.inbox.addLane({ source: 2, rank: 0, overtakes: true });
    kernel.queue(host, x, 'x1');
    kernel.queue(host, y, 'y2');
    kernel.queue(host, y, 'y3', 'expedited');
    expect(runAll()).toEqual(['y2', 'y3', 'x1']);
  });

  it('counts a task in front as arrived with the one that it was put before', () => {
    const { kernel, runAll } = recordingKernel();
    const a = kernel.addAgent('a', one);
    const b = kernel.addAgent('b', one);
    const toA = a.inbox.addLane(fromAnybody);
    kernel.queue(a, toA, 'a1');
    kernel.queue(b, b.inbox.addLane(fromAnybody), 'b2');
    const front = kernel.queue(a, toA, 'a3', 'front');
    expect({ id: front.id, order: front.order, place: front.place }).toEqual({
      id: 3,
      order: 1,
      place: 'front',
    });
    expect(runAll()).toEqual(['a3', 'a1', 'b2']);
  });

  it('never serves an agent that was removed', () => {
    const { kernel, runAll } = recordingKernel();
    const a = kernel.addAgent('a', one);
    const b = kernel.addAgent('b', one);
    kernel.queue(a, a.inbox.addLane(fromAnybody), 'a1');
    kernel.queue(b, b.inbox.addLane(fromAnybody), 'b2');
    kernel.removeAgent(a);
    expect({ pending: names(kernel.pending()), performed: runAll() }).toEqual({ pending: ['b2'], performed: ['b2'] });
  });

  it('answers the tasks of a lane that is removed or cleared', () => {
    const { kernel, runAll } = recordingKernel();
    const host = kernel.addAgent('host', one);
    const x = host.inbox.addLane({ source: 1, rank: 0, overtakes: false });
    const y = host.inbox.addLane({ source: 2, rank: 0, overtakes: false });
    for (const lane of [x, y]) kernel.queue(host, lane, lane === x ? 'x' : 'y');
    expect([names(host.inbox.removeLane(x)), names(host.inbox.clearLane(y)), runAll()]).toEqual([['x'], ['y'], []]);
  });

  it('takes back the tasks of a lane that match, and keeps the others in order', () => {
    const { kernel, runAll } = recordingKernel();
    const host = kernel.addAgent('host', one);
    const lane = host.inbox.addLane(fromAnybody);
    for (const name of ['a1', 'b2', 'a3', 'b4']) kernel.queue(host, lane, name);
    const taken = host.inbox.clearLane(lane, ({ payload }) => payload.startsWith('a'));
    expect([names(taken), runAll()]).toEqual([
      ['a1', 'a3'],
      ['b2', 'b4'],
    ]);
  });

  it('refuses a rank that the inbox does not serve', () => {
    const { kernel } = recordingKernel();
    const host = kernel.addAgent('host', one);
    const lane = host.inbox.addLane({ source: 1, rank: 1, overtakes: false });
    expect(() => kernel.queue(host, lane, 'x')).toThrow(new RangeError('rank 1 is not served by this inbox'));
  });

  it('numbers agents and tasks, and knows during which task another was queued', () => {
    const { kernel, during, runAll } = recordingKernel();
    const a = kernel.addAgent('a', one);
    const b = kernel.addAgent('b', one);
    const toB = b.inbox.addLane(fromAnybody);
    const first = kernel.queue(a, a.inbox.addLane(fromAnybody), 'a1');
    const caused: unknown[] = [];
    during('a1', () => caused.push(kernel.queue(b, toB, 'b2').causeId));
    runAll();
    expect([a.id, b.id, first.id, first.causeId, caused]).toEqual([0, 1, 1, undefined, [first.id]]);
  });

  it('tells its observer of every task: queued, began, ended', () => {
    const { kernel, heard, during, runAll } = recordingKernel();
    const a = kernel.addAgent('a', one);
    const lane = a.inbox.addLane(fromAnybody);
    during('x', () => kernel.queue(a, lane, 'y'));
    kernel.queue(a, lane, 'x');
    runAll();
    expect(heard).toEqual(['queued x', 'began x', 'queued y', 'ended x', 'began y', 'ended y']);
  });

  it('lets what the performer throws reach the caller, and goes on with the next call', () => {
    const { kernel, during, performed } = recordingKernel();
    const a = kernel.addAgent('a', one);
    const lane = a.inbox.addLane(fromAnybody);
    during('x', () => {
      throw new Error('x failed');
    });
    kernel.queue(a, lane, 'x');
    kernel.queue(a, lane, 'y');
    expect(() => kernel.step()).toThrow(new Error('x failed'));
    expect([kernel.current, kernel.step()?.payload, performed]).toEqual([undefined, 'y', ['x', 'y']]);
  });

  it('refuses to step inside a task', () => {
    const { kernel, during } = recordingKernel();
    const a = kernel.addAgent('a', one);
    const lane = a.inbox.addLane(fromAnybody);
    during('x', () => kernel.step());
    kernel.queue(a, lane, 'x');
    expect(() => kernel.step()).toThrow(
      'fake-ohos-worker has a bug: step called while task 1 runs. Please report it with the test that showed it.',
    );
  });
});
