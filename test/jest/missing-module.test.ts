import { describe, expect, it } from '@jest/globals';
import { explainMissingModule } from '../../src/jest/missing-module';

const notFound = Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' });
const show = (file: string) => file.replace('/project/', '');
const explain = (name: string, error: unknown = notFound) =>
  explainMissingModule(error, name, '/project/src/w.ts', show)?.message;

describe('a module that can not be found', () => {
  it.each([
    ['@ohos.util', '{ __esModule: true, default: { … } }'],
    ['@kit.BasicServicesKit', '{ nameOfTheImport: … }'],
  ])('is explained when it is the platform’s: %s', (name, shape) => {
    expect(explain(name)).toBe(
      [
        `Cannot find the platform module "${name}" [FOW_MODULE_NOT_PROVIDED]`,
        '  - imported by: src/w.ts',
        "  - provided: '@ohos.worker', what '@kit.ArkTS' has for workers, '@arkts.collections', '@arkts.lang', '@arkts.utils'",
        `Hint: mock it in the test: jest.mock('${name}', () => (${shape}), { virtual: true });`,
      ].join('\n'),
    );
  });

  it('is left to Jest when it is the app’s, or when something else went wrong', () => {
    expect([explain('./model'), explain('@ohos.worker'), explain('@ohos.util', new Error('boom'))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
