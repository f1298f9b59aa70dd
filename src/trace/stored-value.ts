import { types } from 'node:util';
import { preview } from '../base';
import { redacted } from './redact';
import { storeBuffer } from './stored-buffer';
import type { StoredValue } from './trace-file';

/** A value is stored up to so many values in it, so deep, and strings up to so many characters. */
export const storedLimits = { values: 2_000, depth: 16, characters: 10_000 };

type Fields = Record<string, StoredValue>;

/** A value as JSON: see {@link StoredValue}. It never runs code of the value's: getters are named, not read. */
export function storeValue(value: unknown): StoredValue {
  return new ValueStore(false).store(value, '', 0);
}

/** As {@link storeValue}, of what is no copy: nothing of the user's runs, traps of proxies included. */
export function storeLiveValue(value: unknown): StoredValue {
  return new ValueStore(true).store(value, '', 0);
}

/** Stores one value; knows where in it each object stands. */
class ValueStore {
  readonly #paths = new Map<object, string>();
  #left = storedLimits.values;

  constructor(private readonly isLive: boolean) {}

  store(value: unknown, path: string, depth: number): StoredValue {
    this.#left--;
    if (this.isLive && types.isProxy(value)) return { $type: 'proxy' };
    if (typeof value === 'function') return { $type: 'function', name: nameOf(value) };
    if (typeof value !== 'object' || value === null) return storePrimitive(value);
    const known = this.#paths.get(value);
    if (known !== undefined) return { $type: 'ref', path: known };
    if (depth >= storedLimits.depth || this.#left < 0) return { $type: 'cut', preview: this.#preview(value) };
    this.#paths.set(value, path);
    try {
      return this.#storeObject(value, path, depth + 1);
    } catch {
      return { $type: 'cut', preview: this.#preview(value) }; // A proxy of the user's that throws.
    }
  }

  #storeObject(value: object, path: string, depth: number): StoredValue {
    if (Array.isArray(value)) return this.#storeArray(value, path, depth);
    if (types.isMap(value)) return this.#storeMap(value, path, depth);
    if (types.isSet(value)) return this.#storeSet(value, path, depth);
    if (types.isNativeError(value)) return this.#storeError(value, path, depth);
    if (types.isDate(value)) return { $type: 'Date', value: dateText(value) };
    if (types.isRegExp(value)) return { $type: 'RegExp', value: RegExp.prototype.toString.call(value) };
    if (types.isBoxedPrimitive(value)) return { $type: 'boxed', preview: this.#preview(value) };
    return storeBuffer(value) ?? this.#storeRecord(value, path, depth);
  }

  /** Making one asks an object for its tag. */
  #preview(value: object): string {
    return this.isLive ? '…' : previewOf(value);
  }

  #storeRecord(value: object, path: string, depth: number): StoredValue {
    const name = classOf(value);
    const names = Object.keys(value);
    const isPlain = name === 'Object' && !names.includes('$type') && names.length <= this.#room;
    if (isPlain) return this.#fields(value, names, path, depth).fields;
    const type = name === 'Object' ? { $type: 'object' } : { $type: 'class', name };
    return { ...type, ...this.#fields(value, names, `${path}/fields`, depth) };
  }

  #storeArray(array: readonly unknown[], path: string, depth: number): StoredValue {
    const count = Math.min(array.length, this.#room);
    const isWhole = count === array.length;
    const items = Array.from({ length: count }, (_, at): StoredValue => {
      const itsPath = `${path}${isWhole ? '' : '/items'}/${at}`;
      return at in array ? this.#property(array, `${at}`, itsPath, depth) : { $type: 'hole' };
    });
    return isWhole ? items : { $type: 'array', items, more: array.length - count };
  }

  #storeMap(map: ReadonlyMap<unknown, unknown>, path: string, depth: number): StoredValue {
    const all = [...Map.prototype.entries.call(map)];
    const entries = all.slice(0, this.#room).map(([key, value], at): StoredValue => {
      const itsPath = `${path}/entries/${at}`;
      return [this.store(key, `${itsPath}/0`, depth), this.store(value, `${itsPath}/1`, depth)];
    });
    return { $type: 'Map', ...subclassOf(map, 'Map'), entries, ...moreOf(all.length - entries.length) };
  }

  #storeSet(set: ReadonlySet<unknown>, path: string, depth: number): StoredValue {
    const all = [...Set.prototype.values.call(set)];
    const values = all.slice(0, this.#room).map((value, at) => this.store(value, `${path}/values/${at}`, depth));
    return { $type: 'Set', ...subclassOf(set, 'Set'), values, ...moreOf(all.length - values.length) };
  }

  /** Its stack names the machine's files, and is left out. */
  #storeError(error: Error, path: string, depth: number): StoredValue {
    const told = ['name', 'message', 'cause'].filter((name) => descriptorOf(error, name) !== undefined);
    const named = this.#fields(error, told, path, depth).fields;
    const names = Object.keys(error).filter((name) => name !== 'stack' && !told.includes(name));
    const rest = names.length === 0 ? {} : this.#fields(error, names, `${path}/fields`, depth);
    return { $type: 'Error', ...named, ...rest };
  }

  #fields(value: object, names: readonly string[], path: string, depth: number): { fields: Fields; more?: number } {
    const fields: Fields = {};
    const stored = names.slice(0, this.#room);
    for (const name of stored) {
      const field = this.#property(value, name, `${path}/${escaped(name)}`, depth);
      if (name === '__proto__') Object.defineProperty(fields, name, { value: field, enumerable: true });
      else fields[name] = field;
    }
    return { fields, ...moreOf(names.length - stored.length) };
  }

  /** How many values may still be stored. What is within an object that has begun is stored, if only as a preview. */
  get #room(): number {
    return Math.max(0, this.#left);
  }

  #property(value: object, name: string, path: string, depth: number): StoredValue {
    const property = descriptorOf(value, name);
    return property?.get === undefined ? this.store(property?.value, path, depth) : { $type: 'getter' };
  }
}

function storePrimitive(value: unknown): StoredValue {
  switch (typeof value) {
    case 'string':
      if (value === redacted) return { $type: 'redacted' };
      return value.length <= storedLimits.characters ? value : { $type: 'cut', preview: cutString(value) };
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $type: 'number', value: numberText(value) };
    case 'boolean':
      return value;
    case 'bigint':
      return { $type: 'bigint', value: `${value}` };
    case 'symbol':
      return { $type: 'symbol', value: value.toString() };
    default:
      return value === null ? null : { $type: 'undefined' };
  }
}

/** Own properties first, then those of the prototypes, as `name` of an error is. */
function descriptorOf(value: object, name: string): PropertyDescriptor | undefined {
  for (
    let at: object | null = value;
    at !== null && (at === value || !types.isProxy(at));
    at = Object.getPrototypeOf(at)
  ) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `Object` for plain ones of any realm, else the name of the class. */
function classOf(value: object): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return 'Object';
  const made = descriptorOf(prototype, 'constructor')?.value;
  return typeof made === 'function' ? nameOf(made) : 'Object';
}

function subclassOf(value: object, usual: string): Fields {
  const name = classOf(value);
  return name === usual ? {} : { name };
}

function nameOf(made: object): string {
  const name = Object.getOwnPropertyDescriptor(made, 'name')?.value;
  return typeof name === 'string' ? name : '';
}

function moreOf(more: number): { more?: number } {
  return more > 0 ? { more } : {};
}

function dateText(date: Date): string {
  return Number.isNaN(Date.prototype.getTime.call(date)) ? 'Invalid Date' : Date.prototype.toISOString.call(date);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : `${value}`;
}

function cutString(text: string): string {
  return `${text.slice(0, 200)}… (${text.length} characters)`;
}

/** As it stands in a JSON pointer. */
function escaped(name: string): string {
  return /[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}

function previewOf(value: object): string {
  try {
    return preview(value);
  } catch {
    return '…';
  }
}
