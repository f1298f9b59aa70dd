import { ToolError } from '../base';
import type { ModuleIsolation } from './module-realm';

/** Jest gives it to every module that it loads, unless `injectGlobals` is off. */
declare const jest: ModuleIsolation | undefined;

/** @throws ToolError `FOW_NOT_UNDER_JEST` */
export function currentJest(): ModuleIsolation {
  if (typeof jest !== 'undefined') return jest;
  try {
    return (require('@jest/globals') as { jest: ModuleIsolation }).jest;
  } catch {
    throw new ToolError({
      code: 'FOW_NOT_UNDER_JEST',
      summary: 'Workers can only be run under Jest',
      hint: "run the file with Jest, with the preset 'fake-ohos-worker'.",
    });
  }
}

/** Loads a file through the test's module system. */
export function loadInTest(file: string): unknown {
  return require(file);
}

/** A line of a worker's console, marked with the worker's name. */
export function printConsole(level: string, worker: string, args: readonly unknown[]): void {
  const print: unknown = Reflect.get(console, level);
  const [first, ...rest] = args;
  if (typeof print !== 'function') return;
  if (typeof first === 'string') print.call(console, `[${worker}] ${first}`, ...rest);
  else print.call(console, `[${worker}]`, ...args);
}
