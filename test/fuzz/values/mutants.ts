import { types } from 'node:util';
import type { Clone, CloneResult } from '../../../src/clone';
import type { EncoderClass } from './reference/encode-message';
import { ReferenceEncoder } from './reference/encoder';
import type { Path } from './reference/path';

/**
 * Second implementations with one rule wrong each, by what is wrong with them. Fuzzing that can't tell one of them from
 * the product wouldn't tell a product with that fault from the rules either.
 */
export const MUTANTS: Readonly<Record<string, EncoderClass>> = {
  'one Error for two references [S-13]': class extends ReferenceEncoder {
    override encodeError(error: object): object {
      return this.register(error, super.encodeError(error));
    }
  },
  "an Error's stack is made by the receiver [S-13]": class extends ReferenceEncoder {
    override defineHidden(object: object, key: string, value: unknown): void {
      super.defineHidden(object, key, key === 'stack' ? 'fresh' : value);
    }
  },
  'symbol keys are skipped [S-15]': class extends ReferenceEncoder {
    override checkSymbols(): void {}
  },
  'accessors are read [S-18]': class extends ReferenceEncoder {
    override checkAccessors(): void {}
  },
  'attributes are lost [S-14]': class extends ReferenceEncoder {
    override attributesOf(): PropertyDescriptor {
      return { writable: true, enumerable: true, configurable: true };
    }
  },
  'non-extensible objects arrive extensible [S-14]': class extends ReferenceEncoder {
    override copyExtensibility(): void {}
  },
  'a null prototype becomes Object.prototype [S-5]': class extends ReferenceEncoder {
    override prototypeFor(value: object, prototype: object | null, kind: string): object | null {
      return super.prototypeFor(value, prototype ?? Object.prototype, kind);
    }
  },
  'the link to a prototype in the message is lost [S-5]': class extends ReferenceEncoder {
    override linkedPrototype(): undefined {}
  },
  'the classes of a Sendable are lost [S-52]': class extends ReferenceEncoder {
    override copyChain(): object {
      return this.builtins.own('Object.prototype') as object;
    }
  },
  'entries arrive in reverse [S-20]': class extends ReferenceEncoder {
    override copyEntries(value: Map<unknown, unknown>, copy: object, path: Path): void {
      super.copyEntries(new Map([...Map.prototype.entries.call(value)].reverse()), copy, path);
    }
  },
  'shared memory is copied [S-26]': class extends ReferenceEncoder {
    override shareMemory(value: SharedArrayBuffer): object {
      const copy = new SharedArrayBuffer(new Uint8Array(value).length);
      new Uint8Array(copy).set(new Uint8Array(value));
      return copy;
    }
  },
  'empty buffers are detached too [S-33]': class extends ReferenceEncoder {
    override transferBuffer(value: ArrayBuffer): void {
      super.transferBuffer(value, 1);
    }
  },
  'nothing is detached when the message fails [S-36]': class extends ReferenceEncoder {
    override refuse(types: readonly string[], path: Path): ReturnType<ReferenceEncoder['refuse']> {
      this.detached.clear();
      return super.refuse(types, path);
    }
  },
  'parts are encoded before the layout is looked at [S-67]': class extends ReferenceEncoder {
    override checkSymbols(): void {}
    override checkAccessors(): void {}
    override finish(value: object, copy: object, path: Path): void {
      super.finish(value, copy, path);
      super.checkSymbols(value, path);
      super.checkAccessors(value, path);
    }
  },
  'a failure names the object, not the property [S-60]': class extends ReferenceEncoder {
    override refuse(types: readonly string[], path: Path): ReturnType<ReferenceEncoder['refuse']> {
      return super.refuse(types, path.slice(0, -1));
    }
  },
  'Dates are rounded to seconds [S-21]': class extends ReferenceEncoder {
    override emptyCopy(value: object, kind: string, path: Path): object {
      if (!types.isDate(value)) return super.emptyCopy(value, kind, path);
      return this.builtins.make('Date', Math.ceil(Date.prototype.getTime.call(value) / 1000) * 1000);
    }
  },
  'Sendables are always copied [S-53]': class extends ReferenceEncoder {
    constructor(...[builtins, transfer, , meet]: ConstructorParameters<typeof ReferenceEncoder>) {
      super(builtins, transfer, false, meet);
    }
  },
};

/** Products with one fault each, made of the real one. */
export const FAULTY_PRODUCTS: Readonly<Record<string, (clone: Clone) => Clone>> = {
  'the message itself arrives [S-4]': (clone) => (value, options) => replaceValue(clone(value, options), value),
  'the copy changes with the message [S-1]': (clone) => (value, options) => {
    const result = clone(value, options);
    return types.isMap(value) ? replaceValue(result, new Map(value)) : result;
  },
  'the message is changed [S-1]': (clone) => (value, options) => {
    const result = clone(value, options);
    if (Array.isArray(value) && result.ok) Reflect.deleteProperty(value, '0');
    return result;
  },
  'all properties are read [S-2]': (clone) => (value, options) => {
    for (const key of types.isProxy(value) ? [] : Object.keys(Object(value))) Reflect.get(Object(value), key);
    return clone(value, options);
  },
  'what arrives belongs to another realm [S-5]': (clone) => (value, options) => {
    const result = clone(value, options);
    if (result.ok && Array.isArray(result.value)) Reflect.setPrototypeOf(result.value, Array.prototype);
    return result;
  },
  'all that is listed is detached [S-32]': (clone) => (value, options) => {
    const result = clone(value, options);
    for (const buffer of result.ok ? (options?.transfer ?? []) : []) {
      if (types.isArrayBuffer(buffer) && buffer.byteLength > 0) structuredClone(buffer, { transfer: [buffer] });
    }
    return result;
  },
};

function replaceValue(result: CloneResult, value: unknown): CloneResult {
  return result.ok ? { ...result, value } : result;
}
