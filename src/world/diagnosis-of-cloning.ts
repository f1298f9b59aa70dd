import type { ToolErrorParts } from '../base';
import type { CloneFailure, CloneNote } from '../clone';

export function refusedByCloning(from: string, { path, what, reason }: CloneFailure): ToolErrorParts {
  return {
    code: 'FOW_NOT_SERIALIZABLE',
    summary: `${from} posted a message that can't be serialized: ${path} is ${what}`,
    facts: [`the device says: ${reason}`],
    hint: 'send plain data; leave functions, symbols, accessors and promises out.',
  };
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
