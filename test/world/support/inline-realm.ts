import { Script } from 'node:vm';
import { type Realm, type RealmRequest, type SourcePosition, StackFrames, VmContext } from '../../../src/realm';
import { bundle } from './bundle';
import type { WorkerGlobals, WorkerModule } from './platform-objects';

/** A worker script as a function, which is evaluated from its source in the worker's realm: it sees nothing else. */
export type WorkerFunction = (worker: WorkerModule, globals: WorkerGlobals) => unknown;

export type InlineScript = WorkerFunction | string;

const guestFile = '/package/guest.js';

let guest: Script | undefined;

function compileGuest(): Script {
  const source = bundle('src/ohos/guest/index.ts');
  return new Script(
    `((module) => { const { exports } = module; ${source}\nreturn module.exports; })({ exports: {} })`,
    {
      filename: guestFile,
    },
  );
}

/** Whether a frame is the package's, or the test's own support. */
export function isOwnFile(file: string): boolean {
  return file.startsWith(guestFile) || file.includes('/src/') || file.includes('/test/world/support/');
}

/** A real context, as Jest's worker realms have, in which a script is a function of the test. */
export class InlineRealm implements Realm {
  readonly isolated = true;
  readonly guest: unknown;
  readonly #vm: VmContext;
  readonly #frames = new StackFrames(isOwnFile, () => undefined);
  readonly #loadFailures = new Set<unknown>();

  constructor(
    private readonly request: RealmRequest,
    private readonly scriptIn: (file: string) => InlineScript | undefined,
    additions: Readonly<Record<string, unknown>>,
  ) {
    this.#vm = new VmContext(request.name);
    this.global.Error.prepareStackTrace = this.#frames.prepareStackTrace as typeof Error.prepareStackTrace;
    for (const name of Object.keys(additions)) this.defineGlobals({ [name]: () => additions[name] });
    guest ??= compileGuest();
    this.guest = this.#vm.evaluate(guest);
  }

  get global(): typeof globalThis {
    return this.#vm.global;
  }

  defineGlobals(values: Readonly<Record<string, () => unknown>>): void {
    this.#vm.defineGlobals(values);
  }

  run(file: string): unknown {
    const script = this.scriptIn(file) ?? '';
    const source = typeof script === 'string' ? `(worker, globals) => {${script}\n}` : script.toString();
    const main = this.#vm.evaluate(this.#compile(`(${source})`, file)) as WorkerFunction;
    const { default: worker } = this.request.importOf('@ohos.worker') as { default: WorkerModule };
    return main(worker, this.global as unknown as WorkerGlobals);
  }

  require(name: string): unknown {
    throw new Error(`no modules here: ${name}`);
  }

  drain(): void {
    this.#vm.drain();
  }

  framesOf(error: unknown): readonly SourcePosition[] {
    return this.#frames.of(error);
  }

  isLoadFailure(error: unknown): boolean {
    return this.#loadFailures.has(error);
  }

  dispose(): void {}

  #compile(source: string, filename: string): Script {
    try {
      return new Script(source, { filename });
    } catch (error) {
      this.#loadFailures.add(error);
      throw error;
    }
  }
}
