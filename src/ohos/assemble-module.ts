import type { ModuleParts, PortName, WorkerKind } from './guest';
import { hostMethods, portMethods } from './guest/rules';

const workerKinds: readonly WorkerKind[] = ['ThreadWorker', 'Worker', 'RestrictedWorker'];

/** Members can't be changed and don't show, and there is no reverse mapping. */
const fixed: PropertyDescriptor = { writable: false, enumerable: false, configurable: false };
const threadWorkerPriority = describeAll(['HIGH', 'MEDIUM', 'LOW', 'IDLE', 'DEADLINE', 'VIP'], fixed);
const priority = describeAll(['IMMEDIATE', 'HIGH', 'LOW', 'IDLE'], fixed);

/** The attributes of the port's methods. */
const portAttributes = describeAll(portMethods, { writable: true, enumerable: false, configurable: false });

/**
 * Gives the parts of a realm's module their attributes and puts them together. It runs outside of the realm: there it
 * would run for the first time, which takes several times as long.
 */
export function assembleModule(parts: ModuleParts, portName: PortName, workerName: string): void {
  const { exports, classes, port } = parts;
  Object.defineProperties(parts.threadWorkerPriority, threadWorkerPriority);
  Object.defineProperties(parts.priority, priority);
  Object.defineProperty(exports, 'ThreadWorkerPriority', { ...fixed, value: parts.threadWorkerPriority });
  Object.defineProperty(exports, 'Priority', { ...fixed, value: parts.priority });
  if (portName === undefined) {
    for (const made of Object.values(classes)) Object.defineProperties(made.prototype, methodProperties(parts));
    return;
  }
  for (const kind of workerKinds) completeOnFirstUse(parts, kind);
  Object.defineProperties(port, portAttributes);
  port.self = port;
  if (workerName !== '') port.name = workerName;
  exports[portName] = port;
}

/** Few workers construct workers: in their threads a class gets its methods when it is first looked at. */
function completeOnFirstUse(parts: ModuleParts, kind: WorkerKind): void {
  const { exports, classes } = parts;
  const settle = (value: unknown): void => {
    Object.defineProperty(exports, kind, { value, writable: true, enumerable: true, configurable: true });
  };
  const get = (): unknown => {
    Object.defineProperties(classes[kind].prototype, methodProperties(parts));
    settle(classes[kind]);
    return classes[kind];
  };
  Object.defineProperty(exports, kind, { get, set: settle, enumerable: true, configurable: true });
}

/** The attributes of the host's methods. */
function methodProperties({ hostMethods: functions }: ModuleParts): PropertyDescriptorMap {
  const properties: PropertyDescriptorMap = {};
  for (const name of hostMethods) {
    properties[name] = { value: functions[name], writable: true, enumerable: false, configurable: false };
  }
  return properties;
}

function describeAll(names: readonly string[], descriptor: PropertyDescriptor): PropertyDescriptorMap {
  return Object.fromEntries(names.map((name) => [name, descriptor]));
}
