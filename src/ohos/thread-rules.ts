import { ToolError } from '../base';
import type { Watchdog } from '../realm';
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

/** Everything that the functions of one thread's module do. What changes the process is never cut off halfway. */
export function createThreadRules(app: AppProcess, thread: JsThread): ThreadRules {
  const { watchdog } = thread;
  return {
    arkts: (member) => {
      assertKitMember(app, thread, member);
      return app.ports.arkts()[member];
    },
    refuseKitMember: (name) => {
      assertKitMember(app, thread, name);
      return refuseKitMember(name);
    },
    construct: (kind, self, args) => watchdog.shield(() => constructWorker(app, thread, kind, self, args)),
    host: shielded(watchdog, createHostRules(app, thread)),
    port: shielded(watchdog, createPortRules(app, thread)),
    timers: shielded(watchdog, createTimerRules(app, thread)),
  };
}

function shielded<R extends Readonly<Record<string, (...args: never[]) => unknown>>>(watchdog: Watchdog, rules: R): R {
  const names = Object.keys(rules) as (keyof R & string)[];
  const entries = names.map((name) => [name, (...args: never[]) => watchdog.shield(() => rules[name]?.(...args))]);
  return Object.fromEntries(entries) as R;
}
