import type { ThreadRules } from './rules';

/** The modules that code imports to reach workers. */
export type PlatformImport = '@ohos.worker' | '@kit.ArkTS';

/** What the imports of one realm give, as TypeScript's interop with CommonJS expects it. */
export class PlatformImports {
  readonly #made = new Map<PlatformImport, object>();

  constructor(
    private readonly worker: Record<string, unknown>,
    private readonly rules: ThreadRules,
  ) {}

  get(name: PlatformImport): object {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const made = name === '@ohos.worker' ? ohosWorker(this.worker) : kitArkTS(this.worker, this.rules);
    this.#made.set(name, made);
    return made;
  }
}

/** The default export is the native exports object; named imports see the same values. */
function ohosWorker(worker: Record<string, unknown>): object {
  const named = Object.getOwnPropertyDescriptors(worker);
  return Object.create(null, { ...named, __esModule: { value: true }, default: { value: worker, enumerable: true } });
}

/** The worker part of the kit; its other members have to be mocked. */
function kitArkTS(worker: Record<string, unknown>, rules: ThreadRules): object {
  const { ThreadWorkerPriority, Priority } = worker;
  const provided: Record<PropertyKey, unknown> = { worker, ThreadWorkerPriority, Priority };
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
