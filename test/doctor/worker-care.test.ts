import { describe, expect, it } from '@jest/globals';
import { idsOfPage } from './support/findings-in';

const newWorker = 'new worker.ThreadWorker(url)';

describe('a worker whose errors nobody hears [L-56]', () => {
  it.each([
    ['is thrown away', `${newWorker};`],
    ['is a variable', `const wk = ${newWorker}; wk.onmessage = () => {};`],
    ['is assigned', `let wk: worker.ThreadWorker | undefined; wk = ${newWorker}; wk?.postMessage(1);`],
    ['is a private field', `class A { private wk = ${newWorker}; f() { this.wk.postMessage(1); } }`],
    ['is a field of a struct', `@Component struct A { private wk = ${newWorker}; build() { Text('a') } }`],
    ['is a #private field', `class A { #wk = ${newWorker}; }`],
    ['listens to other events', `const wk = ${newWorker}; wk.on('exit', () => {});`],
    ['is only looked at', `let wk = ${newWorker}; if (wk && wk !== null) wk!.postMessage(1);`],
  ])('is told when it %s', (_, code) => {
    expect(idsOfPage(code)).toEqual(['FOW-D04', 'FOW-D05']);
  });

  it.each([
    ['onerror', 'wk.onerror = () => {};'],
    ['onAllErrors', 'wk!.onAllErrors = () => {};'],
    ['a listener', "wk.addEventListener('error', () => {});"],
    ['a listener by on', "wk?.on('error', () => {});"],
    ['a listener whose type is not to be seen', 'wk.on(type, () => {});'],
  ])('is fine with %s', (_, code) => {
    expect(idsOfPage(`const wk = ${newWorker}; ${code}`)).toEqual(['FOW-D05']);
  });
});

describe('a worker that nobody stops [L-132]', () => {
  it.each([
    ['by a call', `const wk = ${newWorker}; wk.onexit = () => {}; wk.onerror = () => wk.terminate();`],
    ['in another function', `let wk = ${newWorker}; wk.onerror = () => {}; function stop() { wk?.terminate(); }`],
    ['by a method', `class A { private wk = ${newWorker}; f() { this.wk.onerror = () => {}; this.wk.terminate(); } }`],
    ['by a function that is handed on', `const wk = ${newWorker}; wk.onerror = () => {}; setTimeout(wk.terminate, 1);`],
  ])('is fine when somebody stops it %s', (_, code) => {
    expect(idsOfPage(code)).toEqual([]);
  });

  it('is fine when its script, or what that imports, closes it', () => {
    const files = {
      'entry/src/main/ets/workers/Worker.ets': "import { work } from '../model/Work'; work();",
      'entry/src/main/ets/model/Work.ts':
        "import worker from '@ohos.worker'; export function work() { worker.workerPort.close(); }",
    };
    expect(idsOfPage(`const wk = ${newWorker}; wk.onerror = () => {};`, files)).toEqual([]);
  });

  it.each([
    ['says so in a comment', '// we never close it\nconst text = "close";'],
    ['closes something of the platform', "import fs from '@ohos.file.fs'; fs.close(1);"],
    ['names something of its own so', 'let close = 1; close += 1;'],
  ])('is told when its script %s', (_, script) => {
    const files = { 'entry/src/main/ets/workers/Worker.ets': script };
    expect(idsOfPage(`const wk = ${newWorker}; wk.onerror = () => {};`, files)).toEqual(['FOW-D05']);
  });

  it.each(["port['close']();", 'const { close } = port;', 'setTimeout(port.close, 1);', 'help((p) => p.close());'])(
    'is fine when its script may close itself: %s',
    (code) => {
      const script = `import { worker } from '@kit.ArkTS'; const port = worker.workerPort; ${code}`;
      const files = { 'entry/src/main/ets/workers/Worker.ets': script };
      expect(idsOfPage(`const wk = ${newWorker}; wk.onerror = () => {};`, files)).toEqual([]);
    },
  );

  it('is told with variables of the same name apart', () => {
    const other = `function f() { const wk = ${newWorker}; wk.onerror = () => {}; wk.terminate(); }`;
    expect(idsOfPage(`const wk = ${newWorker}; wk.onerror = () => {}; ${other}`)).toEqual(['FOW-D05']);
  });
});

describe('a worker that goes where its file does not show', () => {
  it.each([
    ['returned', `function f() { return ${newWorker}; }`],
    ['returned later', `function f() { const wk = ${newWorker}; return wk; }`],
    ['an argument', `start(${newWorker});`],
    ['an argument later', `const wk = ${newWorker}; start(wk);`],
    ['exported', `export const wk = ${newWorker};`],
    ['exported by name', `const wk = ${newWorker}; export { wk };`],
    ['in a list', `const pool = [${newWorker}];`],
    ['in an object', `const wk = ${newWorker}; const all = { wk };`],
    ['called something else', `const wk = ${newWorker}; const other = wk;`],
    ['the value of an arrow function', `const make = () => ${newWorker};`],
    ['this of a handler', `const wk = ${newWorker}; wk.onmessage = function () { stop(this); };`],
    ['handed to a state of the interface', `struct A { @State wk: worker.ThreadWorker = ${newWorker}; }`],
    ['taken out of its object', `class A { private wk = ${newWorker}; f() { const { wk } = this; wk.stop(); } }`],
    ['named by a string', `class A { private wk = ${newWorker}; f() { this['wk'].terminate(); } }`],
  ])('is not spoken of: %s', (_, code) => {
    expect(idsOfPage(code)).toEqual([]);
  });

  it.each([
    ['by its object', "import { page } from '../pages/Index'; page.wk.terminate();"],
    [
      'in a class that extends its own',
      "import { A } from '../pages/Index'; class B extends A { f() { this.wk.terminate(); } }",
    ],
    [
      'in a class that extends it under another name',
      "import { A as Base } from '../pages/Index'; class B extends Base { f() { this.wk.terminate(); } }",
    ],
    [
      'in a class that extends it through a namespace',
      "import * as pages from '../pages/Index'; class B extends pages.A { f() { this.wk.terminate(); } }",
    ],
    ['by a key', "import { page } from '../pages/Index'; page['wk'].terminate();"],
    ['at the end of a chain', "import { all } from '../pages/Index'; all.page!.wk?.terminate();"],
  ])('is not spoken of: a field that another file uses %s', (_, code) => {
    const files = { 'entry/src/main/ets/model/Other.ts': code };
    expect(idsOfPage(`export class A { wk = ${newWorker}; }`, files)).toEqual([]);
    expect(idsOfPage(`export class A { private wk = ${newWorker}; }`, files)).toEqual(['FOW-D04', 'FOW-D05']);
  });

  it.each([
    ['whose class has a sign', '$Base', 'wk', "import { $Base } from '../pages/Index'; class B extends $Base {"],
    ['that is extended by its file', 'A', 'wk', "import Base from '../pages/Index'; class B extends Base {"],
  ])('is not spoken of: a field %s', (_, owner, field, head) => {
    const files = { 'entry/src/main/ets/model/Other.ts': `${head} f() { this.${field}.terminate(); } }` };
    expect(idsOfPage(`export default class ${owner} { ${field} = ${newWorker}; }`, files)).toEqual([]);
  });

  it('may have a name that is no word', () => {
    const files = { 'entry/src/main/ets/model/Other.ts': "const other = 'a(b';" };
    expect(idsOfPage(`export class A { 'a(b' = ${newWorker}; }`, files)).toEqual(['FOW-D04', 'FOW-D05']);
    const uses = { 'entry/src/main/ets/model/Other.ts': "page['a(b'].terminate();" };
    expect(idsOfPage(`export class A { 'a(b' = ${newWorker}; }`, uses)).toEqual([]);
  });

  it('is told of a field when another file has a field of that name for itself', () => {
    const files = { 'entry/src/main/ets/model/Other.ts': 'class Other { wk = 1; f() { return this.wk; } }' };
    expect(idsOfPage(`export class A { wk = ${newWorker}; }`, files)).toEqual(['FOW-D04', 'FOW-D05']);
  });
});

describe('what counts as the worker module', () => {
  it.each([
    ['another default import', "import w from '@ohos.worker'; new w.ThreadWorker(url);"],
    ['an alias', "import { worker as w } from '@kit.ArkTS'; new w.ThreadWorker(url);"],
    ['a class by its name', "import { ThreadWorker as T } from '@ohos.worker'; new T(url);"],
    ['a namespace', "import * as w from '@ohos.worker'; new w.ThreadWorker(url);"],
  ])('%s does', (_, code) => {
    expect(idsOfPage(code)).toEqual(['FOW-D04', 'FOW-D05']);
  });

  it.each([
    ['another module', "import w from './worker'; new w.ThreadWorker(url);"],
    ['a variable that hides the import', 'function f(worker: Fake) { new worker.ThreadWorker(url); }'],
    ['a variable that stands for itself', 'const a = b; const b = a; new a.ThreadWorker(b);'],
  ])('%s does not', (_, code) => {
    expect(idsOfPage(code)).toEqual([]);
  });
});
