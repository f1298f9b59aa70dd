/**
 * What makes the objects of one realm. A literal and a function belong to the realm whose code they stand in, wherever
 * they are called from: for these the realm gives functions, each evaluated by its own code. They are kept tiny, as a
 * new realm starts cold. An object that a constructor makes belongs to the constructor's realm: for these the realm
 * gives its classes.
 */
export interface RealmMakers {
  /** An object with copies of the own enumerable properties. */
  readonly record: (source: object) => object;
  readonly object: () => object;
  /** An array of so many holes. */
  readonly array: (length: number) => unknown[];
  /** A function that can but throw a TypeError. */
  readonly refusal: (message: string) => () => never;
  /** The getter of the `byteLength` of buffers that the realm has given away (S-34). */
  readonly lengthOfDetached: () => never;
  readonly plainPrototype: object;
  readonly Object: (primitive: unknown) => object;
  readonly Map: new () => object;
  readonly Set: new () => object;
  readonly Date: new (time: number) => object;
  readonly RegExp: new (pattern: RegExp) => RegExp;
  readonly Error: new () => Error;
  /** A global property as it is now. A look-up from within a `vm` context is slow, so it's left to the rare cases. */
  readonly global: (name: string) => unknown;
}

/**
 * Instantiated once in each realm, before user code can patch it. The classes are the realm's *global properties*, not
 * those of its literals: in Jest's node environment `ArrayBuffer`, `Uint8Array` and some more belong to the outer
 * realm, and these are what a test compares with.
 */
export function createRealmMakers(): RealmMakers {
  const OwnArray = Array; // a look-up of a global in each call would be slow
  // With a prototype, each property would cost the new realm a hidden class: three times the time for the whole.
  const makers: RealmMakers & { readonly __proto__: null } = {
    __proto__: null,
    record: (source) => ({ ...source }),
    object: () => ({}),
    array: (length) => new OwnArray(length),
    refusal,
    lengthOfDetached,
    plainPrototype: Object.prototype,
    Object,
    Map,
    Set,
    Date,
    RegExp,
    Error,
    global: (name) => (globalThis as unknown as Record<string, unknown>)[name],
  };
  return makers;
}

function refusal(message: string): () => never {
  return () => {
    throw new TypeError(message);
  };
}

function lengthOfDetached(): never {
  throw new TypeError('IsDetachedBuffer');
}
