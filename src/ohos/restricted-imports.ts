import type { AppProcess } from './app-process';
import type { JsThread } from './js-thread';
import { isPlatformModule } from './platform-module';

/** Of a kit a build keeps what is imported from it: the worker module may come from there. */
const allowed: readonly string[] = ['@ohos.worker', '@kit.ArkTS'];

/** Throws for a module of the platform in a RestrictedWorker, which may import the worker module alone. */
export function assertImportable(app: AppProcess, thread: JsThread, name: string): void {
  if (thread.record?.kind !== 'RestrictedWorker') return;
  if (isPlatformModule(name) && !allowed.includes(name)) refuse(app, thread, JSON.stringify(name));
}

/** Throws for what `@kit.ArkTS` has beside the worker module. */
export function assertKitMember(app: AppProcess, thread: JsThread, member: string): void {
  if (thread.record?.kind === 'RestrictedWorker') refuse(app, thread, `${member} of "@kit.ArkTS"`);
}

function refuse(app: AppProcess, thread: JsThread, what: string): never {
  app.diagnose({
    code: 'FOW_RESTRICTED_IMPORT',
    summary: `${thread.name} imports ${what}, which a RestrictedWorker can't`,
    facts: ['all that it can import of the platform is worker, from "@ohos.worker" or "@kit.ArkTS"'],
    hint: 'use a ThreadWorker, or leave that work to the host.',
  });
  throw thread.kit.error(`${what} can't be imported in a RestrictedWorker`, undefined, undefined);
}
