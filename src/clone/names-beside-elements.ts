import type { ClonePrimitives } from './clone-primitives';
import { getOwnPropertySymbols, hasOwn, isArray, ownKeys } from './intrinsics';

/** From here on it's quicker to have Node print an object without its elements than to list all of its keys. */
const MANY = 32;
const NONE: readonly string[] = [];

/** The named properties, hidden ones too, of an array or a typed array. Answers `undefined` if it has symbol keys. */
export function namesBesideElements(
  inspect: ClonePrimitives['inspect'],
  source: object,
  length: number,
  isBuiltin: boolean,
): readonly string[] | undefined {
  if (length <= MANY || !isBuiltin) return listedNames(source);
  if (getOwnPropertySymbols(source).length > 0) return undefined;
  return printedNames(inspect, source) ?? listedNames(source);
}

function listedNames(source: object): readonly string[] | undefined {
  const keys = ownKeys(source);
  const last = keys[keys.length - 1];
  if (last === 'length' || last === undefined) return NONE;
  return typeof last === 'symbol' ? undefined : withoutElements(source, keys as string[]);
}

function withoutElements(source: object, keys: readonly string[]): readonly string[] {
  let first = keys.length; // indices come before names, and `length` is the first of these in an array
  while (first > 0 && !isIndex(keys[first - 1])) first--;
  if (keys[first] === 'length' && isArray(source)) first++;
  return keys.slice(first);
}

export function isIndex(key: PropertyKey | undefined): boolean {
  const index = typeof key === 'string' ? Number(key) >>> 0 : 0xffff_ffff;
  return index !== 0xffff_ffff && `${index}` === key;
}

/** What Node reads of an array or a view that it prints: an own property of such a name may be an accessor. */
const readByNode = ['constructor', 'BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer'];

const namesOnly = {
  maxArrayLength: 0,
  showHidden: true,
  customInspect: false,
  compact: true,
  breakLength: Number.POSITIVE_INFINITY,
  stylize: nameOrNothing,
};

/** Called as a method at the first name, which is `first`. From then on Node takes what the names hold for seen. */
function nameOrNothing(this: { seen?: { includes: () => boolean } } | undefined, text: string, style: string): string {
  if (this?.seen !== undefined) this.seen.includes = isDeep;
  return style === 'name' ? text : '';
}

function isDeep(this: readonly unknown[]): boolean {
  return this.length > 1;
}

const ofArray = /^\{ first: , source: {1,2}\[ (?:\.\.\. \d+ more items?, )?\[length\]: (.*) \] \}$/;
const ofView =
  /^\{ first: , source: {1,2}\w+\(\d+\) (?:\[Uint8Array\] )?\[ (?:\.\.\. \d+ more items?, )?(?:(?:, )?(?:\[\w+\])?: ){5}(.*) \] \}$/;
const identifiers = /^(?:, (?:\w+|\[\w+\]): )*$/;

/**
 * Nothing in the language lists the names of an array without the indices, each of which is made a string for it. Node
 * does when it prints one. Answers `undefined` unless all names are words, and stand where they're expected.
 */
function printedNames(inspect: ClonePrimitives['inspect'], source: object): readonly string[] | undefined {
  const layout = isArray(source) ? ofArray : ofView;
  for (const name of readByNode) if (hasOwn(source, name) && !(name === 'length' && isArray(source))) return undefined;
  const names = layout.exec(inspect({ first: 1, source }, namesOnly))?.[1];
  if (names === undefined || !identifiers.test(names)) return undefined;
  return names === '' ? NONE : names.match(/\w+/g)?.filter((name) => hasOwn(source, name));
}
