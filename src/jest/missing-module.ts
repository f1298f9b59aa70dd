import { readFileSync } from 'node:fs';
import { ToolError } from '../base';
import { type ImportedBinding, importedBindings, type ValueUse } from '../ets';
import { isPlatformModule } from '../ohos';
import type { Dependency } from '../project';

import { platformModules } from './platform-modules';

/** A module of the platform that somebody imports. */
export interface PlatformImporter {
  readonly name: string;
  /** Absolute path of the importing file. */
  readonly from: string;
  /** Makes a path short. */
  readonly show: (file: string) => string;
}

/** Whether Jest did not find that module of the platform, rather than another one, such as one that a mock of it needs. */
export function isMissingPlatformModule(error: unknown, name: string): boolean {
  return isPlatformModule(name) && name !== '@ohos.worker' && isNotFound(error, name);
}

/**
 * What an import of a module says that we don't provide, with the mock that would.
 *
 * @param used what of the module was used, where it was imported without an error.
 */
export function moduleNotProvided({ name, from, show }: PlatformImporter, used?: string): ToolError {
  const importing = bindingsIn(from, name);
  const names = importing.map(shownName);
  const mock = mockLine(name, importing);
  return new ToolError({
    code: 'FOW_MODULE_NOT_PROVIDED',
    summary:
      used === undefined
        ? `Cannot find the platform module ${JSON.stringify(name)}`
        : `${inOwnWords(used, importing)} of the platform module ${JSON.stringify(name)} is a stub that can't be used`,
    facts: [
      `imported by: ${show(from)}${names.length === 0 ? '' : ` (${names.join(', ')})`}`,
      `provided: ${platformModules.join(', ')}`,
    ],
    hint:
      used === undefined
        ? `mock it in the test, or let the option "stubs" stand in for what no test uses:\n${mock}`
        : `mock it in the test:\n${mock}`,
  });
}

/** What an import of a package says that ohpm has not installed. */
export function packageNotInstalled(
  { name, from, show }: PlatformImporter,
  { packageName, declared, file }: Dependency,
): ToolError {
  const importing = bindingsIn(from, name);
  return new ToolError({
    code: 'FOW_PACKAGE_NOT_INSTALLED',
    summary: `The package ${JSON.stringify(packageName)} is not installed`,
    facts: [
      `imported by: ${show(from)}`,
      `declared in: ${show(file)}, as ${JSON.stringify(declared)}`,
      'not there: a folder of that name in oh_modules or node_modules, here or above',
    ],
    hint: `ohpm install, or mock it in the test:\n${mockLine(name, importing)}`,
  });
}

function mockLine(name: string, importing: readonly ImportedBinding[]): string {
  return `jest.mock('${name}', () => (${mockShape(name, importing)}), { virtual: true });`;
}

/** As the file's import has it. */
function shownName({ imported, local }: ImportedBinding): string {
  if (imported === '*') return `* as ${local}`;
  return imported === 'default' || imported === local ? local : `${imported} as ${local}`;
}

/** `fs.openSync()` for `default.openSync()`. */
function inOwnWords(used: string, importing: readonly ImportedBinding[]): string {
  const local = importing.find(({ imported }) => imported === 'default')?.local;
  return local === undefined ? used : used.replace(/\bdefault\b/, local);
}

function bindingsIn(file: string, name: string): readonly ImportedBinding[] {
  try {
    return importedBindings(readFileSync(file, 'utf8'), file, name);
  } catch {
    return []; // A file that is only in memory, or none.
  }
}

/** Just what the file imports: kits have named exports; the older modules a default one. */
function mockShape(name: string, bindings: readonly ImportedBinding[]): string {
  if (bindings.length === 0) return name.startsWith('@kit.') ? '{}' : '{ __esModule: true, default: {} }';
  const members = bindings.flatMap(({ imported, use }) =>
    imported === '*' ? membersOf(use) : [`${imported}: ${substituteFor(use)}`],
  );
  const interop = bindings.some(({ imported }) => imported === 'default') ? ['__esModule: true'] : [];
  return `{ ${[...interop, ...members].join(', ')} }`;
}

function substituteFor(use: ValueUse): string {
  const members = membersOf(use);
  const object = members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  if (use.isExtended) return members.length === 0 ? 'class {}' : `Object.assign(class {}, ${object})`;
  if (use.isCalled) return members.length === 0 ? 'jest.fn()' : `Object.assign(jest.fn(), ${object})`;
  return object;
}

/** What is only read is most often a value of an enum: its name will do. */
function membersOf({ members }: ValueUse): string[] {
  return Array.from(members, ([name, use]) => {
    const isRead = !use.isCalled && !use.isExtended && use.members.size === 0;
    return `${name}: ${isRead ? `'${name}'` : substituteFor(use)}`;
  });
}

/** Whether an error says that the module of this very name is not there. */
export function isNotFound(error: unknown, name: string): boolean {
  if (typeof error !== 'object' || error === null || Reflect.get(error, 'code') !== 'MODULE_NOT_FOUND') return false;
  const missing: unknown = Reflect.get(error, 'moduleName');
  return missing === name || String(Reflect.get(error, 'message')).startsWith(`Cannot find module '${name}' from `);
}
