/** Whether this is the descriptor of an ordinary data property, or of what freezing makes of one. */
export function hasDefaultAttributes(
  { enumerable, writable, configurable }: PropertyDescriptor,
  frozen: boolean,
): boolean {
  return enumerable === true && writable === !frozen && configurable === !frozen; // accessors have no `writable`
}
