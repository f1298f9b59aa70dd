import { types } from 'node:util';
import type { Builtins } from './builtins';
import { ERROR_KINDS, kindOf } from './kinds';
import { MARK } from './mark';
import { mapKey, mapValue, member, type Path, property, show } from './path';
import { Refusal } from './refusal';
import { isDetached, ownNames, regExpSlots, viewSlots } from './slots';
import { unsupportedFunction, unsupportedKind } from './unsupported-kind';

/** S-57, S-62. */
const DETACHED = {
  ordinary: "Serialize don't support detached array buffer",
  sendable: "Serialize don't support serialize detached sendable array buffer",
};

/**
 * Encodes and decodes one message the slow and obvious way: recursively, property descriptor by property descriptor.
 * It is written from the platform's rules alone, runs no code of the product, and leaves its source as it is: what the
 * platform would detach is only listed. Each rule is a method, so that a test can bend it.
 */
export class ReferenceEncoder {
  /** The source's objects that were encoded, each with its copy. */
  readonly copies = new Map<object, object>();
  /** Every object that was made for the receiver. */
  readonly made = new Set<object>();
  /** Of `made`: errors whose stack is the receiver's own, and functions that stand for async ones (S-13, S-29). */
  readonly unspecified = new Set<object>();
  /** The buffers that the sender has lost, even if the message fails (S-34, S-36). */
  readonly detached = new Set<object>();
  /** By the view that met them, buffers that aren't finished yet. */
  private readonly begunBuffers = new Map<object, { readonly value: object; readonly copy: object }>();

  constructor(
    readonly builtins: Builtins,
    readonly transfer: ReadonlySet<unknown>,
    readonly shareSendables: boolean,
    /** Hears of each kind of value that is met. */
    readonly meet: (kind: string) => void,
  ) {}

  encode(value: unknown, path: Path): unknown {
    if (typeof value === 'symbol') throw this.refuse(['Symbol'], path);
    if (typeof value === 'function') return this.encodeFunction(value, path);
    if (typeof value !== 'object' || value === null) return value;
    if (types.isProxy(value)) throw this.refuse(['Proxy'], path);
    if (this.isSendable(value) && this.shareSendables) return this.met('shared sendable', value);
    const root = this.builtins.rootFor(value);
    if (root !== undefined) return this.met('builtin root', root);
    const earlier = this.copies.get(value);
    if (earlier !== undefined) return this.met('shared part', earlier);
    const unsupported = unsupportedKind(value, this.builtins);
    if (unsupported !== undefined) throw this.refuse([unsupported], path);
    if (types.isNativeError(value)) return this.encodeError(value);
    return this.encodeObject(value, kindOf(value), path);
  }

  refuse(types: readonly string[], path: Path): Refusal {
    return new Refusal(
      types.map((type) => `Serialize don't support object type: ${type}`),
      show(path),
    );
  }

  isSendable(value: object): boolean {
    let at: object | null = value;
    while (at !== null && !types.isProxy(at)) {
      if (Object.hasOwn(at, MARK)) return true;
      at = Object.getPrototypeOf(at);
    }
    return false;
  }

  encodeFunction(value: object, path: Path): object {
    if (types.isProxy(value)) throw this.refuse(['Proxy'], path);
    if (Object.hasOwn(value, MARK)) return this.met('sendable function', value);
    if (!types.isAsyncFunction(value) || types.isGeneratorFunction(value)) {
      throw this.refuse(unsupportedFunction(value), path);
    }
    this.meet('async function');
    const copy = this.copies.get(value) ?? this.register(value, () => undefined);
    this.unspecified.add(copy);
    return copy;
  }

  /** S-13: of an error its kind, message and stack; never one object for two references. */
  encodeError(error: object): object {
    const kind = this.builtins.nearestKind(error, ERROR_KINDS) ?? 'Error';
    this.meet(kind);
    const copy = kind === 'AggregateError' ? this.builtins.make(kind, []) : this.builtins.make(kind);
    for (const key of Reflect.ownKeys(copy)) if (key !== 'stack') Reflect.deleteProperty(copy, key);
    this.made.add(copy);
    const message = this.lookUp(error, 'message');
    if (typeof message === 'string') this.defineHidden(copy, 'message', message);
    const stack = typeof message === 'string' ? this.lookUp(error, 'stack') : undefined;
    if (typeof stack === 'string') this.defineHidden(copy, 'stack', stack);
    else this.unspecified.add(copy);
    return copy;
  }

  lookUp(error: object, key: string): unknown {
    try {
      return Reflect.get(error, key);
    } catch {
      return undefined;
    }
  }

  defineHidden(object: object, key: string, value: unknown): void {
    Object.defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
  }

  encodeObject(value: object, kind: string, path: Path): object {
    const copy = this.begin(value, kind, path);
    this.finish(value, copy, path);
    return copy;
  }

  /** S-67: the layout of an object is looked at before its parts are. */
  begin(value: object, kind: string, path: Path): object {
    this.meet(this.isSendable(value) ? `sendable ${kind}` : kind);
    this.checkSymbols(value, path);
    this.checkAccessors(value, path);
    const copy = this.register(value, this.emptyCopy(value, kind, path));
    Object.setPrototypeOf(copy, this.prototypeFor(value, Object.getPrototypeOf(value), kind));
    return copy;
  }

  /** What the object refers to, once it is known itself. */
  finish(value: object, copy: object, path: Path): void {
    this.copyParts(value, copy, path);
    this.copyProperties(value, copy, path);
    this.copyExtensibility(value, copy);
    const buffer = this.begunBuffers.get(value);
    if (buffer !== undefined) this.finish(buffer.value, buffer.copy, property(path, 'buffer'));
  }

  register(value: object, copy: object): object {
    this.copies.set(value, copy);
    this.made.add(copy);
    return copy;
  }

  /** S-15 */
  checkSymbols(value: object, path: Path): void {
    for (const key of Object.getOwnPropertySymbols(value)) {
      if (key !== MARK) throw this.refuse(['Symbol'], property(path, key));
    }
  }

  /** S-18 */
  checkAccessors(value: object, path: Path): void {
    for (const key of ownNames(value)) {
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      if (descriptor?.get !== undefined || descriptor?.set !== undefined) {
        throw this.refuse(['Function'], property(path, key));
      }
    }
  }

  /** The object at the receiver, with what its builtin kind keeps in it. */
  emptyCopy(value: object, kind: string, path: Path): object {
    if (types.isBoxedPrimitive(value)) return this.copyBox(value, kind);
    if (types.isDate(value)) return this.builtins.make('Date', Date.prototype.getTime.call(value));
    if (types.isRegExp(value)) return this.copyRegExp(value);
    if (types.isSharedArrayBuffer(value)) return this.shareMemory(value);
    if (types.isArrayBuffer(value)) return this.copyBuffer(value, path);
    if (types.isTypedArray(value)) return this.copyView(value, kind, path);
    return this.builtins.make(kind);
  }

  copyBox(value: object, kind: string): object {
    const read = Reflect.get(this.builtins.own(`${kind}.prototype`) as object, 'valueOf') as () => unknown;
    const primitive: unknown = Reflect.apply(read, value, []);
    return (this.builtins.own('Object') as (value: unknown) => object)(primitive);
  }

  copyRegExp(value: RegExp): object {
    return this.builtins.make('RegExp', ...regExpSlots(value));
  }

  /** S-26: only the platform below JavaScript can make a second object on the same memory. */
  shareMemory(value: SharedArrayBuffer): object {
    return structuredClone(value);
  }

  /** S-24, S-25, S-34. */
  copyBuffer(value: ArrayBuffer, path: Path): object {
    if (isDetached(value)) throw new Refusal([DETACHED[this.isSendable(value) ? 'sendable' : 'ordinary']], show(path));
    const bytes = new Uint8Array(value);
    const copy = this.builtins.make('ArrayBuffer', bytes.length) as ArrayBuffer;
    new Uint8Array(copy).set(bytes);
    this.transferBuffer(value, bytes.length);
    return copy;
  }

  transferBuffer(value: ArrayBuffer, byteLength: number): void {
    if (!this.transfer.has(value) || byteLength === 0) return;
    this.meet('transferred buffer');
    this.detached.add(value);
  }

  /** S-23: with the whole of its buffer. */
  copyView(view: object, kind: string, path: Path): object {
    const { buffer, byteOffset, length } = viewSlots(view);
    return this.builtins.make(kind, this.bufferFor(view, buffer, property(path, 'buffer')), byteOffset, length);
  }

  /** What refers to the view from its buffer must find it, so that a buffer which is met here is finished later. */
  bufferFor(view: object, buffer: object, path: Path): unknown {
    const isLost = types.isArrayBuffer(buffer) && isDetached(buffer);
    const isShared = this.shareSendables && this.isSendable(buffer) && !isLost;
    if (isShared || this.copies.has(buffer)) return this.encode(buffer, path);
    const copy = this.begin(buffer, kindOf(buffer), path);
    this.begunBuffers.set(view, { value: buffer, copy });
    return copy;
  }

  /** S-5: the builtin prototype of the kind, null, or a prototype that was itself encoded earlier. */
  prototypeFor(value: object, prototype: object | null, kind: string): object | null {
    if (prototype === null) return this.met('null prototype', null);
    if (this.isSendable(value)) return this.copyChain(prototype);
    return this.linkedPrototype(prototype) ?? (this.builtins.own(`${kind}.prototype`) as object);
  }

  linkedPrototype(prototype: object): object | undefined {
    const known = this.copies.get(prototype);
    return known === undefined ? undefined : this.met('prototype in the message', known);
  }

  /** S-52: the classes of a Sendable are copied, their functions are shared. */
  copyChain(prototype: object | null): object | null {
    if (prototype === null) return null;
    const known = this.builtins.rootFor(prototype) ?? this.copies.get(prototype);
    if (known !== undefined) return known;
    const copy = this.register(prototype, this.builtins.make('Object'));
    Object.setPrototypeOf(copy, this.copyChain(Object.getPrototypeOf(prototype)));
    return Object.defineProperties(copy, Object.getOwnPropertyDescriptors(prototype));
  }

  /** S-20: what a Map or Set holds, in order. */
  copyParts(value: object, copy: object, path: Path): void {
    if (types.isMap(value)) this.copyEntries(value, copy, path);
    if (types.isSet(value)) this.copyMembers(value, copy, path);
  }

  copyEntries(value: Map<unknown, unknown>, copy: object, path: Path): void {
    let place = 0;
    for (const [key, item] of Map.prototype.entries.call(value)) {
      const keyCopy = this.encode(key, mapKey(path, place));
      Map.prototype.set.call(copy, keyCopy, this.encode(item, mapValue(path, key, place)));
      place++;
    }
  }

  copyMembers(value: Set<unknown>, copy: object, path: Path): void {
    let place = 0;
    for (const item of Set.prototype.values.call(value)) {
      Set.prototype.add.call(copy, this.encode(item, member(path, place++)));
    }
  }

  /** S-14, S-19. An array's length comes before its elements, so that holes at its end are kept. */
  copyProperties(value: object, copy: object, path: Path): void {
    const length = Array.isArray(value) ? Object.getOwnPropertyDescriptor(value, 'length') : undefined;
    if (length !== undefined) Object.defineProperty(copy, 'length', { value: length.value });
    for (const key of ownNames(value)) this.copyProperty(value, copy, key, path);
    if (Object.hasOwn(value, MARK)) this.copyProperty(value, copy, MARK, path);
    if (length !== undefined) Object.defineProperty(copy, 'length', { writable: length.writable === true });
  }

  /** S-14: with its attributes. */
  copyProperty(value: object, copy: object, key: string | symbol, path: Path): void {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    if (descriptor === undefined) return;
    const part: unknown = key === MARK ? true : this.encode(descriptor.value, property(path, key));
    Object.defineProperty(copy, key, { ...this.attributesOf(descriptor), value: part });
  }

  attributesOf({ writable, enumerable, configurable }: PropertyDescriptor): PropertyDescriptor {
    return { writable: writable === true, enumerable: enumerable === true, configurable: configurable === true };
  }

  copyExtensibility(value: object, copy: object): void {
    if (!Object.isExtensible(value)) Object.preventExtensions(copy);
  }

  met<T>(kind: string, result: T): T {
    this.meet(kind);
    return result;
  }
}
