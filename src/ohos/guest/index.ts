export type { PlatformImport } from './platform-imports';
export type { ConsoleLevel, GlobalPorts } from './realm-globals';
export { createRealmKit, type ErrorPosition, type RealmKit, type RealmKitRequest } from './realm-kit';
export type { HostMethod, PortMethod, ThreadRules, TimerFunction, WorkerKind } from './rules';
export type { ModuleParts, PortName } from './worker-module';
