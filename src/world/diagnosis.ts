import type { ToolErrorParts } from '../base';
import type { AppProcess, Happening } from '../ohos';
import { lostInCloning, refusedByCloning } from './diagnosis-of-cloning';
import { calledAfterExit, droppedCall, droppedMessage, droppedPost } from './diagnosis-of-drops';
import { onerrorSkipped, unheardError, unheardScriptError, unsendableError } from './diagnosis-of-errors';
import { classesMixed, handlerReplaced, unheardMessage } from './diagnosis-of-handlers';
import { noSlot } from './diagnosis-of-slots';
import { calledWhenOver, type PastWorkers } from './past-workers';
import type { PostSites } from './post-sites';

/** What the user should hear about a happening that a device keeps to itself; nothing for most. */
export function diagnose(
  happening: Happening,
  sites: PostSites,
  device: Pick<AppProcess, 'has'>,
  past: PastWorkers,
): readonly ToolErrorParts[] {
  switch (happening.type) {
    case 'constructed':
      return happening.worker.script.kind === 'found' ? happening.worker.script.notes : [];
    case 'dropped-post':
      return [droppedPost(happening, sites.here(), device.has('onAllErrors'))];
    case 'dropped-task':
      return droppedMessage(happening, sites);
    case 'dropped-call':
      return [droppedCall(happening, sites.here(), device.has('onAllErrors'))];
    case 'called-after-exit':
      return calledTooLate(happening, sites, past);
    case 'unheard-message':
      return [unheardMessage(happening, sites)];
    case 'handler-replaced':
      return [handlerReplaced(happening)];
    case 'no-slot':
      return [noSlot(happening, sites.here())];
    case 'classes-mixed':
      return [classesMixed(happening, sites.here())];
    case 'script-error':
      return happening.heard ? [] : [unheardScriptError(happening, device.has('onAllErrors'))];
    case 'unheard-error':
      return [unheardError(happening, sites, device.has('onAllErrors'))];
    case 'onerror-skipped':
      return [onerrorSkipped(happening)];
    case 'cloned-with-loss':
      return happening.notes.map((note) => lostInCloning(happening.from.name, note));
    case 'error-not-sent':
      return [unsendableError(happening.worker, happening.thrown)];
    case 'not-cloned':
      return [refusedByCloning(happening.from.name, happening.failure, device.has('serializeError'))];
    default:
      return [];
  }
}

/** A host object may be one of an earlier test, or have never had a worker. */
function calledTooLate(
  happening: Extract<Happening, { type: 'called-after-exit' }>,
  sites: PostSites,
  past: PastWorkers,
): readonly ToolErrorParts[] {
  const { worker, self, from, method } = happening;
  const known = past.of(self);
  if (known !== undefined) return [calledWhenOver(known, from.name, method, sites.here())];
  if (worker === undefined || method === 'cancelTasks') return [];
  return [calledAfterExit({ ...happening, worker }, sites.here())];
}
