import { expect, it } from '@jest/globals';
import { anApp } from './support/an-app';

const classOf = `export class Item { constructor(readonly n: number) {} }`;

/** What two workers and the test, which all import `item.ts`, find out about each other's class. */
function classesWith(item: string) {
  const script = `import { Item } from './item'; globalThis.Item = Item;`;
  const { worker, workers, url, run } = anApp({ 'item.ts': item, 'a.ts': script, 'b.ts': script });
  const started = ['a.ts', 'b.ts'].map((name) => new worker.ThreadWorker(url(name)));
  run();
  const [a, b] = started.map((wk) => Reflect.get(workers.get(wk).global, 'Item'));
  const test = require(`./app/entry/src/ohosTest/ets${url('item.ts').replace('entry_test/ets', '')}`).Item;
  return { threads: a === b, host: a === test, instance: new a(1) instanceof test };
}

it("is one class for all threads in a module that says 'use shared' [S-54]", () => {
  expect(classesWith(`'use shared'; ${classOf}`)).toEqual({ threads: true, host: true, instance: true });
});

it('is a class of its own for each thread in any other module [S-54]', () => {
  expect(classesWith(classOf)).toEqual({ threads: false, host: false, instance: false });
});
