import type { ClonePrimitives } from './clone-primitives';
import type { RealmMakers } from './guest/realm-makers';
import { Prototypes } from './prototypes';

/**
 * What all messages into one realm have in common. The tables of different realms have different hidden classes; these
 * copies of them have one, so that the code that all receivers share stays monomorphic.
 */
export class Receiver {
  readonly types: ClonePrimitives['types'];
  readonly structuredClone: ClonePrimitives['structuredClone'];
  readonly elementsOf: ClonePrimitives['elementsOf'];
  readonly inspect: ClonePrimitives['inspect'];
  readonly privateNamesOf: ClonePrimitives['privateNamesOf'];
  readonly prototypes: Prototypes;
  readonly record: RealmMakers['record'];
  readonly object: RealmMakers['object'];
  readonly array: RealmMakers['array'];
  readonly Object: RealmMakers['Object'];
  readonly Date: RealmMakers['Date'];
  readonly RegExp: RealmMakers['RegExp'];
  /** For what is rare. */
  readonly makers: RealmMakers;
  /** Prototypes of instances that have no `#private` fields, though the text of their class looks so. */
  readonly withoutPrivates = new WeakSet<object>();
  readonly #classes: Record<string, unknown> = { __proto__: null };

  constructor(primitives: ClonePrimitives, makers: RealmMakers) {
    const { types, structuredClone, inspect, privateNamesOf, elementsOf } = primitives;
    this.types = types;
    this.structuredClone = structuredClone;
    this.inspect = inspect;
    this.privateNamesOf = privateNamesOf;
    this.elementsOf = elementsOf;
    this.prototypes = new Prototypes(types, makers.plainPrototype);
    this.record = makers.record;
    this.object = makers.object;
    this.array = makers.array;
    this.Object = makers.Object;
    this.Date = makers.Date;
    this.RegExp = makers.RegExp;
    this.makers = makers;
  }

  /** One of the realm's global classes, as it was when it was first needed. */
  classNamed<T>(name: string): T {
    this.#classes[name] ??= this.makers.global(name);
    return this.#classes[name] as T;
  }
}
