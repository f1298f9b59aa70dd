import { sharedModuleKey } from './bridge-keys';

const blankOrImport = String.raw`\s|;|\/\/.*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/|import\b[^'"]*(?:'[^']*'|"[^"]*")`;

const directive = new RegExp(String.raw`^(?:${blankOrImport})*(['"])use shared\1`);

/** Whether a source begins, after its imports, with the directive of a module that all threads have in common (S-54). */
export function isSharedModule(source: string): boolean {
  return source.includes('use shared') && directive.test(source);
}

/** What a worker evaluates in place of a shared module: it gives the test's instance. */
export const sharedModuleCode = `module.exports = globalThis[Symbol.for(${JSON.stringify(sharedModuleKey.description)})](__filename);`;
