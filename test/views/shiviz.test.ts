import { describe, expect, it } from '@jest/globals';
import { toShiViz } from '../../src/views';
import { inlineWorld } from '../world/support/inline-world';
import { busyTrace } from './support/traces';

/** As ShiViz reads it: the expression of the first line, over the rest. */
function readByShiViz(log: string): { event: string; host: string; clock: Record<string, number> }[] {
  const [pattern = '', , ...rest] = log.split('\n');
  return Array.from(rest.join('\n').matchAll(new RegExp(pattern, 'gm')), ({ groups }) => ({
    event: groups?.event ?? '',
    host: groups?.host ?? '',
    clock: JSON.parse(groups?.clock ?? ''),
  }));
}

describe('a log for ShiViz', () => {
  it('has what happened, where, and the clock', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': 'worker.workerPort.onmessage = () => {};' });
    new worker.ThreadWorker('w.ts').postMessage({ n: 1 });
    workers.run();
    expect(toShiViz(workers.trace.toJSON())).toBe(String.raw`(?<event>.*)\n(?<host>\S*) (?<clock>{.*})

new worker#1 = new ThreadWorker('w.ts')
host {"host":1}
queue start
host {"host":2}
post -> worker#1 { n: 1 }
host {"host":3}
start w.ts
worker#1 {"host":2,"worker#1":1}
running
worker#1 {"host":2,"worker#1":2}
end
worker#1 {"host":2,"worker#1":3}
message <- host { n: 1 }
worker#1 {"host":3,"worker#1":4}
end
worker#1 {"host":3,"worker#1":5}
`);
  });

  it('can be read as ShiViz does: one event for each entry; each agent counts its own from 1 and knows nothing too early', () => {
    const trace = busyTrace();
    const events = readByShiViz(toShiViz(trace));
    expect(events.map(({ host }) => host)).toEqual(trace.entries.map(({ agent }) => agent.replaceAll(' ', '_')));
    const counts: Record<string, number> = {};
    for (const { host, clock } of events) {
      counts[host] = (counts[host] ?? 0) + 1;
      expect(clock[host]).toBe(counts[host]);
      for (const [other, count] of Object.entries(clock)) expect(count).toBeLessThanOrEqual(counts[other] ?? 0);
    }
  });
});
