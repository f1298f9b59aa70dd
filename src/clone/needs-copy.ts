/** Whether a value isn't the same in every realm (S-10). */
export function needsCopy(value: unknown): value is object | symbol {
  return typeof value === 'object' ? value !== null : typeof value === 'function' || typeof value === 'symbol';
}
