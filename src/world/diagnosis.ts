import { preview, type ToolErrorParts } from '../base';
import type { CloneFailure, CloneNote } from '../clone';
import type { DropReason, Happening, WorkerRecord } from '../ohos';

/** What the user should hear about a happening that a device keeps to itself; `undefined` for most. */
export function diagnose(happening: Happening): readonly ToolErrorParts[] {
  switch (happening.type) {
    case 'constructed':
      return happening.worker.script.kind === 'found' ? happening.worker.script.notes : [];
    case 'dropped-post':
      return droppedPost(happening.worker, happening.from.name, happening.data, happening.reason);
    case 'script-error':
      return happening.heard ? [] : [unheardScriptError(happening)];
    case 'cloned-with-loss':
      return happening.notes.map((note) => lostInCloning(happening.from.name, note));
    case 'error-not-sent':
      return [unsendableError(happening.worker, happening.thrown)];
    case 'not-cloned':
      return [refusedByCloning(happening.from.name, happening.failure)];
    default:
      return [];
  }
}

function unsendableError(worker: WorkerRecord, thrown: unknown): ToolErrorParts {
  return {
    code: 'FOW_ERROR_NOT_SENT',
    summary: `${worker.label} threw ${preview(thrown)}, which can't be sent to the host`,
    facts: ['a device calls the error handler of the host without the error, and without a handler says nothing'],
    hint: 'throw an Error, or plain data.',
  };
}

type ScriptError = Extract<Happening, { type: 'script-error' }>;

function droppedPost(worker: WorkerRecord, from: string, data: unknown, reason: DropReason): readonly ToolErrorParts[] {
  if (reason !== 'script-not-finished') return [];
  return [
    {
      code: 'FOW_POST_BEFORE_RUNNING',
      summary: `${from} posted ${preview(data)} before its script had finished; a device drops such messages`,
      facts: [`script: ${worker.url}`],
      hint: 'post from a handler or a timer: the worker is running once the synchronous part of the script is done.',
    },
  ];
}

function unheardScriptError({ worker, thrown, position }: ScriptError): ToolErrorParts {
  return {
    code: 'FOW_SCRIPT_ERROR_UNHEARD',
    summary: `${worker.label} threw ${preview(thrown)} outside a handler; on a device nobody hears of it`,
    facts: [
      position === undefined
        ? `script: ${worker.url}`
        : `thrown at: ${position.filename}:${position.lineno}:${position.colno}`,
      'onerror only hears of errors in handlers; this worker has no onAllErrors',
    ],
    hint: 'set onAllErrors on the host object to hear of errors at the top level of a script and in timers.',
  };
}

function refusedByCloning(from: string, { path, what, reason }: CloneFailure): ToolErrorParts {
  return {
    code: 'FOW_NOT_SERIALIZABLE',
    summary: `${from} posted a message that can't be serialized: ${path} is ${what}`,
    facts: [`the device says: ${reason}`],
    hint: 'send plain data; leave functions, symbols, accessors and promises out.',
  };
}

function lostInCloning(from: string, note: CloneNote): ToolErrorParts {
  const posted = `${from} posted a message`;
  switch (note.kind) {
    case 'prototype-lost':
      return {
        code: 'FOW_METHODS_LOST',
        summary: `${posted} with an instance of ${note.className} at ${note.path}; it arrives as a plain object`,
        facts: [`lost: ${note.members.join(', ')}`],
        hint: 'send plain data and build the instance on the other side.',
      };
    case 'error-fields-lost':
      return {
        code: 'FOW_ERROR_FIELDS_LOST',
        summary: `${posted} with an error at ${note.path} whose own fields don't arrive`,
        facts: [`lost: ${note.fields.join(', ')}`],
        hint: 'send what the other side needs as plain data: of an error only kind, message and stack arrive.',
      };
    case 'async-function':
      return {
        code: 'FOW_ASYNC_FUNCTION_SENT',
        summary: `${posted} with the async function ${note.name} at ${note.path}; what arrives can't be called`,
        hint: 'send data, not functions.',
      };
    case 'transfer-unreachable':
      return {
        code: 'FOW_TRANSFER_UNUSED',
        summary: `${posted} whose transfer list holds a buffer that is nowhere in the message`,
        facts: [`entry: ${note.index}`],
        hint: 'a device leaves such a buffer alone: neither sent nor detached. Put it into the message, or off the list.',
      };
    case 'transfer-copied':
      return {
        code: 'FOW_TRANSFER_COPIED',
        summary: `${posted} with a buffer at ${note.path} that Node can't detach; it was copied`,
        hint: 'a device would move it.',
      };
  }
}
