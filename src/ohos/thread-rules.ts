import type { AppProcess } from './app-process';
import { constructWorker } from './construct';
import type { ThreadRules } from './guest';
import { createHostRules } from './host-rules';
import type { JsThread } from './js-thread';
import { createPortRules } from './port-rules';
import { createTimerRules } from './timer-rules';

/** Everything that the functions of one thread's module do. */
export function createThreadRules(app: AppProcess, thread: JsThread): ThreadRules {
  return {
    construct: (kind, self, args) => constructWorker(app, thread, kind, self, args),
    host: createHostRules(app, thread),
    port: createPortRules(app, thread),
    timers: createTimerRules(app, thread),
  };
}
