import { describe, expect, it } from '@jest/globals';
import { idsOfPage } from './support/findings-in';

const given = `
  const wk = new worker.ThreadWorker(url);
  wk.onerror = () => wk.terminate();
  class Plain { a: number = 1; }
  class Rich { a = 1; show() {} get b() { return 1; } }
  class Richer extends Rich {}
  class Handy { f = () => 1; }
  @Sendable class Shared { show() {} }
  function plain() {}
  @Concurrent function shared() {}
`;

describe('a message of functions [S-17, S-18, S-28]', () => {
  it.each([
    ['an arrow function', '() => 1'],
    ['a function', 'function () {}'],
    ['a declared function', 'plain'],
    ['a class', 'Rich'],
    ['a function in an object', '{ f: () => 1 }'],
    ['a function by its name', '{ plain }'],
    ['a method', '{ f() {} }'],
    ['a getter', '{ get f() { return 1; } }'],
    ['a function in a list in an object', '{ a: [1, { b: (() => 1) as Object }] }'],
    ['an instance with a function in a field', 'new Handy()'],
    ['a generator', '{ *f() {} }'],
    ['a promise [S-30]', 'new Promise<void>(() => {})'],
    ['a view of data [S-27]', '{ view: new DataView(buffer) }'],
  ])('is told: %s', (_, message) => {
    expect(idsOfPage(`${given} wk.postMessage(${message});`)).toEqual(['FOW-D06']);
  });

  it('is told of a variable by what it was made from, and of a method of this', () => {
    expect(idsOfPage(`${given} let m = { f: () => 1 }; wk.postMessage(m);`)).toEqual(['FOW-D06']);
    expect(idsOfPage(`${given} class A { f() {} g() { wk.postMessage({ f: this.f }); } }`)).toEqual(['FOW-D06']);
  });
});

describe('a message of instances [S-16]', () => {
  it.each([
    ['with methods', 'new Rich()'],
    ['whose base has methods', '[new Richer()]'],
  ])('is told: one %s', (_, message) => {
    expect(idsOfPage(`${given} wk.postMessage(${message});`)).toEqual(['FOW-D07']);
  });

  it('is told of a class of another file, however it comes here', () => {
    const files = {
      'entry/src/main/ets/model/Rich.ts': 'export default class Rich { show() {} }\nexport class Poor {}',
      'entry/src/main/ets/model/index.ts': "export { default as Wealthy } from './Rich'; export * from './Rich';",
    };
    const imports = "import { Wealthy, Poor } from '../model'; import Direct from '../model/Rich';";
    const page = `${imports} ${given} wk.postMessage(new Wealthy()); wk.postMessage(new Direct()); wk.postMessage(new Poor());`;
    expect(idsOfPage(page, files)).toEqual(['FOW-D07', 'FOW-D07']);
  });
});

describe('a message that arrives, or that the code does not show', () => {
  it.each([
    ['data', "{ a: 1, b: ['x', null], c: new Map<string, number>(), d: new Date(), e: new Uint8Array(2) }"],
    ['an instance without methods', 'new Plain()'],
    ['a Sendable instance', 'new Shared()'],
    ['a function that is made for other threads', 'shared'],
    ['an async function, whose fate is not known [S-29]', 'async () => 1'],
    ['what a function answers', 'make()'],
    ['a parameter', '{ unknown }'],
    ['an unknown class', 'new Unknown()'],
  ])('is not spoken of: %s', (_, message) => {
    expect(idsOfPage(`${given} wk.postMessage(${message});`)).toEqual([]);
  });

  it.each([
    ['a variable that is changed', `${given} let m: object = { f: () => 1 }; m = {}; wk.postMessage(m);`],
    ['a variable that hides a function', `${given} function f(plain: number) { wk.postMessage(plain); }`],
    ['another object', `${given} port.postMessage(() => 1);`],
  ])('is not spoken of: %s', (_, code) => {
    expect(idsOfPage(code)).toEqual([]);
  });
});

describe('who posts', () => {
  it.each([
    [
      'the port',
      "import w from '@ohos.worker'; const port = w.workerPort; port.onmessage = () => port.postMessage(() => 1);",
    ],
    [
      'the port by its type',
      "import { ThreadWorkerGlobalScope as P } from '@kit.ArkTS'; function f(p: P) { p.postMessage(() => 1); }",
    ],
    ['the port by self', "import w from '@ohos.worker'; function f() { w.parentPort.self.postMessage(() => 1); }"],
    ['a worker by its type', 'function f(wk: worker.ThreadWorker | null) { wk?.postMessage(() => 1); }'],
    ['a field by its type', 'class A { wk?: worker.ThreadWorker; f() { this.wk!.postMessage(() => 1); } }'],
  ])('is known: %s', (_, code) => {
    expect(idsOfPage(code)).toEqual(['FOW-D06']);
  });
});
