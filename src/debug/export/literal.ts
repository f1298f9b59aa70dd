import type { StoredValue } from '../../trace';

/** So many characters a literal may have before its parts take lines of their own. */
const widest = 100;

/** What is not known as a whole. */
const anything = 'expect.anything()';

/** Source code for what `toEqual` shall find. What can't be written as a literal is not looked at. */
export function literalOf(value: StoredValue, indent: string): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value))
    return inBrackets(
      '[',
      value.map((item) => literalOf(item, `${indent}  `)),
      ']',
      indent,
    );
  const { $type } = value;
  return typeof $type === 'string' ? special($type, value, indent) : fields(value, indent);
}

function isList(value: object): value is readonly StoredValue[] {
  return Array.isArray(value);
}

type Special = Readonly<Record<string, StoredValue>>;

function special($type: string, value: Special, indent: string): string {
  if ('more' in value) return anything;
  switch ($type) {
    case 'undefined':
      return 'undefined';
    case 'bigint':
      return `${text(value.value)}n`;
    case 'number':
      return text(value.value);
    case 'Date':
      return value.value === 'Invalid Date' ? anything : `new Date(${quoted(text(value.value))})`;
    case 'Map':
      return `new Map(${literalOf(value.entries ?? [], indent)})`;
    case 'Set':
      return `new Set(${literalOf(value.values ?? [], indent)})`;
    case 'Uint8Array':
      return bytes(value);
    case 'class':
    case 'object':
      return fields(value.fields as Special, indent);
    default:
      return anything;
  }
}

/** The first ones are stored. */
function bytes({ byteLength, head }: Special): string {
  const stored = Buffer.from(text(head), 'hex');
  return stored.length === byteLength ? `new Uint8Array([${[...stored].join(', ')}])` : anything;
}

function fields(value: Special, indent: string): string {
  const written = Object.entries(value).map(([name, field]) => `${key(name)}: ${literalOf(field, `${indent}  `)}`);
  return written.length === 0 ? '{}' : inBrackets('{ ', written, ' }', indent);
}

function key(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

function inBrackets(open: string, parts: readonly string[], close: string, indent: string): string {
  const line = `${open}${parts.join(', ')}${close}`;
  if (line.length <= widest && !line.includes('\n')) return line;
  return `${open.trim()}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close.trim()}`;
}

/** In single quotes, on one line, with nothing that a terminal would obey. */
export function quoted(value: string): string {
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replaceAll(/[\u007f-\u009f\u2028\u2029]/g, hexadecimal)}'`;
}

function hexadecimal(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function text(value: StoredValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
