import { join } from 'node:path';
import { types } from 'node:util';
import { preview, ToolError } from '../base';
import type { FakeOhosWorkerOptions } from '../world';
import { ownFolder } from './own-files';

/** The settings of a Jest config that the fake needs. */
export interface JestSettings {
  readonly runtime: string;
  readonly moduleNameMapper: Record<string, string>;
  readonly transform: Record<string, string>;
  readonly testEnvironment: string;
  readonly dependencyExtractor: string;
}

/** What the preset sets: our runtime, the platform's modules, and ts-jest for TypeScript and for `.js` scripts. */
export function presetSettings(): JestSettings {
  return {
    runtime: ownFile('runtime'),
    moduleNameMapper: platformModules(),
    transform: { '^.+\\.[jt]s$': ownFile('ts-transformer') },
    testEnvironment: 'node',
    dependencyExtractor: ownFile('dependency-extractor'),
  };
}

/** A Jest config, as far as {@link withFakeOhosWorker} looks into it. */
export interface JestConfigLike {
  moduleNameMapper?: Record<string, string | string[]> | undefined;
  globals?: object | undefined;
  dependencyExtractor?: string | undefined;
}

/**
 * Adds the fake to a Jest config that has a preset or transforms of its own: our runtime and the platform's modules.
 * A broad pattern in the config's own `moduleNameMapper` does not shadow them.
 *
 * @param options settings of the world, as under `globals.fakeOhosWorker`.
 * @throws ToolError `FOW_BAD_OPTION` when the config is no object.
 */
export function withFakeOhosWorker<C extends JestConfigLike>(config: C, options?: FakeOhosWorkerOptions): C {
  if (typeof config !== 'object' || config === null || types.isPromise(config)) throw noConfig(config);
  return {
    ...config,
    dependencyExtractor: config.dependencyExtractor ?? ownFile('dependency-extractor'),
    runtime: ownFile('runtime'),
    moduleNameMapper: { ...platformModules(), ...config.moduleNameMapper },
    ...(options === undefined ? {} : { globals: { ...config.globals, fakeOhosWorker: options } }),
  };
}

function noConfig(given: unknown): ToolError {
  return new ToolError({
    code: 'FOW_BAD_OPTION',
    summary: `withFakeOhosWorker() was given no Jest config but ${preview(given)}`,
    facts: ['expected: an object, as Jest takes it'],
    hint: 'call a function that makes the config, and await a promise of it, before: withFakeOhosWorker(await config()).',
  });
}

function platformModules(): Record<string, string> {
  return {
    '^@ohos\\.worker$': ownFile('ohos-worker'),
    '^@kit\\.ArkTS$': ownFile('kit-arkts'),
    '^@arkts\\.(collections|lang|utils)$': ownFile('arkts-$1'),
  };
}

/** Absolute, so that it is found wherever the package manager has put the package. */
function ownFile(name: string): string {
  return join(ownFolder, `${name}.js`);
}
