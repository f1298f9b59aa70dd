import type { ThreadRules } from './rules';
import type { ModuleParts } from './worker-module';

/** The modules that code imports to reach workers, and what workers share. */
export type PlatformImport = '@ohos.worker' | '@kit.ArkTS' | keyof typeof sharedModules;

/** What the default exports of these modules are called in the kit. */
const sharedModules = {
  '@arkts.collections': 'collections',
  '@arkts.lang': 'lang',
  '@arkts.utils': 'ArkTSUtils',
} as const;

type Namespace = Record<PropertyKey, unknown>;

/** What the imports of one realm give, as TypeScript's interop with CommonJS expects it. */
export class PlatformImports {
  #module: ModuleParts;
  readonly #namespaces = new Map<PlatformImport, Namespace>();
  readonly #given = new Map<PlatformImport, object>();

  constructor(
    module: ModuleParts,
    private readonly rules: ThreadRules,
  ) {
    this.#module = module;
  }

  get(name: PlatformImport): object {
    const known = this.#given.get(name);
    if (known !== undefined) return known;
    const namespace = namespaceOf(name, this.#module, this.rules);
    const given = name === '@kit.ArkTS' ? refusingOthers(namespace, this.rules) : namespace;
    this.#namespaces.set(name, namespace);
    this.#given.set(name, given);
    return given;
  }

  /** What was imported before gives this module too: compiled imports look into the namespace each time. */
  show(module: ModuleParts): void {
    this.#module = module;
    for (const [name, namespace] of this.#namespaces) {
      for (const member of Object.keys(namespace)) delete namespace[member];
      Object.defineProperties(namespace, Object.getOwnPropertyDescriptors(namespaceOf(name, module, this.rules)));
    }
  }
}

function namespaceOf(name: PlatformImport, module: ModuleParts, rules: ThreadRules): Namespace {
  const namespace = membersOf(name, module, rules);
  for (const member of mayBeMissing) if (!(member in module.exports)) delete namespace[member];
  return Object.defineProperty(namespace, '__esModule', { value: true });
}

function membersOf(name: PlatformImport, module: ModuleParts, rules: ThreadRules): Namespace {
  if (name === '@ohos.worker') return ohosWorker(module);
  return name === '@kit.ArkTS' ? kitArkTS(module, rules) : { default: rules.arkts(sharedModules[name]) };
}

/** What devices of earlier API levels don't have. */
const mayBeMissing = ['ThreadWorker', 'RestrictedWorker', 'ThreadWorkerPriority', 'Priority'];

/** The default export is the native exports object; named imports see the same values. */
function ohosWorker({ exports, threadWorkerPriority, priority }: ModuleParts): Namespace {
  const { workerPort, parentPort } = exports;
  const named: Namespace = {
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
  return named;
}

/** The part of the kit that is about workers and what they share. */
function kitArkTS({ exports, threadWorkerPriority, priority }: ModuleParts, rules: ThreadRules): Namespace {
  return {
    worker: exports,
    ThreadWorkerPriority: threadWorkerPriority,
    Priority: priority,
    get collections() {
      return rules.arkts('collections');
    },
    get ArkTSUtils() {
      return rules.arkts('ArkTSUtils');
    },
    get lang() {
      return rules.arkts('lang');
    },
  };
}

/** The other members of the kit have to be mocked. */
function refusingOthers(provided: Namespace, rules: ThreadRules): object {
  return new Proxy(provided, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !(name in target) && !notRefused.includes(name)) rules.refuseKitMember(name);
      return Reflect.get(target, name, receiver);
    },
  });
}

/** Module systems and test tools look for these, and take "no" for an answer; so does code for several API levels. */
const notRefused = [
  'default',
  'then',
  'toJSON',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '$$typeof',
  'ThreadWorkerPriority',
  'Priority',
];
