import type { FAILED } from './clone-result';
import { classNameOf, type Lineage } from './prototypes';
import type { Walk } from './walk';

/** To ask takes a fraction of a millisecond: of a class whose instances have none, only the first is asked about. */
export function hasPrivateFields({ receiver }: Walk, source: object, prototype: object | null): boolean {
  const { privateNamesOf, withoutPrivates, types } = receiver;
  if (privateNamesOf === undefined || prototype === null || withoutPrivates.has(prototype)) return false;
  if (types.isNativeError(source)) return false; // their fields aren't sent (S-13)
  const isWithout = privateNamesOf(source).length === 0;
  if (isWithout) withoutPrivates.add(prototype);
  return !isWithout;
}

/** For the platform they are symbol keys (S-16). */
export function refusePrivates(walk: Walk, { classes }: Lineage): typeof FAILED {
  const [nearest] = classes;
  const name = nearest === undefined ? 'a class' : classNameOf(nearest);
  return walk.fail("Serialize don't support object type: Symbol", `an instance of ${name}, which has #private fields`);
}
