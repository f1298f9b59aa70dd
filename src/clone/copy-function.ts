import { hasOwn } from './intrinsics';
import { ownName } from './prototypes';
import { SENDABLE } from './sendable';
import { functionType } from './unsupported';
import type { Walk } from './walk';

/** Functions are refused (S-28) but for Sendable ones, which go by reference (S-55), and async ones. */
export function copyFunction(walk: Walk, source: object): unknown {
  const { types } = walk.receiver;
  if (types.isProxy(source)) return walk.refuse('Proxy');
  if (hasOwn(source, SENDABLE)) return source;
  const type = functionType(types, source);
  if (type !== undefined) return walk.refuse(type);
  const known = walk.identity.find(source);
  if (known !== undefined) return known;
  const name = ownName(source);
  const arrived = walk.receiver.makers.refusal(refusalOf(name));
  walk.identity.add(source, arrived);
  walk.note((path) => ({ kind: 'async-function', path, name }));
  return arrived;
}

/**
 * Our choice where the platform's behaviour is undetermined (S-29): an `async` function passes the encoder, and what
 * arrives is an ordinary function that can't do its work, having lost its closure and module.
 */
function refusalOf(name: string): string {
  return `async function "${name}" was sent in a message: it arrived without its closure and module, and can't be called`;
}
