import type JestRuntime from 'jest-runtime';

/**
 * What Jest's runtime tells only in private: one implementation for each major version. Everything else goes through
 * constructor arguments and public methods.
 */
export interface JestInternals {
  /** Whether a `require` of `name` in the file `from` would be answered with a mock. */
  shouldMock(host: JestRuntime, from: string, name: string): boolean;
  /** Whether the test said `jest.unmock` or `jest.dontMock`. */
  isUnmocked(host: JestRuntime, from: string, name: string): boolean;
  /** Whether the test said `jest.unstable_mockModule`: the mock is for ES modules only. */
  isMockedForEsm(host: JestRuntime, from: string, name: string): boolean;
  /** The transformed files of a runtime by path, without which V8's coverage drops a file. */
  transforms(runtime: JestRuntime): Map<string, unknown>;
}

interface Jest30Runtime {
  readonly transformCache: { readonly transforms: Map<string, unknown> };
  readonly mockState: {
    shouldMockCjs(from: string, name: string): { readonly shouldMock: boolean };
    getCjsModuleId(from: string, name: string): string;
    isExplicitlyUnmocked(moduleId: string): boolean;
    shouldMockEsmSync(from: string, name: string): { readonly shouldMock: boolean };
  };
}

interface Jest29Runtime {
  readonly cjsConditions: string[];
  readonly esmConditions: string[];
  readonly _fileTransforms: Map<string, unknown>;
  readonly _explicitShouldMock: Map<string, boolean>;
  readonly _virtualMocks: Map<string, boolean>;
  readonly _explicitShouldMockModule: Map<string, boolean>;
  readonly _virtualModuleMocks: Map<string, boolean>;
  readonly _resolver: {
    getModuleID(virtualMocks: Map<string, boolean>, from: string, name: string, options: object): string;
  };
  _shouldMockCjs(from: string, name: string, explicitShouldMock: Map<string, boolean>): boolean;
}

const jest30: JestInternals = {
  shouldMock: (host, from, name) => (host as unknown as Jest30Runtime).mockState.shouldMockCjs(from, name).shouldMock,
  isUnmocked: (host, from, name) => {
    const { mockState } = host as unknown as Jest30Runtime;
    return mockState.isExplicitlyUnmocked(mockState.getCjsModuleId(from, name));
  },
  isMockedForEsm: (host, from, name) => {
    return (host as unknown as Jest30Runtime).mockState.shouldMockEsmSync(from, name).shouldMock;
  },
  transforms: (runtime) => (runtime as unknown as Jest30Runtime).transformCache.transforms,
};

const jest29: JestInternals = {
  shouldMock: (host, from, name) => {
    const runtime = host as unknown as Jest29Runtime;
    return runtime._shouldMockCjs(from, name, runtime._explicitShouldMock);
  },
  isUnmocked: (host, from, name) => {
    const { _resolver, _virtualMocks, _explicitShouldMock, cjsConditions } = host as unknown as Jest29Runtime;
    const id = _resolver.getModuleID(_virtualMocks, from, name, { conditions: cjsConditions });
    return _explicitShouldMock.get(id) === false;
  },
  isMockedForEsm: (host, from, name) => {
    const runtime = host as unknown as Jest29Runtime;
    if (runtime._explicitShouldMockModule.size === 0) return false;
    const options = { conditions: runtime.esmConditions };
    const id = runtime._resolver.getModuleID(runtime._virtualModuleMocks, from, name, options);
    return runtime._explicitShouldMockModule.get(id) === true;
  },
  transforms: (runtime) => (runtime as unknown as Jest29Runtime)._fileTransforms,
};

export function internalsOf(host: JestRuntime): JestInternals {
  return 'mockState' in host ? jest30 : jest29;
}
