import { describe, expect, it } from '@jest/globals';
import { ImportStack, type ModuleIsolation, ModuleRealm } from '../../src/jest/module-realm';
import { Watchdog } from '../../src/realm';

const request = { name: 'worker#1', file: '/project/w.ts', importOf: () => ({}), assertImportable: () => undefined };

const aRealm = (jest: ModuleIsolation) =>
  new ModuleRealm(request, new ImportStack(), jest, () => undefined, new Watchdog('', ''));

describe('a realm without a context', () => {
  it.each([new Error('isolateModules cannot be nested.'), 'isolateModules cannot be nested.'])(
    'can not be made where modules are isolated already: %p',
    (refusal) => {
      const realm = aRealm({
        isolateModules: () => {
          throw refusal;
        },
      });
      expect(() => realm.run('/project/w.ts')).toThrow(
        new Error(
          [
            'Cannot start worker#1 inside jest.isolateModules() [FOW_NESTED_ISOLATION]',
            '  - Jest says: isolateModules cannot be nested.',
            "Hint: let workers run outside of it, or use the preset ('fake-ohos-worker'), with which it doesn't matter.",
          ].join('\n'),
        ),
      );
    },
  );

  it('has no modules to look up', () => {
    const realm = aRealm({ isolateModules: (load) => load() });
    expect(() => realm.require('./model')).toThrow(
      new Error(
        [
          'Cannot look up "./model" in worker#1: it has no realm of its own [FOW_NEEDS_PRESET]',
          "Hint: use the preset ('fake-ohos-worker'), or withFakeOhosWorker(config).",
        ].join('\n'),
      ),
    );
  });
});
