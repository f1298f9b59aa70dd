import type { ToolErrorParts } from '../base';
import type { CloneFailure, CloneNote } from '../clone';

/** @param saysWhy whether the error of the device has the reason. */
export function refusedByCloning(from: string, { path, what, reason }: CloneFailure, saysWhy: boolean): ToolErrorParts {
  return {
    code: 'FOW_NOT_SERIALIZABLE',
    summary: `${from} posted a message that can't be serialized: ${path} is ${what}`,
    facts: [`${saysWhy ? 'the device says' : 'devices from API level 20 on say'}: ${reason}`],
    hint: howToSend(reason),
  };
}

function howToSend(reason: string): string {
  if (reason.includes('object type')) return 'send plain data; leave functions, symbols, accessors and promises out.';
  if (reason.includes('detached')) return 'a buffer that was transferred is empty: send a copy that was made before.';
  if (reason.includes('PrepareTransfer'))
    return 'a transfer list is an array of ArrayBuffers; of a typed array, list its buffer.';
  return 'send less at once; texts, transferred buffers and shared memory do not count.';
}

export function lostInCloning(from: string, note: CloneNote): ToolErrorParts {
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
