import { isSendable, markCommonClass } from '../clone';
import type { Class, Library } from './library';
import { isStorable } from './sendable-class';

const ParseReturnType = { OBJECT: 0, MAP: 1 };

interface Shapes {
  readonly SharedArray: Class;
  readonly SharedMap: Class;
}

/** `ArkTSUtils.ASON`: JSON whose objects are Sendables (S-59). */
export function createAson(library: Library, { SharedArray, SharedMap }: Shapes): object {
  const recordPrototype = Object.create(Object.prototype) as object;
  markCommonClass(recordPrototype);
  const record = (entries: [string, unknown][]): object =>
    Object.seal(Object.assign(Object.create(recordPrototype) as object, Object.fromEntries(entries)));
  const json = (): JSON => library.thread().global('JSON') as JSON;

  const shared = (value: unknown, asMap: boolean): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value))
      return Reflect.construct(
        SharedArray,
        value.map((item) => shared(item, asMap)),
      );
    const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, shared(item, asMap)]);
    return asMap ? Reflect.construct(SharedMap, [entries]) : record(entries);
  };
  return {
    ParseReturnType,
    parse: (text: string, _reviver?: undefined, options?: { readonly parseReturnType?: number }): unknown =>
      shared(json().parse(text), options?.parseReturnType === ParseReturnType.MAP),
    stringify: (value: unknown): string => json().stringify(value, (_, item) => plain(item)),
    isSendable: isStorable,
  };
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !isSendable(value)) return value;
  switch (Object.prototype.toString.call(value)) {
    case '[object Map]':
      return Object.fromEntries(value as unknown as Iterable<[string, unknown]>);
    case '[object Set]':
      return [...(value as unknown as Iterable<unknown>)];
    default:
      return value;
  }
}
