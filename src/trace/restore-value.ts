import { restoreBuffer } from './stored-buffer';
import type { TraceEntry } from './trace-entry';
import type { StoredEntry, StoredValue } from './trace-file';

type Tagged = Readonly<Record<string, StoredValue>>;

/** One after the other, as they are asked for: what they hold may be large. */
export function* restoreEntries(entries: Iterable<StoredEntry>): Generator<TraceEntry> {
  for (const entry of entries) yield restoreEntry(entry);
}

/** An entry whose text is what it was before it was stored. */
export function restoreEntry(entry: StoredEntry): TraceEntry {
  const { causes: _, ...event } = entry;
  return ('data' in event ? { ...event, data: restoreValue(event.data as StoredValue) } : event) as TraceEntry;
}

/** A value that prints as the one that was stored did. What stands elsewhere in the same value is named, not repeated. */
export function restoreValue(stored: StoredValue): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  if (isList(stored)) return stored.map(restoreValue);
  if (!('$type' in stored)) return restoreFields(stored);
  try {
    return restoreTagged(stored);
  } catch {
    return restoreNamed(stored); // A trace that was written by hand may say what no value is.
  }
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
    case 'RegExp':
      return restoreRegExp(stored);
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
      return restoreBuffer(stored) ?? restoreNamed(stored);
  }
}

function restoreError({ name, message }: Tagged): Error {
  return Object.assign(new Error(String(restoreValue(message ?? ''))), { name: String(name) });
}

function restoreRegExp({ value }: Tagged): RegExp {
  const text = String(value);
  const end = text.lastIndexOf('/');
  return new RegExp(text.slice(1, end), text.slice(end + 1));
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

function restoreNamed({ $type, ...fields }: Tagged): object {
  return named($type, restoreFields(fields));
}

function listOf(stored: StoredValue | undefined): readonly StoredValue[] {
  return Array.isArray(stored) ? stored : [];
}
