import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { hasStubs, loadModule } from '../../src/jest/load-module';

/** As Jest says it. */
function notFound(moduleName: string): Error {
  return Object.assign(new Error(`Cannot find module '${moduleName}' from 'src/page.ets'`), {
    code: 'MODULE_NOT_FOUND',
    moduleName,
  });
}

const folder = mkdtempSync(join(tmpdir(), 'fow-imports-'));
const provided =
  "'@ohos.worker', what '@kit.ArkTS' has for workers, '@arkts.collections', '@arkts.lang', '@arkts.utils', '@ohos.hilog', hilog of '@kit.PerformanceAnalysisKit'";

function importing(source: string, name: string) {
  const from = join(folder, 'page.ets');
  writeFileSync(from, source);
  return { name, from, show: () => 'src/page.ets' };
}

function fail(error: unknown): () => never {
  return () => {
    throw error;
  };
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('nothing was thrown');
}

describe('a module of the platform that is not there', () => {
  it.each([
    [
      'a default import',
      "import router from '@ohos.router';\nrouter.pushUrl({ url: 'a' }); router.back();",
      '@ohos.router',
      'router',
      '{ __esModule: true, default: { pushUrl: jest.fn(), back: jest.fn() } }',
    ],
    [
      'the members of a kit, without those that are types',
      "import { router, BusinessError, promptAction as show, UIContext } from '@kit.ArkUI';\nlet e: BusinessError; router.back(); show.showToast({}); new UIContext();",
      '@kit.ArkUI',
      'router, promptAction as show, UIContext',
      '{ router: { back: jest.fn() }, promptAction: { showToast: jest.fn() }, UIContext: jest.fn() }',
    ],
    [
      'a native library',
      "import testNapi from 'libentry.so';\nexport const sum = testNapi.add(1, 2);",
      'libentry.so',
      'testNapi',
      '{ __esModule: true, default: { add: jest.fn() } }',
    ],
    [
      'all members',
      "import * as fs from '@ohos.file.fs';\nfs.openSync('a');",
      '@ohos.file.fs',
      '* as fs',
      '{ openSync: jest.fn() }',
    ],
    [
      'values of enums, optional calls, names that stand before a colon',
      `import fs, { ReadOptions } from '@ohos.file.fs';
       const mode = flag ? fs.OpenMode.READ_ONLY | fs.OpenMode.CREATE : fs.mode();
       fs?.listFile?.('a'); fs!.stat('b');
       export const all: { fs: ReadOptions } = { fs: fs };
       switch (mode) { case fs.Whence.SEEK_SET: break; }`,
      '@ohos.file.fs',
      'fs',
      "{ __esModule: true, default: { OpenMode: { READ_ONLY: 'READ_ONLY', CREATE: 'CREATE' }, mode: jest.fn(), listFile: jest.fn(), stat: jest.fn(), Whence: { SEEK_SET: 'SEEK_SET' } } }",
    ],
    [
      'classes with static members, and what is passed on',
      `import { window, Size as S, util } from '@kit.ArkUI';
       export { display, type Unused } from '@kit.ArkUI';
       export { util };
       class Mine extends window.Base { size(w: S): void {} }
       new window.Pool(1); window.Pool.shared.get(); const open = window.getLastWindow;`,
      '@kit.ArkUI',
      'window, util, display',
      "{ window: { Base: class {}, Pool: Object.assign(jest.fn(), { shared: { get: jest.fn() } }), getLastWindow: 'getLastWindow' }, util: {}, display: {} }",
    ],
  ])('is told with the mock that it needs: %s', (_, source, name, names, mock) => {
    expect(messageOf(() => loadModule(fail(notFound(name)), importing(source, name), false))).toBe(
      [
        `Cannot find the platform module "${name}" [FOW_MODULE_NOT_PROVIDED]`,
        `  - imported by: src/page.ets (${names})`,
        `  - provided: ${provided}`,
        'Hint: mock it in the test, or let the option "stubs" stand in for what no test uses:',
        `jest.mock('${name}', () => (${mock}), { virtual: true });`,
      ].join('\n'),
    );
  });

  it('is left to Jest when it is the app’s, or when something else went wrong', () => {
    const boom = new Error('boom');
    const noModel = notFound('./model');
    expect(() => loadModule(fail(noModel), importing('', './model'), true)).toThrow(noModel);
    expect(() => loadModule(fail(boom), importing('', '@ohos.util'), true)).toThrow(boom);
  });

  it.each([true, false])('is not told, nor stubbed, when its mock lacks a module of its own (stubs: %p)', (stubs) => {
    const needed = notFound('left-pad');
    expect(() => loadModule(fail(needed), importing('', '@kit.ArkUI'), stubs)).toThrow(needed);
  });
});

describe('the option stubs', () => {
  const source = "import { UIAbility, router } from '@kit.AbilityKit';\nclass A extends UIAbility {} router.back();";
  const load = () =>
    loadModule<Record<string, never>>(fail(notFound('@kit.AbilityKit')), importing(source, '@kit.AbilityKit'), true);

  it('lets modules be imported and their classes be extended', () => {
    const { UIAbility } = load() as unknown as { UIAbility: new () => object };
    expect(class EntryAbility extends UIAbility {}.name).toBe('EntryAbility');
  });

  it.each<[string, (kit: Record<string, never>) => unknown, string]>([
    ['a member', ({ router }) => Reflect.get(router ?? {}, 'back'), 'router.back'],
    ['a call', ({ router }) => Reflect.apply(router as never, undefined, []), 'router()'],
    ['a construction', ({ UIAbility }) => Reflect.construct(UIAbility as never, []), 'new UIAbility()'],
    ['a write', ({ router }) => Reflect.set(router as never, 'a', 1), 'router.a'],
  ])('lets every use throw: %s', (_, use, used) => {
    expect(messageOf(() => use(load()))).toBe(
      [
        `${used} of the platform module "@kit.AbilityKit" is a stub that can't be used [FOW_MODULE_NOT_PROVIDED]`,
        '  - imported by: src/page.ets (UIAbility, router)',
        `  - provided: ${provided}`,
        'Hint: mock it in the test:',
        "jest.mock('@kit.AbilityKit', () => ({ UIAbility: class {}, router: { back: jest.fn() } }), { virtual: true });",
      ].join('\n'),
    );
  });

  it('is read from the config', () => {
    expect(
      [{}, { fakeOhosWorker: {} }, { fakeOhosWorker: { stubs: true } }].map((globals) => hasStubs({ globals })),
    ).toEqual([false, false, true]);
  });
});
