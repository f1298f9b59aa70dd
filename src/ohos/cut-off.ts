import type { Task } from '../kernel';
import type { AppProcess } from './app-process';
import { finishExit } from './deliver-to-host';
import type { JsThread } from './js-thread';
import { crashThread } from './shutdown';
import type { WorkerTask } from './tasks';

/**
 * User code was cut off while these tasks were running, past every `catch` and `finally` of theirs. No rule of the
 * platform speaks of it. A worker whose stack is gone is in no state to go on: its thread ends as in a crash. The main
 * thread has to go on, as if the handler had returned.
 */
export function crashAfterCutOff(app: AppProcess, tasks: readonly Task<WorkerTask>[], drained?: JsThread): void {
  const threads = tasks.map(({ agent }) => app.threadOf(agent));
  for (const thread of [...threads, drained]) {
    if (thread === undefined) continue;
    thread.depth = 0;
    if (thread.record !== undefined) crashThread(app, thread.record);
  }
  for (const { payload } of tasks) {
    if (payload.kind === 'exit' && !payload.worker.is('gone')) finishExit(app, payload.worker);
  }
}
