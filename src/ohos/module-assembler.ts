import { existsAt } from './api-level';
import type { ModuleParts, PortName, WorkerKind } from './guest';
import { hostMethods, portMethods } from './guest/rules';

const workerKinds: readonly WorkerKind[] = ['ThreadWorker', 'Worker', 'RestrictedWorker'];

/** Members can't be changed and don't show, and there is no reverse mapping. */
const fixed: PropertyDescriptor = { writable: false, enumerable: false, configurable: false };
/** The attributes of methods. */
const method: PropertyDescriptor = { writable: true, enumerable: false, configurable: false };

/**
 * Gives the parts of a realm's module their attributes and puts them together, without what the API level does not
 * have. It runs outside of the realm: there it would run for the first time, which takes several times as long.
 */
export class ModuleAssembler {
  readonly #kinds: Members;
  readonly #hostMethods: Members;
  readonly #port: Members;
  readonly #enums: Members;
  readonly #threadWorkerPriority: Members;
  readonly #priority: Members;

  constructor(apiVersion: number) {
    const split = (names: readonly string[], attributes: PropertyDescriptor): Members =>
      new Members(apiVersion, names, attributes);
    this.#kinds = split(workerKinds, {});
    this.#hostMethods = split(hostMethods, method);
    this.#port = split(portMethods, method);
    this.#enums = split(['ThreadWorkerPriority', 'Priority'], fixed);
    this.#threadWorkerPriority = split(['HIGH', 'MEDIUM', 'LOW', 'IDLE', 'DEADLINE', 'VIP'], fixed);
    this.#priority = split(['IMMEDIATE', 'HIGH', 'LOW', 'IDLE'], fixed);
  }

  assemble(parts: ModuleParts, portName: PortName, workerName: string): void {
    const { exports, classes, port } = parts;
    this.#kinds.removeLaterFrom(exports);
    this.#addEnums(parts);
    if (portName === undefined) {
      for (const made of Object.values(classes)) this.#addMethods(parts, made.prototype);
      return;
    }
    for (const kind of workerKinds) if (kind in exports) this.#completeOnFirstUse(parts, kind);
    this.#port.settleIn(port);
    port.self = port;
    if (workerName !== '') port.name = workerName;
    exports[portName] = port;
  }

  #addEnums({ exports, threadWorkerPriority, priority }: ModuleParts): void {
    this.#threadWorkerPriority.settleIn(threadWorkerPriority);
    this.#priority.settleIn(priority);
    this.#enums.addTo(exports, { ThreadWorkerPriority: threadWorkerPriority, Priority: priority });
  }

  #addMethods({ hostMethods: functions }: ModuleParts, prototype: object): void {
    this.#hostMethods.addTo(prototype, functions);
  }

  /** Few workers construct workers: in their threads a class gets its methods when it is first looked at. */
  #completeOnFirstUse(parts: ModuleParts, kind: WorkerKind): void {
    const { exports, classes } = parts;
    const settle = (value: unknown): void => {
      Object.defineProperty(exports, kind, { value, writable: true, enumerable: true, configurable: true });
    };
    const get = (): unknown => {
      this.#addMethods(parts, classes[kind].prototype);
      settle(classes[kind]);
      return classes[kind];
    };
    Object.defineProperty(exports, kind, { get, set: settle, enumerable: true, configurable: true });
  }
}

/** Members of one object: those that the API level has, and later ones. */
class Members {
  readonly #present: PropertyDescriptorMap;
  readonly #later: readonly string[];

  constructor(apiVersion: number, names: readonly string[], attributes: PropertyDescriptor) {
    const present = names.filter((name) => existsAt(apiVersion, name));
    this.#present = Object.fromEntries(present.map((name) => [name, attributes]));
    this.#later = names.filter((name) => !present.includes(name));
  }

  removeLaterFrom(target: object): void {
    for (const name of this.#later) Reflect.deleteProperty(target, name);
  }

  /** Gives members that stand there already their attributes. */
  settleIn(target: object): void {
    this.removeLaterFrom(target);
    Object.defineProperties(target, this.#present);
  }

  addTo(target: object, values: Readonly<Record<string, unknown>>): void {
    for (const [name, attributes] of Object.entries(this.#present)) {
      Object.defineProperty(target, name, { ...attributes, value: values[name] });
    }
  }
}
