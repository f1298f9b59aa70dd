import { describe, expect, it } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import { Greeter } from '../main/ets/MainAbility/model/Greeter';

describe('Greeter', () => {
  it('is answered by the worker and stops it', () => {
    const greeter = new Greeter();
    greeter.greet();

    workers.run();

    expect(greeter.answers).toEqual(['message from worker thread.']);
    expect(greeter.exitCode).toBe(0);
    expect(greeter.workerInstance).toHaveReceivedMessage('message from worker thread.');
    expect(greeter.workerInstance).toHaveBeenTerminated();
    expect(greeter.workerInstance).toHaveExitedWith(0);
    expect(workers).toHaveNoLeaks();
  });

  it('can be followed step by step', () => {
    const greeter = new Greeter();
    greeter.greet();

    expect(workers.step()).toMatchObject({ kind: 'start', to: 'greeter#1' });
    expect(workers.step()).toMatchObject({ kind: 'message', to: 'greeter#1', data: 'message from main thread.' });
    expect(greeter.answers).toEqual([]);
    expect(workers.step()).toMatchObject({ kind: 'message', to: 'host', data: 'message from worker thread.' });
    expect(greeter.answers).toEqual(['message from worker thread.']);
    expect(workers.pending.map(({ kind }) => kind)).toEqual(['stop']);
  });

  it('leaves the same trace on 100 runs', () => {
    const traces = new Set<string>();
    for (let run = 0; run < 100; run++) {
      new Greeter().greet();
      workers.run();
      traces.add(workers.trace.text);
      workers.reset();
    }

    expect(traces.size).toBe(1);
    console.log([...traces].join('\n'));
  });
});
