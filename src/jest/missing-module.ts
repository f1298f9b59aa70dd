import { ToolError } from '../base';
import { isPlatformModule } from '../ohos';

/**
 * What to throw instead of Jest's "Cannot find module" for a module of the platform; `undefined` for other errors.
 *
 * @param from absolute path of the importing file.
 * @param show makes a path short.
 */
export function explainMissingModule(
  error: unknown,
  name: string,
  from: string,
  show: (file: string) => string,
): ToolError | undefined {
  if (!isPlatformModule(name) || name === '@ohos.worker' || !isNotFound(error)) return undefined;
  return new ToolError({
    code: 'FOW_MODULE_NOT_PROVIDED',
    summary: `Cannot find the platform module ${JSON.stringify(name)}`,
    facts: [
      `imported by: ${show(from)}`,
      "provided: '@ohos.worker', what '@kit.ArkTS' has for workers, '@arkts.collections', '@arkts.lang', '@arkts.utils'",
    ],
    hint: `mock it in the test: jest.mock('${name}', () => (${mockShape(name)}), { virtual: true });`,
  });
}

/** Kits have named exports; the older modules a default one. */
function mockShape(name: string): string {
  return name.startsWith('@kit.') ? '{ nameOfTheImport: … }' : '{ __esModule: true, default: { … } }';
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'MODULE_NOT_FOUND';
}
