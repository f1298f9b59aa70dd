export { type AppPorts, AppProcess } from './app-process';
export type { DropReason, Happening, Uncaught } from './happening';
export type { JsThread } from './js-thread';
export { WorkerTaskPerformer } from './performer';
export type { CallTask, MessageTask, WorkerTask } from './tasks';
export { deviceLimits, type WorkerLimits } from './worker-counts';
export type { WorkerRecord } from './worker-record';
export type { ExitCode, Phase, WorkerState } from './worker-state';
