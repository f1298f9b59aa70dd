import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../src/kernel';
import { names, recordingKernel } from './support/recording-kernel';

const places = ['back', 'back', 'back', 'front', 'expedited'] as const;

/** Some agents with some lanes and some tasks; a few of them performed, a few cancelled. */
function someWorld(seed: number) {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const recording = recordingKernel();
  const { kernel } = recording;
  const routes = Array.from({ length: 3 }, (_, at) =>
    kernel.addAgent(`agent${at}`, { ranks: 4, maxStreak: 2 }),
  ).flatMap((agent) =>
    Array.from({ length: 1 + below(4) }, (_, source) => ({
      agent,
      lane: agent.inbox.addLane({ source, rank: below(4), overtakes: true }),
    })),
  );
  for (let task = 0; task < 25; task++) {
    const { agent, lane } = routes[below(routes.length)] as (typeof routes)[number];
    const queued = kernel.queue(agent, lane, `task${task}`, places[below(places.length)]);
    if (below(8) === 0) agent.inbox.remove(queued);
    if (below(5) === 0) kernel.step();
  }
  return recording;
}

describe('Kernel.pending', () => {
  it('is empty when nothing is queued', () => {
    expect(recordingKernel().kernel.pending()).toEqual([]);
  });

  it('changes nothing', () => {
    const { kernel } = someWorld(1);
    expect(names(kernel.pending())).toEqual(names(kernel.pending()));
  });

  it('is the order in which step performs, whatever was queued where', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { kernel, performed, runAll } = someWorld(seed);
      const already = performed.length;
      const expected = names(kernel.pending());
      expect({ seed, order: runAll().slice(already) }).toEqual({ seed, order: expected });
    }
  });
});
