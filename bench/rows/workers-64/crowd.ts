/** Sixty-four of what `create` makes: as many workers as a device allows at once. */
export function crowd<T>(create: () => T): T[] {
  return Array.from({ length: 64 }, create);
}
