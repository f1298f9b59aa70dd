import { describe, expect, it } from '@jest/globals';
import { fifo, randomPolicy, type SchedulingPolicy, seededRandom } from '../../src/kernel';
import { recordingKernel } from './support/recording-kernel';

/** Two workers that each have two messages waiting, and a host with one. */
function orderUnder(policy: SchedulingPolicy): string {
  const { kernel, runAll } = recordingKernel(policy);
  for (const name of ['a', 'b']) {
    const agent = kernel.addAgent(name, { ranks: 1 });
    const lane = agent.inbox.addLane({ source: 9, rank: 0, overtakes: false });
    kernel.queue(agent, lane, `${name}1`);
    kernel.queue(agent, lane, `${name}2`);
  }
  return runAll().join(' ');
}

const legalOrders = ['a1 a2 b1 b2', 'a1 b1 a2 b2', 'a1 b1 b2 a2', 'b1 a1 a2 b2', 'b1 a1 b2 a2', 'b1 b2 a1 a2'];

describe('randomPolicy', () => {
  it('reaches every legal order and no other', () => {
    const reached = new Set(Array.from({ length: 100 }, (_, seed) => orderUnder(randomPolicy(seed))));
    expect([...reached].sort()).toEqual(legalOrders);
  });

  it('gives the same order for the same seed', () => {
    for (const seed of [0, 1, 42, -7, 2 ** 31])
      expect(orderUnder(randomPolicy(seed))).toBe(orderUnder(randomPolicy(seed)));
  });

  it('keeps what one source sent in order, but for lanes that may overtake', () => {
    const orders = Array.from({ length: 50 }, (_, seed) => {
      const { kernel, runAll } = recordingKernel(randomPolicy(seed));
      const host = kernel.addAgent('host', { ranks: 1 });
      const [messages, errors, exit] = [true, false, false].map((overtakes) =>
        host.inbox.addLane({ source: 1, rank: 0, overtakes }),
      );
      if (messages === undefined || errors === undefined || exit === undefined) return '';
      kernel.queue(host, errors, 'error');
      kernel.queue(host, messages, 'message');
      kernel.queue(host, exit, 'exit');
      return runAll().join(' ');
    });
    expect([...new Set(orders)].sort()).toEqual(['error message exit', 'message error exit']);
  });
});

describe('fifo', () => {
  it('is the order of arrival', () => {
    expect(orderUnder({ choose: (ready) => ready.first })).toBe('a1 a2 b1 b2');
  });
});

describe('a policy of the user', () => {
  it('chooses from the first task and, if it asks, from all legal ones', () => {
    const last: SchedulingPolicy = { choose: (ready) => ready.all().at(-1) ?? ready.first };
    expect(orderUnder(last)).toBe('b1 b2 a1 a2');
  });

  it('can be replaced while the kernel lives', () => {
    const { kernel, runAll } = recordingKernel();
    kernel.policy = { choose: (ready) => ready.all().at(-1) ?? ready.first };
    for (const name of ['a', 'b']) {
      const agent = kernel.addAgent(name, { ranks: 1 });
      kernel.queue(agent, agent.inbox.addLane({ source: 9, rank: 0, overtakes: false }), name);
    }
    expect(runAll()).toEqual(['b', 'a']);
  });
});

describe('seededRandom', () => {
  it('gives the same numbers in [0, 1) for the same seed', () => {
    const some = (seed: number) => Array.from({ length: 3 }, seededRandom(seed));
    expect(some(1)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
    expect(some(1)).toEqual(some(1));
    expect(some(2)).not.toEqual(some(1));
  });
});

describe('next', () => {
  it('is the choice that step keeps to, so that looking changes no order', () => {
    const kernels = [false, true].map((looks) => {
      const { kernel, performed } = recordingKernel(randomPolicy(5));
      for (const name of ['a', 'b', 'c']) {
        const agent = kernel.addAgent(name, { ranks: 1 });
        const lane = agent.inbox.addLane({ source: 9, rank: 0, overtakes: false });
        for (const n of [1, 2, 3]) kernel.queue(agent, lane, `${name}${n}`);
      }
      for (let going = true; going; ) {
        const seen = looks ? [kernel.next(), kernel.next()].map((task) => task?.payload) : [];
        const done = kernel.step();
        going = done !== undefined;
        if (looks) expect(seen).toEqual([done?.payload, done?.payload]);
      }
      return performed;
    });
    expect(kernels[0]).toEqual(kernels[1]);
  });

  it('is chosen anew when what was chosen can no longer come', () => {
    const { kernel } = recordingKernel(fifo);
    const agent = kernel.addAgent('a', { ranks: 1 });
    const lane = agent.inbox.addLane({ source: 9, rank: 0, overtakes: false });
    const first = kernel.queue(agent, lane, 'first');
    kernel.queue(agent, lane, 'second');
    expect(kernel.next()).toBe(first);
    agent.inbox.remove(first);
    expect(kernel.next()?.payload).toBe('second');
    expect(kernel.step()?.payload).toBe('second');
    expect(kernel.next()).toBeUndefined();
  });
});
