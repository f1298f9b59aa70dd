import type { TraceEntry } from './trace-entry';
import type { StoredEntry, StoredValue } from './trace-file';

type Tagged = Readonly<Record<string, StoredValue>>;

/** An entry whose text is what it was before it was stored. */
export function restoreEntry(entry: StoredEntry): TraceEntry {
  const { causes: _, ...event } = entry;
  return ('data' in event ? { ...event, data: restoreValue(event.data as StoredValue) } : event) as TraceEntry;
}

/** A value that prints as the one that was stored did. What stands elsewhere in the same value is named, not repeated. */
export function restoreValue(stored: StoredValue): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  if (isList(stored)) return stored.map(restoreValue);
  return '$type' in stored ? restoreTagged(stored) : restoreFields(stored);
}

function isList(stored: object): stored is readonly StoredValue[] {
  return Array.isArray(stored);
}

function restoreTagged(stored: Tagged): unknown {
  switch (stored.$type) {
    case 'undefined':
      return undefined;
    case 'bigint':
      return BigInt(String(stored.value));
    case 'number':
      return Number(stored.value);
    case 'Date':
      return new Date(String(stored.value));
    case 'Map':
      return new Map(listOf(stored.entries).map((entry) => listOf(entry).map(restoreValue) as [unknown, unknown]));
    case 'Set':
      return new Set(listOf(stored.values).map(restoreValue));
    case 'Error':
      return restoreError(stored);
    case 'array':
      return listOf(stored.items).map(restoreValue);
    case 'object':
      return restoreFields(stored.fields);
    case 'class':
      return named(stored.name, restoreFields(stored.fields));
    case 'redacted':
      return '[redacted]';
    default:
      return named(stored.$type, restoreFields(withoutType(stored)));
  }
}

function restoreError({ name, message }: Tagged): Error {
  return Object.assign(new Error(String(restoreValue(message ?? ''))), { name: String(name) });
}

function restoreFields(fields: StoredValue | undefined): object {
  const restored = {};
  for (const [name, value] of Object.entries(fields ?? {})) {
    const property = {
      value: restoreValue(value as StoredValue),
      enumerable: true,
      configurable: true,
      writable: true,
    };
    Object.defineProperty(restored, name, property);
  }
  return restored;
}

/** Prints with the name of a class. */
function named(name: StoredValue | undefined, fields: object): object {
  const made = Object.defineProperty(class {}, 'name', { value: String(name) });
  return Object.setPrototypeOf(fields, made.prototype);
}

function withoutType({ $type: _, ...rest }: Tagged): Tagged {
  return rest;
}

function listOf(stored: StoredValue | undefined): readonly StoredValue[] {
  return Array.isArray(stored) ? stored : [];
}
