import type { StoredValue } from '../trace';

export type StoredFields = { readonly [field: string]: StoredValue };

/** What a stored value stands for: a text of its own, or children under a title. */
export type ValueShape =
  | { readonly kind: 'text'; readonly text: string; readonly sort: ValueSort }
  | {
      readonly kind: 'children';
      /** Such as `Map(2)`; empty for plain objects and arrays. */
      readonly title: string;
      readonly brackets: '{}' | '[]';
      readonly children: readonly ChildValue[];
      /** How many have been left out when it was stored. */
      readonly more: number;
    };

export type ValueSort = 'string' | 'number' | 'word' | 'note';

export interface ChildValue {
  readonly name: string;
  readonly value: StoredValue;
  /** How its name and value are joined: a property, an element, or an entry of a Map. */
  readonly join: ': ' | ' => ' | '';
}

/** Reads the forms that StoredValue has. What is none of them is shown as it is. */
export function shapeOf(value: StoredValue): ValueShape {
  if (typeof value === 'string') return { kind: 'text', text: value, sort: 'string' };
  if (typeof value === 'number') return textShape(String(value), 'number');
  if (value === null || typeof value === 'boolean') return textShape(String(value), 'word');
  if (isList(value)) return group('', '[]', elements(value));
  return typeof value.$type === 'string' ? shapeOfTyped(value.$type, value) : group('', '{}', properties(value));
}

function shapeOfTyped(type: string, value: StoredFields): ValueShape {
  const text = textOf(value.value);
  switch (type) {
    case 'undefined':
      return textShape('undefined', 'word');
    case 'bigint':
      return textShape(`${text}n`, 'number');
    case 'number':
      return textShape(text, 'number');
    case 'symbol':
    case 'RegExp':
      return textShape(text, 'word');
    case 'Date':
      return textShape(`Date ${text}`, 'word');
    case 'function':
      return textShape(`function ${textOf(value.name)}`.trimEnd(), 'note');
    case 'ref':
      return textShape(`same object as ${textOf(value.path) || 'the whole'}`, 'note');
    case 'hole':
      return textShape('empty', 'note');
    case 'getter':
    case 'redacted':
      return textShape(`[${type}]`, 'note');
    case 'boxed':
      return textShape(textOf(value.preview), 'word');
    case 'cut':
      return textShape(`${textOf(value.preview)} [cut]`, 'note');
    default:
      return shapeOfCollection(type, value);
  }
}

function shapeOfCollection(type: string, value: StoredFields): ValueShape {
  const more = typeof value.more === 'number' ? value.more : 0;
  const { entries, values, items, fields } = value;
  if (type === 'Map' && isList(entries)) {
    return group(`${nameOr(value, 'Map')}(${entries.length + more})`, '{}', entries.flatMap(mapEntry), more);
  }
  if (type === 'Set' && isList(values)) {
    return group(`${nameOr(value, 'Set')}(${values.length + more})`, '{}', elements(values), more);
  }
  if (type === 'array' && isList(items)) return group('', '[]', elements(items), more);
  if (type === 'object') return group('', '{}', properties(fieldsOf(fields)), more);
  if (type === 'class') return group(nameOr(value, 'class'), '{}', properties(fieldsOf(fields)), more);
  if (type === 'Error') return shapeOfError(value, more);
  if (typeof value.byteLength === 'number') return shapeOfBytes(type, value);
  return group('', '{}', properties(value), more);
}

function shapeOfError(value: StoredFields, more: number): ValueShape {
  const title = `${textOf(value.name) || 'Error'}: ${textOf(value.message)}`;
  const cause = value.cause === undefined ? {} : { cause: value.cause };
  return group(title, '{}', properties({ ...cause, ...fieldsOf(value.fields) }), more);
}

function shapeOfBytes(type: string, { byteLength, length, head }: StoredFields): ValueShape {
  const bytes = textOf(head).match(/../g)?.join(' ') ?? '';
  const isWhole = typeof byteLength === 'number' && textOf(head).length >= byteLength * 2;
  const size = `${type}(${String(length ?? byteLength)})`;
  return textShape(`${size} <${bytes}${isWhole ? '' : ' …'}>`, 'note');
}

function mapEntry(entry: StoredValue): ChildValue[] {
  if (!isList(entry)) return [];
  const [key = null, value = null] = entry;
  const shape = shapeOf(key);
  const name = shape.kind === 'text' ? quoted(shape) : shape.title || (shape.brackets === '[]' ? '[…]' : '{…}');
  return [{ name, value, join: ' => ' }];
}

export function quoted({ text, sort }: Extract<ValueShape, { kind: 'text' }>): string {
  return sort === 'string' ? `'${text}'` : text;
}

function group(title: string, brackets: '{}' | '[]', children: readonly ChildValue[], more = 0): ValueShape {
  return { kind: 'children', title, brackets, children, more };
}

function textShape(text: string, sort: ValueSort): ValueShape {
  return { kind: 'text', text, sort };
}

function elements(list: readonly StoredValue[]): ChildValue[] {
  return list.map((value, index) => ({ name: String(index), value, join: '' }));
}

function properties(fields: StoredFields): ChildValue[] {
  return Object.entries(fields).map(([name, value]) => ({ name, value, join: ': ' }));
}

function fieldsOf(value: StoredValue | undefined): StoredFields {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function nameOr(value: StoredFields, usual: string): string {
  return textOf(value.name) || usual;
}

function textOf(value: StoredValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isList(value: StoredValue | undefined): value is readonly StoredValue[] {
  return Array.isArray(value);
}
