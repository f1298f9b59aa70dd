import { preview, type ToolErrorParts } from '../base';
import type { Task } from '../kernel';
import type { HappeningOf, Uncaught, WorkerRecord, WorkerTask } from '../ohos';
import { placed } from './diagnosis-of-drops';
import type { PostSites } from './post-sites';

/**
 * An error that would end the app.
 *
 * @param hasAllErrors whether the device is young enough for `onAllErrors`.
 */
export function unheardError(
  { worker, event, during }: HappeningOf<'unheard-error'>,
  sites: PostSites,
  hasAllErrors: boolean,
): ToolErrorParts {
  const end = worker.host.isMain ? 'on a device the app crashes' : `it is raised again in ${worker.host.name}`;
  return {
    code: 'FOW_NO_ONERROR',
    summary: `${worker.label} threw ${event.message}, and ${worker.host.name} has nobody to hear it: ${end}`,
    facts: [
      `the host object has neither an onerror, nor an "error" listener${hasAllErrors ? ', nor an onAllErrors' : ''}`,
      ...placed('thrown at', describePosition(event)),
      ...describeHandled(during, sites),
    ],
    hint: `set onerror on the host object${hasAllErrors ? '; with onAllErrors the worker goes on, too' : ''}.`,
  };
}

/** `file:line:column`, if that is known. */
export function describePosition(position: Uncaught['position']): string | undefined {
  if (position?.filename === undefined) return undefined;
  return `${position.filename}:${position.lineno}:${position.colno}`;
}

/** The message that was being handled, if it was one. */
export function describeHandled(during: Task<WorkerTask> | undefined, sites: PostSites): string[] {
  if (during?.payload.kind !== 'message') return [];
  const [postedAt] = placed('posted at', sites.of(during.payload));
  const handled = `it was handling ${preview(during.note)}`;
  return [postedAt === undefined ? handled : `${handled}, ${postedAt.replace(': ', ' ')}`];
}

/** `onAllErrors` was there. */
export function onerrorSkipped({
  worker,
  event,
  onAllErrors,
  onerror,
}: HappeningOf<'onerror-skipped'>): ToolErrorParts {
  const error = event === undefined ? 'an error' : event.message;
  const callable = typeof onAllErrors === 'function';
  const left = typeof onerror === 'function' ? 'onerror was not called' : 'nobody was called';
  return {
    code: 'FOW_ONERROR_SKIPPED',
    summary: `${left} for ${error} of ${worker.label}: its host object has a property onAllErrors`,
    facts: [
      callable
        ? 'onAllErrors is a function, and was called'
        : `onAllErrors is ${preview(onAllErrors)}, but it is there`,
      'while there is such a property, a device calls no onerror and does not stop the worker',
    ],
    hint: callable ? 'use one of the two.' : 'delete the property, or make it a function.',
  };
}

/** An error that the host can't be told of. */
export function unsendableError(worker: WorkerRecord, thrown: unknown): ToolErrorParts {
  return {
    code: 'FOW_ERROR_NOT_SENT',
    summary: `${worker.label} threw ${preview(thrown)}, which can't be sent to the host`,
    facts: ['a device calls the error handler of the host without the error, and without a handler says nothing'],
    hint: 'throw an Error, or plain data.',
  };
}

/** An error outside a handler of which nobody hears. */
export function unheardScriptError(
  { worker, thrown, position }: HappeningOf<'script-error'>,
  hasAllErrors: boolean,
): ToolErrorParts {
  const { why, hint } = unheardBy(worker, hasAllErrors);
  return {
    code: 'FOW_SCRIPT_ERROR_UNHEARD',
    summary: `${worker.label} threw ${preview(thrown)} outside a handler; on a device nobody hears of it`,
    facts: [position === undefined ? `script: ${worker.url}` : `thrown at: ${describePosition(position)}`, why],
    hint,
  };
}

function unheardBy({ kind, host, hostGone }: WorkerRecord, hasAllErrors: boolean): { why: string; hint: string } {
  if (kind === 'RestrictedWorker') {
    return {
      why: 'a RestrictedWorker tells nobody of errors at the top level of its script and in timers',
      hint: 'catch them in the script, or use a ThreadWorker.',
    };
  }
  if (hostGone) {
    return {
      why: `${host.name}, which constructed it, is gone`,
      hint: 'let a worker stop the workers that it has constructed before it ends.',
    };
  }
  const heard = 'onerror only hears of errors in handlers';
  if (!hasAllErrors) return { why: `${heard}; onAllErrors came with API level 18`, hint: 'catch them in the script.' };
  return {
    why: `${heard}; the host object has no onAllErrors that can be called`,
    hint: 'set onAllErrors on the host object to hear of errors at the top level of a script and in timers.',
  };
}
