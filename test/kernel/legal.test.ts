import { describe, expect, it } from '@jest/globals';
import { names, recordingKernel } from './support/recording-kernel';

describe('Kernel.legal', () => {
  it('answers the first task of every agent', () => {
    const { kernel } = recordingKernel();
    for (const name of ['a', 'b']) {
      const agent = kernel.addAgent(name, { ranks: 1 });
      const lane = agent.inbox.addLane({ source: 9, rank: 0, overtakes: false });
      kernel.queue(agent, lane, `${name}1`);
      kernel.queue(agent, lane, `${name}2`);
    }
    expect(names(kernel.legal())).toEqual(['a1', 'b1']);
  });

  it('answers the first tasks of all sources of an agent', () => {
    const { kernel } = recordingKernel();
    const host = kernel.addAgent('host', { ranks: 1 });
    for (const source of [1, 2, 3]) {
      kernel.queue(host, host.inbox.addLane({ source, rank: 0, overtakes: false }), `from${source}`);
    }
    expect(names(kernel.legal())).toEqual(['from1', 'from2', 'from3']);
  });

  it('keeps the order of one source, but for lanes that may overtake', () => {
    const { kernel } = recordingKernel();
    const host = kernel.addAgent('host', { ranks: 1 });
    const errors = host.inbox.addLane({ source: 1, rank: 0, overtakes: false });
    const exit = host.inbox.addLane({ source: 1, rank: 0, overtakes: false });
    const messages = host.inbox.addLane({ source: 1, rank: 0, overtakes: true });
    kernel.queue(host, errors, 'error1');
    kernel.queue(host, messages, 'message2');
    kernel.queue(host, exit, 'exit3');
    expect(names(kernel.legal())).toEqual(['error1', 'message2']);
  });

  it('answers what FIFO would take, even when it overtakes by its rank alone', () => {
    const { kernel } = recordingKernel();
    const host = kernel.addAgent('host', { ranks: 2 });
    const idle = host.inbox.addLane({ source: 1, rank: 1, overtakes: true });
    const exit = host.inbox.addLane({ source: 1, rank: 0, overtakes: false });
    kernel.queue(host, idle, 'idle1');
    kernel.queue(host, exit, 'exit2');
    expect(names(kernel.legal())).toEqual(['idle1', 'exit2']);
  });

  it('answers the next task of a lane alone while its turn lasts', () => {
    const { kernel } = recordingKernel();
    const host = kernel.addAgent('host', { ranks: 1 });
    const x = host.inbox.addLane({ source: 1, rank: 0, overtakes: false });
    const y = host.inbox.addLane({ source: 2, rank: 0, overtakes: false });
    for (const name of ['x1', 'x2']) kernel.queue(host, x, name);
    kernel.queue(host, y, 'y3');
    kernel.step();
    expect(names(kernel.legal())).toEqual(['x2']);
  });

  it('is what stepTask accepts', () => {
    const { kernel, performed } = recordingKernel();
    const a = kernel.addAgent('a', { ranks: 1 });
    const b = kernel.addAgent('b', { ranks: 1 });
    const lane = b.inbox.addLane({ source: 9, rank: 0, overtakes: false });
    kernel.queue(a, a.inbox.addLane({ source: 9, rank: 0, overtakes: false }), 'a1');
    const first = kernel.queue(b, lane, 'b2');
    const second = kernel.queue(b, lane, 'b3');
    expect(() => kernel.stepTask(second)).toThrow(
      'fake-ohos-worker has a bug: task 3 cannot be performed now. Please report it with the test that showed it.',
    );
    expect([kernel.stepTask(first), kernel.stepTask(second), performed]).toEqual([first, second, ['b2', 'b3']]);
  });
});
