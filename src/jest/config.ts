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
  readonly moduleFileExtensions: string[];
  readonly resolver: string;
  readonly testMatch: string[];
  readonly testPathIgnorePatterns: string[];
  readonly testEnvironment: string;
  readonly dependencyExtractor: string;
}

/** Jest's own, in its order. */
const jestExtensions = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'json', 'node'];

/**
 * Jest's own, with `.ets`. A device's `List.test.ets` only calls the suites of the files beside it, which are test files
 * themselves.
 */
const testMatch = [
  '**/__tests__/**/*.?([mc])[jt]s?(x)',
  '**/?(*.)+(spec|test).?([mc])[jt]s?(x)',
  '**/__tests__/**/*.ets',
  '**/?(*.)+(spec|test).ets',
  '!**/List.test.(ets|ts|js)',
];

/** What the preset sets: our runtime, the platform's modules, and transforms for ArkTS, TypeScript and `.js` scripts. */
export function presetSettings(): JestSettings {
  return {
    runtime: ownFile('runtime'),
    moduleNameMapper: { ...platformModules(), ...logModules() },
    transform: { ...etsTransform(), '^.+\\.[jt]s$': ownFile('ts-transformer') },
    moduleFileExtensions: withEts(jestExtensions),
    resolver: ownFile('resolver'),
    testMatch,
    testPathIgnorePatterns: ['/node_modules/', '/oh_modules/'],
    testEnvironment: 'node',
    dependencyExtractor: ownFile('dependency-extractor'),
  };
}

/** A Jest config, as far as {@link withFakeOhosWorker} looks into it. */
export interface JestConfigLike {
  preset?: string | null | undefined;
  moduleNameMapper?: Record<string, string | string[]> | undefined;
  globals?: object | undefined;
  dependencyExtractor?: string | undefined;
  moduleFileExtensions?: readonly string[] | undefined;
  transform?: Record<string, unknown> | undefined;
  resolver?: string | null | undefined;
}

/**
 * Adds the fake to a Jest config that has a preset or transforms of its own: our runtime, the platform's modules, and what
 * `.ets` files need. A transform of the config's own for `.ets` files stays, and so does its `resolver`. A broad pattern in
 * its `moduleNameMapper` does not shadow the platform's modules.
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
    resolver: config.resolver ?? ownFile('resolver'),
    moduleFileExtensions: withEts(config.moduleFileExtensions ?? jestExtensions),
    transform: { ...transformOf(config), ...(takesEts(config.transform) ? {} : etsTransform()) },
    moduleNameMapper: { ...platformModules(), ...config.moduleNameMapper, ...logModules() },
    ...(options === undefined ? {} : { globals: { ...config.globals, fakeOhosWorker: options } }),
  };
}

function etsTransform(): Record<string, string> {
  return { '^.+\\.ets$': ownFile('ets-transformer') };
}

/** Jest's own default goes with the first transform that a config has. */
function transformOf({ preset, transform }: JestConfigLike): Record<string, unknown> {
  return transform ?? (preset ? {} : { '\\.[jt]sx?$': 'babel-jest' });
}

function takesEts(transform: object = {}): boolean {
  return Object.keys(transform).some((pattern) => new RegExp(pattern).test('page.ets'));
}

function withEts(extensions: readonly string[]): string[] {
  return extensions.includes('ets') ? [...extensions] : ['ets', ...extensions];
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
    '^@ohos/hypium$': ownFile('hypium'),
    '^@kit\\.ArkTS$': ownFile('kit-arkts'),
    '^@arkts\\.(collections|lang|utils)$': ownFile('arkts-$1'),
  };
}

/** A log of the project's own comes before ours. */
function logModules(): Record<string, string> {
  return {
    '^@ohos\\.hilog$': ownFile('ohos-hilog'),
    '^@kit\\.PerformanceAnalysisKit$': ownFile('kit-performance-analysis'),
  };
}

/** Absolute, so that it is found wherever the package manager has put the package. */
function ownFile(name: string): string {
  return join(ownFolder, `${name}.js`);
}
