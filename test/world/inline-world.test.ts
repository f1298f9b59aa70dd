import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';

describe('inlineWorld', () => {
  it('runs a function of the test as a worker script, in a realm of its own', () => {
    const { worker, run, log } = inlineWorld({
      'w.ts': ({ workerPort }, globals) => {
        workerPort.onmessage = ({ data }: { data: object }) => {
          globals.log(data instanceof Object);
          workerPort.postMessage([data, globalThis === (globals as unknown)]);
        };
      },
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.onmessage = ({ data }: { data: unknown }) => log.push(data);
    wk.postMessage({ id: 1 });
    expect(run()).toEqual([true, [{ id: 1 }, true]]);
  });

  it('runs source text', () => {
    const { worker, run } = inlineWorld({ 'w.ts': 'globals.log(typeof worker.workerPort.postMessage, globals.name)' });
    new worker.ThreadWorker('w.ts', { name: 'resizer' });
    expect(run()).toEqual(['function', 'resizer']);
  });

  it('runs async functions to their end in one step', () => {
    const { worker, run, workers } = inlineWorld({
      'w.ts': async ({ workerPort }, { log }) => {
        log('before');
        await Promise.resolve();
        log('after');
        workerPort.onmessage = async () => {
          for (let turn = 0; turn < 10; turn++) await undefined;
          log('done');
        };
      },
    });
    new worker.ThreadWorker('w.ts').postMessage(1);
    workers.step();
    workers.step();
    expect(run()).toEqual(['before', 'after', 'done']);
  });

  it('refuses every URL that has no script', () => {
    const { worker, lookups } = inlineWorld({});
    expect(() => new worker.ThreadWorker('other.ts')).toThrow(
      "The worker file path is invalid, the file path is invaild, can't find the file.",
    );
    expect(lookups).toEqual([['other.ts', __filename]]);
  });
});

it("refuses a worker's process.exit, with what to call instead", () => {
  const { worker, run } = inlineWorld({
    'w.ts': 'globals.log(globals.attempt(() => process.exit()), globals.attempt(() => process.exit(3)));',
  });
  new worker.ThreadWorker('w.ts');
  expect(run()).toEqual([
    'threw Error: process.exit() was called in worker#1: a worker has no process to end. Use workerPort.close().',
    'threw Error: process.exit(3) was called in worker#1: a worker has no process to end. Use workerPort.close().',
  ]);
});
