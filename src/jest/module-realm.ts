import { isToolError, ToolError } from '../base';
import * as guest from '../ohos/guest';
import type { Realm, RealmRequest, SourcePosition, Watchdog } from '../realm';

/** Whose script is being loaded: what imports of the platform's modules answer meanwhile. */
export class ImportStack {
  readonly #loading: ((name: string) => object)[] = [];

  answer(name: string): object | undefined {
    return this.#loading.at(-1)?.(name);
  }

  during(importOf: (name: string) => object, load: () => void): void {
    this.#loading.push(importOf);
    try {
      load();
    } finally {
      this.#loading.pop();
    }
  }
}

/** As much of Jest's `jest` object as a realm without a context needs. */
export interface ModuleIsolation {
  isolateModules(load: () => void): unknown;
}

/** A worker's module registry inside the test's realm: everything but the modules is the test's own. */
export class ModuleRealm implements Realm {
  readonly isolated = false;
  readonly guest: unknown = guest;
  readonly global = globalThis;

  constructor(
    private readonly request: RealmRequest,
    private readonly imports: ImportStack,
    private readonly jest: ModuleIsolation,
    private readonly load: (file: string) => unknown,
    private readonly watchdog: Watchdog,
  ) {}

  defineGlobals(): void {}

  run(file: string): void {
    let begun = false;
    try {
      // To be cut off here would leave Jest's module registry isolated for good.
      this.watchdog.pause(() =>
        this.imports.during(this.request.importOf, () => {
          this.jest.isolateModules(() => {
            begun = true;
            this.load(file);
          });
        }),
      );
    } catch (error) {
      throw begun ? error : this.#cannotIsolate(error);
    }
  }

  require(name: string): unknown {
    throw new ToolError({
      code: 'FOW_NEEDS_PRESET',
      summary: `Cannot look up ${JSON.stringify(name)} in ${this.request.name}: it has no realm of its own`,
      hint: "use the preset ('fake-ohos-worker'), or withFakeOhosWorker(config).",
    });
  }

  drain(): void {}

  /** The test's realm keeps no call sites. */
  framesOf(): readonly SourcePosition[] {
    return [];
  }

  /** What a compiler refuses carries its name: `TSError` is ts-jest's. */
  isLoadFailure(error: unknown): boolean {
    if (typeof error !== 'object' || error === null) return false;
    return isToolError(error) || ['SyntaxError', 'TSError'].includes(String(Reflect.get(error, 'name')));
  }

  dispose(): void {}

  #cannotIsolate(error: unknown): ToolError {
    return new ToolError({
      code: 'FOW_NESTED_ISOLATION',
      summary: `Cannot start ${this.request.name} inside jest.isolateModules()`,
      facts: [`Jest says: ${error instanceof Object ? String(Reflect.get(error, 'message')) : String(error)}`],
      hint: "let workers run outside of it, or use the preset ('fake-ohos-worker'), with which it doesn't matter.",
    });
  }
}
