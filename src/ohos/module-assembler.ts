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
    this.#hostMethods.addTo(parts.hostMethods, ...workerKinds.map((kind) => classes[kind].prototype));
    if (portName === undefined) return;
    this.#port.settleIn(port);
    port.self = port;
    if (workerName !== '') port.name = workerName;
    exports[portName] = port;
  }

  #addEnums({ exports, threadWorkerPriority, priority }: ModuleParts): void {
    this.#threadWorkerPriority.settleIn(threadWorkerPriority);
    this.#priority.settleIn(priority);
    this.#enums.addTo({ ThreadWorkerPriority: threadWorkerPriority, Priority: priority }, exports);
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

  addTo(values: Readonly<Record<string, unknown>>, ...targets: readonly object[]): void {
    for (const [name, attributes] of Object.entries(this.#present)) {
      const property = { ...attributes, value: values[name] };
      for (const target of targets) Object.defineProperty(target, name, property);
    }
  }
}
