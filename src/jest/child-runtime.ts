import type JestRuntime from 'jest-runtime';
import { ToolError } from '../base';
import type { RealmRequest } from '../realm';
import { compileScriptsForDebuggers } from './inspected-scripts';
import type { JestInternals } from './jest-internals';
import { hasStubs, loadModule } from './load-module';
import type { RuntimeArguments, RuntimeParts } from './runtime-arguments';

/** Jest's runtime for the modules of one worker. */
export interface ChildRuntime extends InstanceType<typeof JestRuntime> {}

export interface ChildRuntimeHost {
  readonly runtime: JestRuntime;
  readonly parts: RuntimeParts;
  readonly internals: JestInternals;
  /** Names that lead to our modules. */
  readonly ownMappings: ReadonlySet<string>;
  /** A path as it is shown to the user. */
  readonly shortPath: (file: string) => string;
}

/** What modules of the platform give in the worker. */
export type Imports = Pick<RealmRequest, 'importOf' | 'assertImportable'>;

export type ChildRuntimeClass = new (host: ChildRuntimeHost, args: RuntimeArguments, imports: Imports) => ChildRuntime;

/**
 * A runtime whose mocks are the test's: where the test would get a mock, the worker gets the very same one. Everything
 * else it loads for itself.
 */
export function createChildRuntimeClass(Runtime: typeof JestRuntime): ChildRuntimeClass {
  return class extends Runtime implements ChildRuntime {
    readonly #host: ChildRuntimeHost;
    readonly #imports: Imports;

    constructor(host: ChildRuntimeHost, args: RuntimeArguments, imports: Imports) {
      super(...args);
      compileScriptsForDebuggers(this);
      this.#host = host;
      this.#imports = imports;
    }

    override requireModuleOrMock<T = unknown>(from: string, name: string): T {
      this.#imports.assertImportable(name);
      const mocking = this.#mockingByHost(from, name);
      if (mocking === 'mocked') return this.#fromHost<T>(from, name);
      // No file to find, transform and compile for each worker.
      if (this.#host.ownMappings.has(name)) return this.#imports.importOf(name) as T;
      const load = () =>
        mocking === 'unmocked' ? super.requireActual<T>(from, name) : super.requireModuleOrMock<T>(from, name);
      const { parts, shortPath } = this.#host;
      return loadModule(load, { name, from, show: shortPath }, hasStubs(parts.config));
    }

    /** The test's mock. What a mocked kit says about workers is the test's view: the worker's own takes its place. */
    #fromHost<T>(from: string, name: string): T {
      const mock = this.#host.runtime.requireModuleOrMock<T>(from, name);
      if (name !== '@kit.ArkTS' || typeof mock !== 'object' || mock === null) return mock;
      return Object.create(mock, Object.getOwnPropertyDescriptors(this.#imports.importOf(name)));
    }

    /** `unmocked`: a mock that stands in a `__mocks__` folder would be taken, had the test not refused it. */
    #mockingByHost(from: string, name: string): 'mocked' | 'unmocked' | 'none' {
      const { runtime, parts, internals, shortPath } = this.#host;
      if (name === '@jest/globals') return 'none';
      try {
        if (internals.shouldMock(runtime, from, name)) return 'mocked';
      } catch {
        return 'none'; // The name can't be resolved: our own attempt says so.
      }
      const forEsm = !parts.config.automock && internals.isMockedForEsm(runtime, from, name);
      if (!forEsm && !this.#hasManualMock(from, name)) return 'none';
      if (internals.isUnmocked(runtime, from, name)) return 'unmocked';
      if (forEsm) throw mockedForEsm(name, shortPath(from));
      return 'mocked';
    }

    /** A `__mocks__` folder beside `node_modules` mocks a package without a word in the test. */
    #hasManualMock(from: string, name: string): boolean {
      const { resolver } = this.#host.parts;
      if (name.startsWith('.') || resolver.isCoreModule(name) || resolver.getModule(name) !== null) return false;
      const mock = resolver.getMockModule(from, name, { conditions: ['require', 'default'] });
      return mock !== null && /[\\/]__mocks__[\\/]/.test(mock);
    }
  };
}

/** The factory of such a mock may be `async`, and what it gives are bindings of an ES module. */
function mockedForEsm(name: string, file: string): ToolError {
  return new ToolError({
    code: 'FOW_MOCKED_FOR_ESM',
    summary: `A worker can't get the mock of ${JSON.stringify(name)}: jest.unstable_mockModule is for ES modules`,
    facts: [`required by: ${file}`, 'worker scripts, and what they import, run as CommonJS'],
    hint: `say jest.mock(${JSON.stringify(name)}, …) as well, or jest.dontMock for the real module in workers.`,
  });
}
