import { types } from 'node:util';
import { contentsOf } from './object-state';
import { ownNames } from './reference/slots';
import { shown } from './shown';

type State = ReadonlyMap<string | symbol, unknown>;

/** Remembers what the sender's objects are like, to tell what sending has done to them. */
export class SourceWatch {
  private readonly before: ReadonlyMap<object, State>;

  constructor(objects: Iterable<object>) {
    this.before = new Map([...objects].map((object) => [object, stateOf(object)]));
  }

  /** What else has changed than that some buffers are detached. */
  difference(detached: ReadonlySet<object>): string | undefined {
    let at = 0;
    for (const [object, before] of this.before) {
      const expected = detached.has(object) ? new Map(before).set('ArrayBuffer', 'detached') : before;
      const difference = isViewOf(detached, before) ? undefined : firstChange(stateOf(object), expected);
      if (difference !== undefined) return `the sender's object ${at}: ${difference}`;
      at++;
    }
    return undefined;
  }
}

/** A view that has lost its buffer has length 0, as the language wants it. */
function isViewOf(buffers: ReadonlySet<object>, view: State): boolean {
  return buffers.has(view.get('buffer') as object);
}

function stateOf(object: object): State {
  const state = new Map<string | symbol, unknown>(contentsOf(object));
  state.set('prototype', Object.getPrototypeOf(object)).set('extensible', Object.isExtensible(object));
  const keys = [...ownNames(object), ...Object.getOwnPropertySymbols(object)];
  state.set('keys', keys.map(String).join());
  for (const key of keys) {
    if (key === 'stack' && types.isNativeError(object)) continue; // to look at it is to have it written
    for (const [name, value] of Object.entries(Object.getOwnPropertyDescriptor(object, key) ?? {})) {
      state.set(`${String(key)}.${name}`, value);
    }
  }
  return state;
}

function firstChange(after: State, before: State): string | undefined {
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    if (!Object.is(after.get(name), before.get(name))) {
      return `${String(name)} was ${shown(before.get(name))} and is ${shown(after.get(name))}`;
    }
  }
  return undefined;
}
