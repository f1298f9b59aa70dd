import type { Task } from '../kernel';
import type { WorkerTask } from './tasks';
import type { WorkerRecord } from './worker-record';

/** What the test keeps back on its way from one thread to another. */
export interface Transit {
  /** When the task arrives, on the world's clock: now if nobody keeps it back, never if nothing but the test can end it. */
  arrivalOf(task: Task<WorkerTask>): number;
  /** Takes everything back that is on its way from a worker to its host, or the other way; answers it. */
  takeBack(worker: WorkerRecord, to: 'worker' | 'host'): readonly Task<WorkerTask>[];
}
