import { assertNever, InternalError } from '../base';
import type { Task, TaskPerformer, Turn } from '../kernel';
import type { AppProcess } from './app-process';
import { performExit, performHostError, performHostFailure, performHostMessage } from './deliver-to-host';
import { performStart, performWorkerMessage } from './deliver-to-worker';
import { performCall } from './global-call';
import { finishStop, performStop } from './shutdown';
import type { WorkerTask } from './tasks';

/** Does what tasks ask for. Made before the process, which the kernel that needs a performer is part of. */
export class WorkerTaskPerformer implements TaskPerformer<WorkerTask> {
  app: AppProcess | undefined;

  perform(task: Task<WorkerTask>, turn: Turn): void {
    const { app } = this;
    if (app === undefined) throw new InternalError('a task was performed before the process existed');
    const thread = app.threadOf(task.agent);
    performTask(app, task.payload, turn);
    if (thread?.record?.stopped && app.threadOf(task.agent) === thread) finishStop(app, thread.record);
  }
}

function performTask(app: AppProcess, task: WorkerTask, turn: Turn): void {
  switch (task.kind) {
    case 'start':
      return performStart(app, task.worker, turn);
    case 'message':
      return task.to === 'worker' ? performWorkerMessage(app, task) : performHostMessage(app, task, turn);
    case 'stop':
      return performStop(app, task.worker);
    case 'error':
      return performHostError(app, task, turn);
    case 'failure':
      return performHostFailure(app, task, turn);
    case 'call':
      return performCall(app, task);
    case 'exit':
      return performExit(app, task.worker);
    case 'timer':
      return task.fire();
    default:
      return assertNever(task);
  }
}
