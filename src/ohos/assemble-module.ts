import type { ModuleParts, PortName } from './guest';
import { hostMethods, portMethods } from './guest/rules';

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
  const methods = methodProperties(parts);
  for (const { prototype } of Object.values(classes)) Object.defineProperties(prototype, methods);
  Object.defineProperties(parts.threadWorkerPriority, threadWorkerPriority);
  Object.defineProperties(parts.priority, priority);
  Object.defineProperty(exports, 'ThreadWorkerPriority', { ...fixed, value: parts.threadWorkerPriority });
  Object.defineProperty(exports, 'Priority', { ...fixed, value: parts.priority });
  if (portName === undefined) return;
  Object.defineProperties(port, portAttributes);
  port.self = port;
  if (workerName !== '') port.name = workerName;
  exports[portName] = port;
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
