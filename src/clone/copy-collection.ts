import { mapForEach, setForEach } from './intrinsics';
import { SLOT } from './size';
import type { Walk } from './walk';

/** Keys and values of a Map alternate. Throws if the object is of another kind. */
export function entriesOf(source: object, kind: 'map' | 'set'): unknown[] {
  const entries: unknown[] = [];
  if (kind === 'map') mapForEach(source, (value, key) => entries.push(key, value));
  else setForEach(source, (value) => entries.push(value));
  return entries;
}

export function openEntries(walk: Walk, kind: 'map' | 'set', target: object, entries: unknown[]): void {
  walk.bytes += SLOT * entries.length;
  if (entries.length > 0) walk.openEntries(kind, target, entries);
}
