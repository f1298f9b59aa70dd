import { expect, it } from '@jest/globals';
import { anApp } from './support/an-app';

const classOf = `export class Item { constructor(readonly n: number) {} }`;

/** The class of the test's own instance of the module. */
function itemInTest(url: string) {
  return require(url.replace('entry_test/ets', './app/entry/src/ohosTest/ets')).Item;
}

/** What two workers and the test, which all import `item.ts`, find out about each other's class. */
function classesWith(item: string) {
  const script = `import { Item } from './item'; globalThis.Item = Item;`;
  const { worker, workers, url, run } = anApp({ 'item.ts': item, 'a.ts': script, 'b.ts': script });
  const started = ['a.ts', 'b.ts'].map((name) => new worker.ThreadWorker(url(name)));
  run();
  const [a, b] = started.map((wk) => Reflect.get(workers.get(wk).global, 'Item'));
  const test = itemInTest(url('item.ts'));
  return { threads: a === b, host: a === test, instance: new a(1) instanceof test };
}

it("is one class for all threads in a module that says 'use shared' [S-54]", () => {
  expect(classesWith(`'use shared'; ${classOf}`)).toEqual({ threads: true, host: true, instance: true });
});

it('is a class of its own for each thread in any other module [S-54]', () => {
  expect(classesWith(classOf)).toEqual({ threads: false, host: false, instance: false });
});

const sendable = '@Sendable export class Item { n = 1; twice() { return this.n * 2; } }';

it.each([
  ["lets both sides of a message know a Sendable of its class, if it says 'use shared'", "'use shared';", true],
  ['lets neither side know a Sendable of its class, if each thread loads it', '', false],
])('%s [S-54, S-53]', (_, directive, known) => {
  const { worker, run, log, url } = anApp({
    'item.ts': `${directive} ${sendable}`,
    'w.ts': `import { Item } from './item';
      const { workerPort: port } = worker;
      port.onmessage = ({ data }) => {
        log(data instanceof Item, data.twice());
        port.postMessageWithSharedSendable(new Item());
      };`,
  });
  const Item = itemInTest(url('item.ts'));
  const wk = new worker.ThreadWorker(url('w.ts'));
  wk.onmessage = ({ data }: { data: { twice(): number } }) => log.push(data instanceof Item, data.twice());
  wk.postMessageWithSharedSendable(new Item());
  expect(run()).toEqual([known, 2, known, 2]);
});
