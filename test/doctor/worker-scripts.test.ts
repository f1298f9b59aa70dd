import { describe, expect, it } from '@jest/globals';
import { findingsIn } from './support/findings-in';

const script = 'entry/src/main/ets/workers/Worker.ets';
const imports = "import { worker } from '@kit.ArkTS'; const port = worker.workerPort;";

describe('posts at the top level of a worker script [L-12]', () => {
  it.each([
    ['in a statement', 'port.postMessage(1);'],
    ['through the module', 'worker.workerPort.postMessage(1);'],
    ['in a block', 'if (true) { try { port.postMessageAtFront(1, 1); } catch {} }'],
    ['in a function that is called there', 'start(); function start() { port.postMessage(1); }'],
    ['in a function that is called where it is written', '(() => { port.postMessage(1); })();'],
    ['before the first await', 'async function start() { port.postMessage(1); await 1; } await start();'],
    ['as a global call', "const x = port.callGlobalCallObjectMethod('a', 'b', 0);"],
  ])('are told: %s', (_, code) => {
    const lines = findingsIn({ [script]: `${imports}\n${code}` });
    expect(lines.map((line) => line.replace(/:\d+ /, ' '))).toEqual(['workers/Worker.ets:2 FOW-D08']);
  });

  it.each([
    ['in a handler', 'port.onmessage = () => port.postMessage(1);'],
    ['in a timer [L-13]', 'setTimeout(() => port.postMessage(1), 0);'],
    ['in a function that nobody calls', 'function later() { port.postMessage(1); }'],
    ['in a class', 'class A { f() { port.postMessage(1); } }'],
    ['after an await [L-14]', 'async function f() { await sleep(); port.postMessage(1); } f();'],
    ['in a generator', 'function* f() { port.postMessage(1); } f();'],
    ['of something else', "import { port as other } from '../x'; other.postMessage(1);"],
  ])('are fine: %s', (_, code) => {
    expect(findingsIn({ [script]: `${imports}\n${code}` })).toEqual([]);
  });

  it('are told of what a script imports, and of a script that only code starts', () => {
    const lines = findingsIn({
      [script]: "import { x } from '../model/Model'; x();",
      'entry/src/main/ets/model/Model.ts': `${imports}\nport.postMessage(1); export function x() {}`,
      'entry/src/main/ets/model/Unused.ts': `${imports}\nport.postMessage(1);`,
    });
    expect(lines).toEqual(['model/Model.ts:2:1 FOW-D08']);
  });
});

describe('a user interface in a worker [P-85]', () => {
  it.each([
    ['a module of the interface', "import router from '@ohos.router'; router.back();"],
    ['a name of the kit', "import { promptAction, LengthMetrics } from '@kit.ArkUI'; promptAction.showToast({});"],
    ['a page', "import { Card } from '../pages/Card'; console.log(Card);"],
    ['a page for its effects', "import '../pages/Card';"],
    ['a page that is passed on', "export { Card } from '../pages/Card';"],
  ])('is told: %s', (_, code) => {
    const files = { 'entry/src/main/ets/pages/Card.ets': "@Component export struct Card { build() { Text('a') } }" };
    expect(findingsIn({ ...files, [script]: code })).toEqual(['workers/Worker.ets:1:1 FOW-D10']);
  });

  it.each([
    ['a type', "import { UIContext } from '@kit.ArkUI'; let x: UIContext | undefined; class A implements UIContext {}"],
    ['a type that says so', "import type router from '@ohos.router'; import { type Card } from '../pages/Card';"],
    ['a name that is not used', "import { router } from '@kit.ArkUI';"],
    ['something of the kit without a screen', "import { LengthMetrics } from '@kit.ArkUI'; LengthMetrics.px(1);"],
    ['a lazy import', "import lazy { router } from '@kit.ArkUI'; export function f() { router.back(); }"],
  ])('is fine: %s', (_, code) => {
    const files = { 'entry/src/main/ets/pages/Card.ets': "@Component export struct Card { build() { Text('a') } }" };
    expect(findingsIn({ ...files, [script]: code })).toEqual([]);
  });

  it('is told once, where the import stands, however the worker comes there', () => {
    const lines = findingsIn({
      [script]: "import { a } from '../model/A'; import { b } from '../model/B'; a(); b();",
      'entry/src/main/ets/model/A.ts': "import { b } from './B'; export const a = () => b();",
      'entry/src/main/ets/model/B.ts': "import { router } from '@kit.ArkUI';\nexport const b = () => router.back();",
    });
    expect(lines).toEqual(['model/B.ts:1:1 FOW-D10']);
  });
});
