import { describe, expect, it } from '@jest/globals';
import { arriving, failing, unsupported } from './outcome';

function bytes(...values: number[]): ArrayBuffer {
  return new Uint8Array(values).buffer;
}

function detached(): ArrayBuffer {
  const buffer = bytes(1, 2, 3);
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
}

describe('an ArrayBuffer', () => {
  it('is copied [S-24]', () => {
    const message = bytes(1, 2, 3);
    const arrived = arriving(message);
    new Uint8Array(message)[0] = 9;
    expect(arrived).toBeInstanceOf(ArrayBuffer);
    expect([...new Uint8Array(arrived)]).toEqual([1, 2, 3]);
    expect(arriving(new ArrayBuffer(0)).byteLength).toBe(0);
  });

  it('keeps its extra properties [S-14]', () => {
    expect(Object.entries(arriving(Object.assign(bytes(1), { unit: { name: 'px' } })))).toEqual([
      ['unit', { name: 'px' }],
    ]);
  });

  it('that is detached fails, also behind a view [S-25]', () => {
    const failure = {
      reason: "Serialize don't support detached array buffer",
      path: '$.data',
      what: 'a detached ArrayBuffer',
    };
    expect(failing({ data: detached() })).toEqual(failure);
    const view = new Uint8Array(bytes(1));
    structuredClone(view.buffer, { transfer: [view.buffer] });
    expect(failing({ data: view })).toEqual({ ...failure, path: '$.data.buffer' });
  });

  it('of a subclass is copied past its species [S-5]', () => {
    class Odd extends ArrayBuffer {
      static override get [Symbol.species](): ArrayBufferConstructor {
        throw new Error('ran');
      }
    }
    expect(Object.getPrototypeOf(arriving(new Odd(4)))).toBe(ArrayBuffer.prototype);
  });
});

describe('a typed array', () => {
  it.each([
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
  ])('keeps its kind and content: %p [S-23]', (View) => {
    const arrived = arriving(View.of(1, 2, 3));
    expect(Object.getPrototypeOf(arrived)).toBe(View.prototype);
    expect([...arrived]).toEqual([1, 2, 3]);
  });

  it.each([BigInt64Array, BigUint64Array])('keeps its kind and content: %p [S-23]', (View) => {
    expect([...arriving(View.of(1n, 2n))]).toEqual([1n, 2n]);
  });

  it('arrives with the whole of its buffer [S-23]', () => {
    const arrived = arriving(new Uint8Array(bytes(0, 1, 2, 3, 4), 1, 2));
    expect([arrived.byteOffset, arrived.length, arrived.buffer.byteLength]).toEqual([1, 2, 5]);
    expect([...arrived]).toEqual([1, 2]);
  });

  it('shares its buffer with other views of the message, and with the buffer itself [S-23]', () => {
    const buffer = new ArrayBuffer(8);
    const arrived = arriving({ bytes: new Uint8Array(buffer), buffer, words: new Uint32Array(buffer, 4) });
    expect(arrived.bytes.buffer).toBe(arrived.buffer);
    expect(arrived.words.buffer).toBe(arrived.buffer);
    arrived.bytes[4] = 7;
    expect(arrived.words[0]).toBe(7);
  });

  it('keeps its extra properties, and its state [S-14]', () => {
    const message = Object.preventExtensions(Object.assign(Uint8Array.of(1, 2), { unit: { name: 'px' } }));
    const arrived = arriving(message);
    expect(Object.entries(arrived)).toEqual([
      ['0', 1],
      ['1', 2],
      ['unit', { name: 'px' }],
    ]);
    expect(Object.isExtensible(arrived)).toBe(false);
  });

  it.each([2, 20, 2_000])(
    'of %d elements keeps hidden names at any place, and fails for accessors [S-18, S-23]',
    (length) => {
      const before = Array.from({ length: 30 }, () => [1, 2]);
      const makers = [
        () => new Uint8Array(length),
        () => Buffer.alloc(length),
        () => new (class extends Int8Array {})(length),
      ];
      for (const make of makers) {
        const message = Object.defineProperty(Object.assign(make(), { unit: 'px' }), 'hidden', { value: { deep: 1 } });
        const [arrived] = arriving([...before, message]).slice(-1) as object[];
        expect(Object.getOwnPropertyDescriptor(arrived, 'hidden')).toEqual(
          Object.getOwnPropertyDescriptor(message, 'hidden'),
        );
        expect(Object.getOwnPropertyDescriptor(arrived, 'unit')?.value).toBe('px');
        for (const name of ['now', 'buffer']) {
          const trapped = Object.defineProperty(make(), name, { get: () => 1 });
          expect(failing([...before, trapped]).path).toBe(`$[30].${name}`);
        }
      }
    },
  );

  it('that is not extensible may stand on resizable memory [S-14] [S-23]', () => {
    const Resizable = ArrayBuffer as unknown as new (length: number, options: { maxByteLength: number }) => ArrayBuffer;
    const message = Object.preventExtensions(new Uint8Array(new Resizable(2, { maxByteLength: 4 })));
    const arrived = arriving(message);
    expect([Object.isExtensible(arrived), arrived.length]).toEqual([false, 2]);
  });

  it('of a subclass is told by its slots, past overridden getters [S-5]', () => {
    class Odd extends Uint8Array {
      override get buffer(): ArrayBuffer {
        throw new Error('ran');
      }
      override get length(): number {
        throw new Error('ran');
      }
    }
    const arrived = arriving(new Odd([1, 2]));
    expect(Object.getPrototypeOf(arrived)).toBe(Uint8Array.prototype);
    expect([...arrived]).toEqual([1, 2]);
  });

  it('fails for a symbol key at any length [S-15]', () => {
    expect(failing(Object.assign(new Uint8Array(10_000), { [Symbol('tag')]: 1 })).reason).toBe(unsupported('Symbol'));
  });
});

describe('a SharedArrayBuffer', () => {
  it('is a new object on the same memory, views on it too [S-26]', () => {
    const memory = new SharedArrayBuffer(4);
    const arrived = arriving({ memory, view: new Uint8Array(memory) });
    expect(arrived.memory).not.toBe(memory);
    expect(Object.getPrototypeOf(arrived.memory)).toBe(SharedArrayBuffer.prototype);
    expect(arrived.view.buffer).toBe(arrived.memory);
    new Uint8Array(memory)[1] = 5;
    expect([...arrived.view]).toEqual([0, 5, 0, 0]);
    arrived.view[0] = 6;
    expect(new Uint8Array(memory)[0]).toBe(6);
  });
});
