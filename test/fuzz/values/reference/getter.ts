/** A native getter, to be asked of any object. */
export function getterOf(prototype: object, key: PropertyKey): (this: unknown) => unknown {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  if (get === undefined) throw new Error(`there is no getter ${String(key)}`);
  return get;
}
