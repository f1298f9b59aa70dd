import { expect, it } from '@jest/globals';
import { anApp } from '../support/an-app';

const declaration = '@Sendable export class Item { n = 1; add(by: number) { this.n += by; return this; } }';

/** What a worker says of an item of the test and of one that it makes itself, and what the test says of the latter. */
function instancesOf(module: string) {
  const { worker, url, run, log } = anApp({
    'item.ts': module,
    'w.ts': `import { Item } from './item'; worker.workerPort.onmessage = ({ data }) => {
      log('worker', data instanceof Item, data.n);
      worker.workerPort.postMessageWithSharedSendable(new Item().add(1));
    };`,
  });
  const { Item } = require(`../app/entry/src/ohosTest/ets${url('item.ts').replace('entry_test/ets', '')}`);
  const wk = new worker.ThreadWorker(url('w.ts'));
  wk.onmessage = ({ data }: { data: { n: number } }) => log.push('host', data instanceof Item, data.n);
  wk.postMessageWithSharedSendable(new Item().add(2));
  return run();
}

it("is an instance of its class in every thread, if the module says 'use shared' [S-54, S-53]", () => {
  expect(instancesOf(`'use shared'; ${declaration}`)).toEqual(['worker', true, 3, 'host', true, 2]);
});

it('is no instance of the class of another thread, if the module is loaded by each [S-54, S-53]', () => {
  expect(instancesOf(declaration)).toEqual(['worker', false, 3, 'host', false, 2]);
});
