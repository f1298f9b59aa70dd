import { isToolError, ToolError } from '../base';
import { type Realm, type RealmRequest, type SourcePosition, SourcePositions, StackFrames, VmContext } from '../realm';
import { platformImportKey, sharedModuleKey } from './bridge-keys';
import type { ChildRuntime, ChildRuntimeClass, ChildRuntimeHost } from './child-runtime';
import { evaluateGuest } from './guest-script';
import { ownsFile } from './own-files';
import { listArguments, type RuntimeParts } from './runtime-arguments';
import { type SharedTransformer, scriptOptions, shareTransformer } from './shared-transformer';
import type { AsyncScript } from './top-level-await';
import { createWorkerEnvironment } from './worker-environment';

/** What all worker realms of one test file share. */
export interface WorkerRealmFamily extends ChildRuntimeHost {
  readonly Child: ChildRuntimeClass;
  readonly childParts: RuntimeParts;
  readonly positions: SourcePositions;
  readonly transforms: SharedTransformer;
  /** The test's instance of a module that all threads have in common. */
  readonly sharedModule: (file: string) => unknown;
}

export function createRealmFamily(host: ChildRuntimeHost, Child: ChildRuntimeClass): WorkerRealmFamily {
  const { config } = host.parts;
  const transforms = shareTransformer(host);
  return {
    ...host,
    Child,
    childParts: {
      ...host.parts,
      // The host decides about mocks; scripts are loaded synchronously, as CommonJS.
      config: { ...config, automock: false, extensionsToTreatAsEsm: [] },
      cacheFS: new FileTexts(),
      transformer: transforms.transformer,
    },
    transforms,
    sharedModule: (file) => host.runtime.requireModule(file),
    positions: new SourcePositions((file) => host.runtime.getSourceMaps().get(file)),
  };
}

/** File texts that outlive the runtimes which share them: a runtime empties its cache when it is torn down. */
class FileTexts extends Map<string, string> {
  override clear(): void {}
}

/** A realm with its own context, into which a child of Jest's runtime loads modules. */
export class WorkerRealm implements Realm {
  readonly isolated = true;
  readonly guest: unknown;
  readonly #vm: VmContext;
  readonly #frames: StackFrames;
  #runtime: ChildRuntime | undefined;

  constructor(
    private readonly family: WorkerRealmFamily,
    private readonly request: RealmRequest,
  ) {
    this.#vm = new VmContext(request.name);
    this.#frames = new StackFrames(ownsFile, family.positions.map);
    const { global } = this.#vm;
    global.Error.prepareStackTrace = this.#frames.prepareStackTrace as typeof Error.prepareStackTrace;
    Object.defineProperty(this.#vm.context, platformImportKey, { value: request.importOf });
    Object.defineProperty(this.#vm.context, sharedModuleKey, { value: family.sharedModule });
    this.#shareCoverage();
    this.guest = evaluateGuest(this.#vm);
  }

  get global(): typeof globalThis {
    return this.#vm.global;
  }

  /** The prototype of the promises that are made in this realm. */
  get promisePrototype(): object {
    return this.#vm.promisePrototype;
  }

  defineGlobals(values: Readonly<Record<string, () => unknown>>): void {
    this.#vm.defineGlobals(values);
  }

  run(file: string, claim: (error: unknown) => boolean): Promise<void> | undefined {
    if (file.endsWith('.ets') && !this.#isTransformed(file)) throw etsNotCompiled(this.family.shortPath(file));
    const main = this.#modules.requireModule(file, undefined, scriptOptions);
    if (!this.family.transforms.isAsync(file)) return undefined;
    const { start, watch } = main as AsyncScript;
    const run = start();
    watch(run, claim);
    return run;
  }

  require(name: string): unknown {
    return this.#modules.requireModuleOrMock(this.request.file, name);
  }

  drain(): void {
    this.#vm.drain();
  }

  framesOf(error: unknown): readonly SourcePosition[] {
    return this.#frames.of(error);
  }

  isLoadFailure(error: unknown): boolean {
    if (typeof error !== 'object' || error === null) return false;
    return this.family.transforms.hasFailedWith(error) || this.#isRefusedByEngine(error) || isToolError(error);
  }

  dispose(): void {
    this.#runtime?.teardown();
    this.#runtime = undefined;
  }

  get #modules(): ChildRuntime {
    if (this.#runtime !== undefined) return this.#runtime;
    const { childParts, Child } = this.family;
    const parts: RuntimeParts = {
      ...childParts,
      environment: createWorkerEnvironment(childParts.environment, this.#vm),
    };
    this.#runtime = new Child(this.family, listArguments(parts), this.request);
    return this.#runtime;
  }

  /** Jest 29 compiles in the outer realm; Jest 30 in this one, where user code may make SyntaxErrors, too. */
  #isRefusedByEngine(error: object): boolean {
    if (error instanceof SyntaxError) return true;
    const [innermost] = error instanceof this.global.SyntaxError ? this.#frames.of(error) : [];
    return innermost !== undefined && /[\\/]jest-runtime[\\/]/.test(innermost.file);
  }

  #isTransformed(file: string): boolean {
    return this.family.parts.config.transform.some(([pattern]) => new RegExp(pattern).test(file));
  }

  /** Istanbul counts into a global variable: the worker's is the test's. */
  #shareCoverage(): void {
    const { coverageOptions, environment } = this.family.parts;
    if (!coverageOptions.collectCoverage) return;
    const host = environment.global as { __coverage__?: object };
    host.__coverage__ ??= {};
    const { __coverage__ } = host;
    this.#vm.defineGlobals({ __coverage__: () => __coverage__ });
  }
}

function etsNotCompiled(file: string): ToolError {
  return new ToolError({
    code: 'FOW_ETS_NOT_COMPILED',
    summary: `Cannot compile the worker script ${JSON.stringify(file)}: no transform of the Jest config takes .ets files`,
    hint: "use the preset or withFakeOhosWorker(config), or add to the config: transform: { '\\\\.ets$': 'fake-ohos-worker/ets' }",
  });
}
