import { preview, type ToolErrorParts } from '../base';
import type { DropReason, HappeningOf, WorkerRecord } from '../ohos';
import type { PostSites } from './post-sites';
import { sourceOf } from './task-view';

/** A fact about a place in the source, if it is known. */
export function placed(what: string, site: string | undefined): string[] {
  return site === undefined ? [] : [`${what}: ${site}`];
}

/** A post that became no message. */
export function droppedPost(
  { worker, from, data, reason }: HappeningOf<'dropped-post'>,
  site: string | undefined,
  hasAllErrors: boolean,
): ToolErrorParts {
  const posted = `${from.name} posted ${preview(data)}`;
  const postedAt = placed('posted at', site);
  if (from !== worker.thread) return postToEnding(posted, worker, postedAt);
  if (reason === 'script-not-finished') {
    return {
      code: 'FOW_POST_BEFORE_RUNNING',
      summary: `${posted} before its script had finished; a device drops such messages`,
      facts: [`script: ${worker.url}`, ...postedAt],
      hint: 'post from a handler or a timer: the worker is running once the synchronous part of the script is done.',
    };
  }
  if (reason === 'host-gone') {
    return {
      code: 'FOW_HOST_GONE',
      summary: `${posted}, but ${worker.host.name}, which constructed it, is gone; a device drops such messages`,
      facts: postedAt,
      hint: 'let a worker stop the workers that it has constructed before it ends.',
    };
  }
  return {
    code: 'FOW_POST_WHILE_ENDING',
    summary: `${posted} ${whileEnding(worker)}; a device drops such messages`,
    facts: postedAt,
    hint: hintAbout(worker, hasAllErrors),
  };
}

function postToEnding(posted: string, worker: WorkerRecord, facts: string[]): ToolErrorParts {
  const outcome = worker.kind === 'Worker' ? 'drops such messages' : 'throws 10200004';
  return {
    code: 'FOW_POST_TO_ENDING_WORKER',
    summary: `${posted} to ${worker.label} ${whileEnding(worker)}; a device ${outcome}`,
    facts,
    hint: 'construct another worker, or post before this one is told to end.',
  };
}

/** The app or the test has asked for it. */
const wanted: readonly DropReason[] = ['cancelled', 'link', 'unreadable', 'host-gone'];

/** A message that was posted and never read. */
export function droppedMessage(
  { task, reason }: HappeningOf<'dropped-task'>,
  sites: PostSites,
): readonly ToolErrorParts[] {
  if (task.kind !== 'message' || wanted.includes(reason)) return [];
  const { worker } = task;
  const data = preview(task.data);
  const { why, hint } = neverRead(worker, reason);
  return [
    {
      code: 'FOW_MESSAGE_NEVER_READ',
      summary:
        task.to === 'worker'
          ? `${worker.label} ended before it had read ${data}, which ${sourceOf(task)} had posted`
          : `${worker.label} posted ${data} at the front, but its exit came first`,
      facts: [...placed('posted at', sites.of(task)), why],
      hint,
    },
  ];
}

function neverRead({ host, stopCause }: WorkerRecord, reason: DropReason): { why: string; hint: string } {
  if (reason === 'exited') {
    return {
      why: 'messages with the priority LOW or IDLE come after the exit event, which ends them',
      hint: 'post with the priority HIGH or IMMEDIATE, or close the worker later.',
    };
  }
  if (stopCause === 'crash' || stopCause === 'no-script') {
    return {
      why: stopCause === 'crash' ? 'its thread crashed' : 'its script could not be run',
      hint: 'let the app construct another worker in onexit, and post again what has had no answer.',
    };
  }
  if (reason === 'stopped') {
    return {
      why: `${host.name}, which constructed it, ended before its script could start`,
      hint: 'let a worker end after the workers that it has constructed.',
    };
  }
  return {
    why: 'close() drops what is still queued',
    hint: 'close() once the last message has been handled; terminate() lets the worker read what was posted before.',
  };
}

/** A global call that answered `undefined` at once. */
export function droppedCall(
  { worker, method, reason }: HappeningOf<'dropped-call'>,
  site: string | undefined,
  hasAllErrors: boolean,
): ToolErrorParts {
  const early = reason === 'script-not-finished';
  return {
    code: 'FOW_CALL_WHILE_NOT_RUNNING',
    summary: `${worker.label} called ${method}() of the host ${early ? 'before its script had finished' : whileEnding(worker)}; a device answers undefined, and calls nothing`,
    facts: placed('called at', site),
    hint: early ? 'call it in a handler or a timer.' : hintAbout(worker, hasAllErrors),
  };
}

/** A method of a host object that nothing stands behind any more. */
export function calledAfterExit(
  { worker, from, method, throws }: HappeningOf<'called-after-exit'> & { readonly worker: WorkerRecord },
  site: string | undefined,
): ToolErrorParts {
  return {
    code: 'FOW_CALL_AFTER_EXIT',
    summary: `${from.name} called ${method}() of ${worker.label} after its exit event; a device ${throws ? 'throws 10200004' : 'does nothing'}`,
    facts: [`it had ended ${whileEnding(worker)}`, ...placed('called at', site)],
    hint: 'let go of the object in onexit, and construct a new one.',
  };
}

function whileEnding({ stopCause, host, hostGone }: WorkerRecord): string {
  if (stopCause === 'crash') return 'after its thread had crashed';
  if (stopCause === 'no-script') return 'after its script could not be run';
  if (stopCause === undefined && hostGone) return `after ${host.name}, which had constructed it, was gone`;
  if (stopCause === 'close') return 'after its close()';
  if (stopCause === 'error') return `after ${host.name} had stopped it because of an error`;
  return `after ${host.name} had called terminate()`;
}

function hintAbout({ stopCause }: WorkerRecord, hasAllErrors: boolean): string {
  if (stopCause === 'close') return 'close() ends the worker at once: call it last.';
  if (stopCause === 'error') {
    return hasAllErrors
      ? 'with an onAllErrors on the host object, a worker is not stopped by its errors.'
      : 'catch errors in the handler: one that reaches the host stops the worker.';
  }
  return 'terminate() once the last answer has arrived.';
}
