export { AppProcess } from './app-process';
export type { DropReason, Happening, Uncaught } from './happening';
export { createMainKit } from './main-kit';
export { WorkerTaskPerformer } from './performer';
export { destroyWorker } from './shutdown';
export type { CallTask, MessageTask, WorkerTask } from './tasks';
export { deviceLimits, type WorkerLimits } from './worker-counts';
export type { WorkerRecord } from './worker-record';
export type { ExitCode, Phase } from './worker-state';
