import { describe, expect, it } from '@jest/globals';
import type { WorkerFunction } from './support/inline-realm';
import { inlineWorld } from './support/inline-world';
import { outcomeOf } from './support/outcome';

const aWorld = (script: WorkerFunction) => {
  const world = inlineWorld({ 'w.ts': script });
  new world.worker.ThreadWorker('w.ts');
  return world;
};

describe('Atomics.wait in a worker', () => {
  it('answers at once what needs no waiting', () => {
    const { run } = aWorld((_, { log }) => {
      const cells = new Int32Array(new SharedArrayBuffer(4));
      log(Atomics.wait(cells, 0, 1), Atomics.wait(cells, 0, 0, 0), Atomics.wait(cells, 0, 0, -5));
    });

    expect(run()).toEqual(['not-equal', 'timed-out', 'timed-out']);
  });

  it('refuses what can not be waited for, as it always does', () => {
    const { run } = aWorld((_, { log, attempt }) => {
      log(
        attempt(() => Atomics.wait(new Int32Array(1), 0, 0)),
        attempt(() => Atomics.wait([] as never, 0, 0)),
      );
    });

    expect(run()).toEqual([
      'threw TypeError: [object Int32Array] is not a shared typed array.',
      'threw TypeError: [object Array] is not an int32 or BigInt64 typed array.',
    ]);
  });

  it('waits in virtual time, in which nobody notifies', () => {
    const { run, workers } = aWorld((_, { log, setTimeout }) => {
      const cells = new Int32Array(new SharedArrayBuffer(4));
      setTimeout(() => log(`timer at ${Date.now() % 1000}`), 10);
      const before = Date.now();
      log(Atomics.wait(cells, 0, 0, 250), Date.now() - before);
    });

    expect(run()).toEqual(['timed-out', 250, 'timer at 250']);
    expect(workers.clock.now).toBe(250);
  });

  it('is refused when it would never return, as nobody else runs meanwhile', () => {
    const { run, log } = aWorld((_, { log: note }) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      note('never');
    });

    expect(outcomeOf(run)).toBe(
      [
        'threw FakeOhosWorkerError FOW_ENDLESS_WAIT: Atomics.wait(…, 0, 0) in worker#1 would never return [FOW_ENDLESS_WAIT]',
        '  - at index 0 stands 0, and there is no timeout',
        '  - threads are simulated one at a time: while this one waits, nobody can change the value or notify',
        'Hint: give it a timeout, which passes in virtual time, or let the other thread send a message.',
      ].join('\n'),
    );
    expect(log).toEqual([]);
  });

  it('leaves the rest of Atomics, and the Atomics of the test, as they are', () => {
    const { run } = aWorld((_, { log }) => {
      const cells = new Int32Array(new SharedArrayBuffer(8));
      log(Atomics.add(cells, 1, 3), Atomics.load(cells, 1), Atomics.notify(cells, 0), String(Atomics));
      log(Atomics.wait.name);
    });

    expect(run()).toEqual([0, 3, 0, '[object Atomics]', 'wait']);
    expect(String(Atomics.wait)).toContain('[native code]');
  });
});
