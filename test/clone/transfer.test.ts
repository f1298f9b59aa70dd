import { describe, expect, it } from '@jest/globals';
import { markSendable } from '../../src/clone';
import { arriving, failing, notesOf, unsupported } from './outcome';

function bytes(...values: number[]): ArrayBuffer {
  return new Uint8Array(values).buffer;
}

describe('a transferred buffer', () => {
  it('moves: the sender has lost it at once [S-34]', () => {
    const buffer = bytes(1, 2, 3);
    const view = new Uint8Array(buffer);
    const arrived = arriving({ buffer }, { transfer: [buffer] });
    expect(Object.getPrototypeOf(arrived.buffer)).toBe(ArrayBuffer.prototype);
    expect([...new Uint8Array(arrived.buffer)]).toEqual([1, 2, 3]);
    expect([buffer.byteLength, view.length]).toEqual([0, 0]);
  });

  it('has no length any more in the realm that sent it, and fails as a detached one when sent again [S-34, S-25]', () => {
    const lengthOfDetached = (): never => {
      throw new TypeError('IsDetachedBuffer');
    };
    const sent = bytes(1, 2);
    arriving({ sent }, { transfer: [sent], sender: { lengthOfDetached } });
    expect(() => sent.byteLength).toThrow(new TypeError('IsDetachedBuffer'));
    expect(Object.keys(sent)).toEqual([]);
    expect(failing([sent], { transfer: [sent] }).reason).toBe("Serialize don't support detached array buffer");
    const frozen = Object.freeze(bytes(1));
    arriving(frozen, { transfer: [frozen], sender: { lengthOfDetached } });
    expect(frozen.byteLength).toBe(0);
  });

  it('moves as the whole message, and with its extra properties [S-34]', () => {
    const buffer = Object.assign(bytes(1, 2), { unit: { name: 'px' } });
    const arrived = arriving(buffer, { transfer: [buffer] });
    expect(arrived.byteLength).toBe(2);
    expect(arrived.unit).toEqual({ name: 'px' });
  });

  it('moves behind a typed array, with all views in the message, before and after it [S-35]', () => {
    const buffer = bytes(0, 1, 2, 3, 4, 5, 6, 7);
    const message = {
      head: new Uint8Array(buffer, 1, 2),
      buffer,
      map: new Map([['tail', new Uint16Array(buffer, 4, 2)]]),
      set: new Set([buffer]),
      list: [Object.freeze({ buffer })],
    };
    const arrived = arriving(message, { transfer: [buffer] });
    expect([...arrived.head]).toEqual([1, 2]);
    expect([...(arrived.map.get('tail') ?? [])]).toEqual([0x504, 0x706]);
    expect(arrived.head.buffer).toBe(arrived.buffer);
    expect(arrived.map.get('tail')?.buffer).toBe(arrived.buffer);
    expect([...arrived.set]).toEqual([arrived.buffer]);
    expect(arrived.list[0]?.buffer).toBe(arrived.buffer);
    expect(Object.isFrozen(arrived.list[0])).toBe(true);
    expect(buffer.byteLength).toBe(0);
  });

  it('is left alone, and noted, if the message does not reach it [S-32]', () => {
    const [sent, unsent] = [bytes(1), bytes(2)];
    expect(notesOf({ sent }, { transfer: [sent, unsent] })).toEqual([{ kind: 'transfer-unreachable', index: 1 }]);
    expect([sent.byteLength, unsent.byteLength]).toEqual([0, 1]);
    expect(notesOf('text', { transfer: [unsent] })).toEqual([{ kind: 'transfer-unreachable', index: 0 }]);
  });

  it('is not detached if it is empty [S-33]', () => {
    const buffer = new ArrayBuffer(0);
    expect(arriving(buffer, { transfer: [buffer] }).byteLength).toBe(0);
    expect(() => new Uint8Array(buffer)).not.toThrow();
  });

  it('may be listed twice, and the list may have holes or nothing in it [S-37]', () => {
    const buffer = bytes(1);
    const transfer = Object.assign(new Array(5), { 1: buffer, 4: buffer });
    expect(arriving([buffer], { transfer })[0]?.byteLength).toBe(1);
    expect(buffer.byteLength).toBe(0);
    const kept = bytes(2);
    expect(arriving([kept], { transfer: [] })[0]?.byteLength).toBe(1);
    expect(kept.byteLength).toBe(1);
  });

  it('stays detached if a later part of the message fails; later buffers are untouched [S-36]', () => {
    const [before, after] = [bytes(1), bytes(2)];
    const message = { before, run: () => {}, after };
    expect(failing(message, { transfer: [before, after] }).reason).toBe(unsupported('Function'));
    expect([before.byteLength, after.byteLength]).toEqual([0, 1]);
  });

  it('is untouched if the layout of its own object fails [S-67]', () => {
    const buffer = bytes(1);
    const message = {
      buffer,
      get later() {
        return 1;
      },
    };
    expect(failing(message, { transfer: [buffer] }).path).toBe('$.later');
    expect(buffer.byteLength).toBe(1);
  });

  it('stays detached if the message is too big [S-36] [S-47]', () => {
    const buffer = bytes(1);
    failing([buffer, new ArrayBuffer(17 * 1024 * 1024)], { transfer: [buffer] });
    expect(buffer.byteLength).toBe(0);
  });

  it('that is detached already fails if it is reached and is ignored if not [S-41]', () => {
    const buffer = bytes(1);
    structuredClone(buffer, { transfer: [buffer] });
    expect(failing([buffer], { transfer: [buffer] }).reason).toBe("Serialize don't support detached array buffer");
    expect(notesOf([], { transfer: [buffer] })).toEqual([]);
  });

  it('is copied, and noted, if node cannot detach it [S-42]', () => {
    const { Memory } = Reflect.get(globalThis, 'WebAssembly') as {
      Memory: new (size: { initial: number }) => { buffer: ArrayBuffer };
    };
    const { buffer } = new Memory({ initial: 1 });
    expect(notesOf({ buffer }, { transfer: [buffer] })).toEqual([{ kind: 'transfer-copied', path: 'transfer[0]' }]);
    expect(buffer.byteLength).toBe(65_536);
  });
});

describe('a transfer list', () => {
  it.each([
    ['null', [null]],
    ['undefined', [undefined]],
    ['a number', [1]],
    ['a typed array', [new Uint8Array(1)]],
    ['a DataView', [new DataView(new ArrayBuffer(1))]],
    ['a SharedArrayBuffer', [new SharedArrayBuffer(1)]],
    ['a sendable ArrayBuffer', [markSendable(new ArrayBuffer(1))]],
    ['an ArrayBuffer of a sendable class', [new (markSendable(class extends ArrayBuffer {}))(1)]],
  ])('with %s fails, before anything else is looked at [S-38] [S-57] [S-61]', (_element, list) => {
    const buffer = bytes(1);
    expect(failing({ buffer, run: () => {} }, { transfer: [buffer, ...list] })).toEqual({
      reason: 'Serialize PrepareTransfer fail',
      path: 'transfer[1]',
      what: 'something other than an ArrayBuffer',
    });
    expect(buffer.byteLength).toBe(1);
  });

  it('that is not a true array fails [S-39]', () => {
    expect(failing(1, { transfer: { length: 0 } as unknown as [] })).toEqual({
      reason: 'Serialize PrepareTransfer fail',
      path: 'transfer',
      what: 'a transfer list that is not an array',
    });
  });
});
