import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from 'typescript';
import { isToolError } from '../base';
import { resolvePackageImport } from '../project';

/**
 * Whether TypeScript complains of an import that it can't know the types of: all that comes from it is `any`.
 *
 * - A module of the platform that there are no declarations of outside the SDK. At run time it has to be mocked, or
 *   `FOW_MODULE_NOT_PROVIDED` says so.
 * - Code of the app in ArkTS, or in a package of ohpm, which Jest finds and TypeScript does not.
 */
export function isUntypedImport({ code, messageText, file }: Diagnostic): boolean {
  if (!importCodes.includes(code)) return false;
  const text = typeof messageText === 'string' ? messageText : messageText.messageText;
  if (/['"](@(arkts|ohos|kit|hms|system)\.|lib[^'"]*\.so['"])/.test(text)) return true;
  const [, name] = /['"]([^'"]+)['"]/.exec(text) ?? [];
  if (!moduleCodes.includes(code) || name === undefined || file === undefined) return false;
  const folder = dirname(file.fileName);
  return /^\.{0,2}\//.test(name) ? isArkTs(resolve(folder, name)) : isOhpmPackage(name, folder);
}

/** "Cannot find module" in its variants: by default, with old ways of resolution, for its effects; without types. */
const moduleCodes = [2307, 2792, 2882, 7016];

/** With them "has no exported member" and its variant with a suggestion. */
const importCodes = [...moduleCodes, 2305, 2724];

function isArkTs(path: string): boolean {
  if (path.endsWith('.ets')) return existsSync(path);
  return existsSync(`${path}.ets`) || existsSync(join(path, 'index.ets'));
}

/** One that is declared but not there is Jest's to tell, with `FOW_PACKAGE_NOT_FOUND`. */
function isOhpmPackage(name: string, folder: string): boolean {
  try {
    return resolvePackageImport(name, folder) !== undefined;
  } catch (error) {
    return isToolError(error);
  }
}
