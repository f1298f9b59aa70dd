import {
  enumerableKeys,
  getOwnPropertySymbols,
  getPrototypeOf,
  hasOwn,
  isArray,
  OwnArray,
  ownKeys,
  setPrototypeOf,
  viewBuffer,
  viewByteOffset,
  viewKind,
  viewLength,
} from './intrinsics';
import type { Receiver } from './receiver';
import type { Walk } from './walk';

/** From here on it's quicker to have Node print an object without its elements than to list all of its keys. */
const MANY = 60;
const NONE: readonly string[] = [];

/**
 * The named properties of an array or a typed array. Answers `undefined` if it has symbol keys.
 *
 * To look for hidden names costs more than to copy a short array. It's done until the {@link Walk.nameLooks} of the
 * message are used up; after that only the enumerable names of arrays are found.
 */
export function namesBesideElements(walk: Walk, source: object, length: number): readonly string[] | undefined {
  const closely = walk.nameLooks > 0;
  if (closely) walk.nameLooks--;
  if (length > MANY && (closely || isArray(source)) && printsAsNameless(walk.receiver, source)) return NONE;
  if (closely) return listedNames(source);
  if (getOwnPropertySymbols(source).length > 0) return undefined;
  return isArray(source) ? withoutElements(source, enumerableKeys(source)) : NONE;
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
  return first === keys.length ? NONE : keys.slice(first);
}

export function isIndex(key: PropertyKey | undefined): boolean {
  const index = typeof key === 'string' ? Number(key) >>> 0 : 0xffff_ffff;
  return index !== 0xffff_ffff && `${index}` === key;
}

const namesOnly = {
  maxArrayLength: 0,
  showHidden: true,
  customInspect: false,
  compact: true,
  breakLength: Number.POSITIVE_INFINITY,
  stylize: passOverValues,
};

/**
 * Node calls it as a method of the printer's state when it prints the first name, that of the holder in
 * {@link print}. From then on the printer takes what is deeper for printed already, so that it doesn't read the class
 * of what a name holds, which may run code of the user (S-2).
 */
function passOverValues(this: { seen?: { includes: () => boolean } } | undefined, text: string): string {
  if (this?.seen !== undefined) this.seen.includes = isDeep;
  return text;
}

function isDeep(this: readonly unknown[]): boolean {
  return this.length > 1;
}

function print(receiver: Receiver, source: object): string {
  return receiver.inspect({ first: 1, source }, namesOnly);
}

/** What Node reads of a view that it prints: an own property of such a name may be an accessor. */
const readByNode = ['constructor', 'BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer'];

/**
 * Nothing in the language lists names without the indices, each of which is made a string for it. Node does when it
 * prints: an object without names is printed as its twin, which surely has none.
 */
function printsAsNameless(receiver: Receiver, source: object): boolean {
  if (!isArray(source) && readByNode.some((name) => hasOwn(source, name))) return false;
  try {
    const twin = setPrototypeOf(twinOf(receiver, source), getPrototypeOf(source));
    return print(receiver, source) === print(receiver, twin);
  } catch {
    return false; // an object that a name holds can't be printed
  }
}

function twinOf(receiver: Receiver, source: object): object {
  if (isArray(source)) return new OwnArray(source.length);
  const View = receiver.classNamed<ViewConstructor>(viewKind(source));
  return new View(viewBuffer(source), viewByteOffset(source), viewLength(source));
}

export type ViewConstructor = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => object;
