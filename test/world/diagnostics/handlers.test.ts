import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../support/outcome';
import { telling, text } from './telling';

const thrice = 'port.onmessage = () => { for (const n of [1, 2, 3]) port.postMessage(n); };';
const batchFact = '  - a device reads onmessage once for a batch, before the first of its messages';
const batchHint = 'Hint: set onmessage before the first message can arrive; listeners are looked up for each message.';

describe('a handler that is replaced within a batch', () => {
  it('is told, once for the batch, with the number of messages that the old one still gets', () => {
    const { wk, send } = telling(thrice);
    wk.onmessage = () => {
      wk.onmessage = () => undefined;
    };
    expect(send('go')).toEqual([
      text(
        'worker#1 was given a new onmessage in the middle of a batch of messages: 2 more messages of it go to the old one [FOW_HANDLER_REPLACED_IN_BATCH]',
        batchFact,
        batchHint,
      ),
    ]);
  });

  it('is told when it is taken away', () => {
    const { wk, send } = telling(thrice);
    wk.onmessage = ({ data }: { data: unknown }) => {
      if (data === 2) wk.onmessage = undefined;
    };
    expect(send('go')[0]).toBe(
      text(
        'worker#1 was robbed of its onmessage in the middle of a batch of messages: 1 more message of it goes to the old one [FOW_HANDLER_REPLACED_IN_BATCH]',
        batchFact,
        batchHint,
      ),
    );
  });

  it('is told when there was none', () => {
    const { wk, send } = telling(thrice);
    wk.on('message', () => {
      wk.onmessage ??= () => undefined;
    });
    expect(send('go')[0]).toBe(
      text(
        'worker#1 was given a new onmessage in the middle of a batch of messages: 2 more messages of it go to none [FOW_HANDLER_REPLACED_IN_BATCH]',
        batchFact,
        batchHint,
      ),
    );
  });

  it('is none when the test steps: each step is a batch of its own', () => {
    const { wk, told, workers } = telling(thrice);
    wk.onmessage = () => {
      wk.onmessage = () => undefined;
    };
    wk.postMessage('go');
    while (workers.step() !== undefined);
    expect(told()).toEqual([]);
  });

  it('is none when a method of a subclass is the handler, nor is a getter asked', () => {
    const { world, worker, workers } = telling(thrice);
    let asked = 0;
    class Asking extends worker.ThreadWorker {
      override get onmessage() {
        asked++;
        return () => undefined;
      }
    }
    new Asking('w.ts').postMessage('go');
    workers.run();
    expect([asked, world.session.diagnostics.all]).toEqual([1, []]);
  });
});

describe('a message that is delivered to no callback', () => {
  it('on the host is told', () => {
    expect(telling('port.onmessage = ({ data }) => port.postMessage({ got: data });').send(1)).toEqual([
      text(
        'host got { got: 1 } from worker#1, and there was nobody to hear it [FOW_MESSAGE_UNHEARD]',
        '  - the host object of worker#1 had neither an onmessage nor a "message" listener',
        '  - posted at: w.ts:2:37',
        'Hint: set onmessage before the message can arrive.',
      ),
    ]);
  });

  it('in the worker is told', () => {
    expect(telling('setTimeout(() => { port.onmessage = () => 0; }, 10);').send('early')).toEqual([
      text(
        "worker#1 got 'early' from host, and there was nobody to hear it [FOW_MESSAGE_UNHEARD]",
        '  - workerPort had neither an onmessage nor a "message" listener',
        '  - posted at: here',
        'Hint: set workerPort.onmessage in the synchronous part of the script: what comes before it is set is lost.',
      ),
    ]);
  });

  it('in a worker of the old class is told of the port that it has', () => {
    expect(telling('', 'Worker').send('early')).toEqual([
      text(
        "worker#1 got 'early' from host, and there was nobody to hear it [FOW_MESSAGE_UNHEARD]",
        '  - parentPort had neither an onmessage nor a "message" listener',
        '  - posted at: here',
        'Hint: set parentPort.onmessage in the synchronous part of the script: what comes before it is set is lost.',
      ),
    ]);
  });

  it('is none when a listener hears it', () => {
    const { wk, send } = telling("port.addEventListener('message', ({ data }) => port.postMessage(data));");
    wk.once('message', () => undefined);
    expect(send('heard')).toEqual([]);
  });
});

describe('worker classes that do not go together', () => {
  it.each([
    ['ThreadWorker', 'Worker'],
    ['Worker', 'RestrictedWorker'],
  ] as const)('are told: a %s, then a %s', (first, second) => {
    const { worker, told } = telling('', first);
    expect(outcomeOf(() => new worker[second]('w.ts'))).toMatch(/^threw BusinessError 10200003/);
    expect(told()).toEqual([
      text(
        `host constructed a ${second}, but this process uses ${first}; a device throws 10200003 [FOW_CLASSES_MIXED]`,
        `  - the first was a ${first} of host, at: here`,
        `  - the ${second} is constructed at: here`,
        '  - Worker goes with neither ThreadWorker nor RestrictedWorker; the first constructor call decides, even if it fails',
        'Hint: use ThreadWorker everywhere; in a test, workers.reset() starts a new process.',
      ),
    ]);
  });

  it('are told when the first call has failed', () => {
    const { worker, run, log, told, workers } = telling('');
    workers.reset();
    expect(outcomeOf(() => new worker.ThreadWorker(5 as never))).toMatch(/^threw BusinessError 401/);
    expect(outcomeOf(() => new worker.Worker('w.ts'))).toMatch(/^threw BusinessError 10200003/);
    expect([run(), log]).toEqual([[], []]);
    expect(told()).toEqual([
      text(
        'host constructed a Worker, but this process uses ThreadWorker; a device throws 10200003 [FOW_CLASSES_MIXED]',
        '  - the first was a ThreadWorker of host, at: here',
        '  - the Worker is constructed at: here',
        '  - Worker goes with neither ThreadWorker nor RestrictedWorker; the first constructor call decides, even if it fails',
        'Hint: use ThreadWorker everywhere; in a test, workers.reset() starts a new process.',
      ),
    ]);
  });
});
