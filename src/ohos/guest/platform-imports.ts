import type { ThreadRules } from './rules';
import type { ModuleParts } from './worker-module';

/** The modules that code imports to reach workers. */
export type PlatformImport = '@ohos.worker' | '@kit.ArkTS';

/** What the imports of one realm give, as TypeScript's interop with CommonJS expects it. */
export class PlatformImports {
  readonly #made = new Map<PlatformImport, object>();

  constructor(
    private readonly module: ModuleParts,
    private readonly rules: ThreadRules,
  ) {}

  get(name: PlatformImport): object {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const made = name === '@ohos.worker' ? ohosWorker(this.module) : kitArkTS(this.module, this.rules);
    this.#made.set(name, made);
    return made;
  }
}

/** The default export is the native exports object; named imports see the same values. */
function ohosWorker({ exports, threadWorkerPriority, priority }: ModuleParts): object {
  const { workerPort, parentPort } = exports;
  const named: Record<string, unknown> = {
    default: exports,
    get ThreadWorker() {
      return exports.ThreadWorker;
    },
    get Worker() {
      return exports.Worker;
    },
    get RestrictedWorker() {
      return exports.RestrictedWorker;
    },
    ThreadWorkerPriority: threadWorkerPriority,
    Priority: priority,
  };
  if (workerPort !== undefined) named.workerPort = workerPort;
  if (parentPort !== undefined) named.parentPort = parentPort;
  return Object.defineProperty(named, '__esModule', { value: true });
}

/** The worker part of the kit; its other members have to be mocked. */
function kitArkTS({ exports, threadWorkerPriority, priority }: ModuleParts, rules: ThreadRules): object {
  const provided: Record<PropertyKey, unknown> = {
    worker: exports,
    ThreadWorkerPriority: threadWorkerPriority,
    Priority: priority,
  };
  Object.defineProperty(provided, '__esModule', { value: true });
  return new Proxy(provided, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !(name in target) && !askedByTools.includes(name)) rules.refuseKitMember(name);
      return Reflect.get(target, name, receiver);
    },
  });
}

/** Module systems and test tools look for these, and take "no" for an answer. */
const askedByTools = ['default', 'then', 'toJSON', 'asymmetricMatch', 'nodeType', 'tagName', '$$typeof'];
