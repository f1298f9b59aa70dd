import { preview, type ToolErrorParts } from '../base';
import type { HappeningOf } from '../ohos';
import { placed } from './diagnosis-of-drops';
import type { PostSites } from './post-sites';
import { sourceOf } from './task-view';

/** A message that was delivered to no callback. */
export function unheardMessage({ task }: HappeningOf<'unheard-message'>, sites: PostSites): ToolErrorParts {
  const { worker, to, data } = task;
  const receiver = to === 'host' ? worker.host.name : worker.label;
  const port = worker.kind === 'Worker' ? 'parentPort' : 'workerPort';
  return {
    code: 'FOW_MESSAGE_UNHEARD',
    summary: `${receiver} got ${preview(data)} from ${sourceOf(task)}, and there was nobody to hear it`,
    facts: [
      `${to === 'host' ? `the host object of ${worker.label}` : port} had neither an onmessage nor a "message" listener`,
      ...placed('posted at', sites.of(task)),
    ],
    hint:
      to === 'host'
        ? 'set onmessage before the message can arrive.'
        : `set ${port}.onmessage in the synchronous part of the script: what comes before it is set is lost.`,
  };
}

/** `onmessage` changed in the middle of a batch. */
export function handlerReplaced({ worker, handler, remaining }: HappeningOf<'handler-replaced'>): ToolErrorParts {
  const messages = remaining === 1 ? '1 more message of it goes' : `${remaining} more messages of it go`;
  const receiver = typeof handler.before === 'function' ? 'to the old one' : 'to none';
  const change = typeof handler.after === 'function' ? 'given a new onmessage' : 'robbed of its onmessage';
  return {
    code: 'FOW_HANDLER_REPLACED_IN_BATCH',
    summary: `${worker.label} was ${change} in the middle of a batch of messages: ${messages} ${receiver}`,
    facts: ['a device reads onmessage once for a batch, before the first of its messages'],
    hint: 'set onmessage before the first message can arrive; listeners are looked up for each message.',
  };
}

/** `Worker` and the newer classes in one process. */
export function classesMixed(
  { host, kind, first }: HappeningOf<'classes-mixed'>,
  site: string | undefined,
): ToolErrorParts {
  return {
    code: 'FOW_CLASSES_MIXED',
    summary: `${host.name} constructed a ${kind}, but this process uses ${first.kind}; a device throws 10200003`,
    facts: [
      ...placed(`the first was a ${first.kind} of ${first.host.name}, at`, first.site()),
      ...placed(`the ${kind} is constructed at`, site),
      'Worker goes with neither ThreadWorker nor RestrictedWorker; the first constructor call decides, even if it fails',
    ],
    hint: 'use ThreadWorker everywhere; in a test, workers.reset() starts a new process.',
  };
}
