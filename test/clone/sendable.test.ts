import { describe, expect, it } from '@jest/globals';
import { isSendable, markSendable } from '../../src/clone';
import { arriving, failing, notesOf, unsupported } from './outcome';

@markSendable
class Counter {
  count = 0;
  increment() {
    this.count++;
    return this;
  }
  get next() {
    return this.count + 1;
  }
}
class Special extends Counter {
  readonly tag = 'special';
}
const shareSendables = true;

describe('isSendable', () => {
  it('is true of marked classes, their instances, instances of subclasses, and marked objects [S-54]', () => {
    expect([Counter, new Counter(), new Special(), markSendable({})].map(isSendable)).toEqual([true, true, true, true]);
    expect([Special, {}, class {}, null, 'text', undefined].some(isSendable)).toBe(false);
  });
});

describe('a Sendable that is posted', () => {
  it('is copied with its methods, which work on the copy [S-52]', () => {
    const message = new Counter().increment();
    const arrived = arriving(message);
    arrived.increment();
    expect([message.count, arrived.count, arrived.next]).toEqual([1, 2, 3]);
    expect(arrived.increment).toBe(message.increment);
    expect(arrived).not.toBeInstanceOf(Counter);
    expect(isSendable(arrived)).toBe(true);
    expect(notesOf(message)).toEqual([]);
  });

  it('keeps the chain of its classes, copied once a message [S-52]', () => {
    const [special, counter] = arriving([new Special(), new Counter()] as const);
    expect(special.tag).toBe('special');
    expect(special.increment().count).toBe(1);
    const base = Object.getPrototypeOf(Object.getPrototypeOf(special));
    expect(base).toBe(Object.getPrototypeOf(counter));
    expect(Object.getPrototypeOf(base)).toBe(Object.prototype);
  });

  it('keeps a mark of its own, which is no symbol key that fails [S-52] [S-15]', () => {
    const message = { plain: markSendable({ a: 1 }), list: markSendable([1]) };
    const arrived = arriving(message);
    expect(arrived).toEqual(message);
    expect([isSendable(arrived.plain), isSendable(arrived.list)]).toEqual([true, true]);
  });

  it('of a builtin kind stays of that kind [S-52]', () => {
    const Numbers = markSendable(
      class Numbers extends Array<number> {
        total() {
          return this.reduce((sum, n) => sum + n, 0);
        }
      },
    );
    const arrived = arriving(Numbers.of(1, 2, 3) as InstanceType<typeof Numbers>);
    expect([Array.isArray(arrived), arrived.total()]).toEqual([true, 6]);
  });

  it('fails as anything else for what is unsupported in it [S-52]', () => {
    expect(failing(markSendable({ run: () => {} })).reason).toBe(unsupported('Function'));
    expect(failing(markSendable({ [Symbol('tag')]: 1 })).path).toBe('$[Symbol(tag)]');
  });

  it('that is a function goes by reference, a marked class too [S-55]', () => {
    const run = markSendable(() => 1);
    expect(arriving({ run }).run).toBe(run);
    expect(arriving([Counter])[0]).toBe(Counter);
  });
});

describe('a Sendable that is posted as shared', () => {
  it('is the same object on both sides, at any depth [S-53]', () => {
    const counter = new Counter();
    const list = markSendable([1]);
    const message = { deep: [new Map([['counter', counter]])], list, again: counter };
    const arrived = arriving(message, { shareSendables });
    expect(arrived).not.toBe(message);
    expect(arrived.deep[0]?.get('counter')).toBe(counter);
    expect(arrived.list).toBe(list);
    expect(arrived.again).toBe(counter);
    expect(arriving(counter, { shareSendables })).toBe(counter);
  });

  it('is the same buffer under a view that is copied [S-53] [S-23]', () => {
    const buffer = markSendable(new ArrayBuffer(8));
    const message = new Uint8Array(buffer, 4);
    const arrived = arriving(message, { shareSendables });
    expect(arrived).not.toBe(message);
    expect(arrived.buffer).toBe(buffer);
    expect(arrived.byteOffset).toBe(4);
  });

  it('is not looked into: what it holds cannot fail, nor does it count [S-53] [S-46]', () => {
    const message = markSendable({ run: () => {}, data: new ArrayBuffer(17 * 1024 * 1024) });
    expect(arriving([message], { shareSendables })[0]).toBe(message);
  });

  it('leaves ordinary objects to be copied as always [S-58]', () => {
    const message = { a: [1] };
    expect(arriving(message, { shareSendables })).toEqual(message);
    expect(arriving(message, { shareSendables })).not.toBe(message);
    expect(failing({ run: () => {} }, { shareSendables }).reason).toBe(unsupported('Function'));
  });
});
