import { ToolError } from '../base';
import type { AppProcess } from './app-process';
import { constructWorker } from './construct';
import type { ThreadRules } from './guest';
import { createHostRules } from './host-rules';
import type { JsThread } from './js-thread';
import { createPortRules } from './port-rules';
import { assertKitMember } from './restricted-imports';
import { createTimerRules } from './timer-rules';

/** Only the part of the kit that is about workers is provided. */
function refuseKitMember(name: string): never {
  throw new ToolError({
    code: 'FOW_KIT_MEMBER_MISSING',
    summary: `${JSON.stringify(name)} of "@kit.ArkTS" is not provided`,
    facts: ['provided: worker, ThreadWorkerPriority, Priority, collections, ArkTSUtils, lang'],
    hint: `mock it: jest.mock('@kit.ArkTS', () => ({ ...jest.requireActual<object>('@kit.ArkTS'), ${name}: … }));`,
  });
}

/** Everything that the functions of one thread's module do. */
export function createThreadRules(app: AppProcess, thread: JsThread): ThreadRules {
  return {
    arkts: (member) => {
      assertKitMember(app, thread, member);
      return app.ports.arkts()[member];
    },
    refuseKitMember: (name) => {
      assertKitMember(app, thread, name);
      return refuseKitMember(name);
    },
    construct: (kind, self, args) => constructWorker(app, thread, kind, self, args),
    host: createHostRules(app, thread),
    port: createPortRules(app, thread),
    timers: createTimerRules(app, thread),
  };
}
