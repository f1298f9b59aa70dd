import type { Frame } from './frame';

/** Longer paths are shown by their two ends. */
const LONGEST = 24;
const SHOWN_AT_EACH_END = 8;

/** Where in the message the current slot of a frame is, e.g. `$.items[2].onClick`. */
export function pathOf(frame: Frame | undefined): string {
  const segments: string[] = [];
  for (let next = frame; next !== undefined; next = next.at) segments.push(segmentOf(next));
  segments.reverse();
  if (segments.length <= LONGEST) return `$${segments.join('')}`;
  const hidden = segments.length - 2 * SHOWN_AT_EACH_END;
  const start = segments.slice(0, SHOWN_AT_EACH_END).join('');
  return `$${start} … ${hidden} more … ${segments.slice(-SHOWN_AT_EACH_END).join('')}`;
}

/** A property as it's written in code: `.name`, `[0]`, `["two words"]`, `[Symbol(tag)]`. */
export function propertySegment(key: PropertyKey): string {
  if (typeof key === 'symbol') return `[${String(key)}]`;
  const name = String(key);
  if (/^(0|[1-9]\d*)$/.test(name)) return `[${name}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function segmentOf({ shape, keys, values, index }: Frame): string {
  switch (shape) {
    case 'array':
      return `[${index}]`;
    case 'set':
      return `.values()[${index}]`;
    case 'map':
      return index % 2 === 0 ? `.keys()[${index / 2}]` : mapValueSegment(values[index - 1], (index - 1) / 2);
    case 'record':
    case 'fields':
      return propertySegment(keys[index] ?? '');
  }
}

function mapValueSegment(key: unknown, position: number): string {
  if (typeof key === 'string') return `.get(${JSON.stringify(key)})`;
  return typeof key === 'number' ? `.get(${key})` : `.values()[${position}]`;
}
