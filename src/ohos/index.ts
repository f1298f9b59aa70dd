export { latestApiVersion, oldestApiVersion } from './api-level';
export { AppProcess } from './app-process';
export { crashAfterCutOff } from './cut-off';
export { positionOf } from './error-position';
export { type Fault, Faults } from './faults';
export {
  type DropReason,
  dropReasons,
  type FaultKind,
  type Happening,
  type HappeningOf,
  type Uncaught,
} from './happening';
export { createMainKit, renewMainModule } from './main-kit';
export { isUnreadable } from './message-fault';
export { WorkerTaskPerformer } from './performer';
export { isPlatformModule } from './platform-module';
export { crashThread, destroyWorker, loseHost } from './shutdown';
export type { CallTask, MessageTask, WorkerTask } from './tasks';
export type { Transit } from './transit';
export { drainJobs } from './user-callback';
export { limitsAt, type WorkerLimits } from './worker-counts';
export type { WorkerRecord } from './worker-record';
export type { ScriptLookup, StandIn } from './worker-script';
export type { ExitCode, Phase } from './worker-state';
