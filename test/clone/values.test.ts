import { describe, expect, it } from '@jest/globals';
import { arriving, clone } from './outcome';

describe('a primitive message', () => {
  it.each([undefined, null, true, 0, -0, Number.NaN, Number.POSITIVE_INFINITY, 'text', '', 12n])(
    'arrives as it is: %p [S-10]',
    (value) => {
      expect(Object.is(arriving(value), value)).toBe(true);
    },
  );

  it('needs no notes [S-10]', () => {
    expect(clone('text')).toEqual({ ok: true, value: 'text', notes: [] });
  });
});

describe('identity', () => {
  it('makes a new object of every object [S-4]', () => {
    const message = { list: [] };
    const arrived = arriving(message);
    expect(arrived).toEqual(message);
    expect(arrived).not.toBe(message);
    expect(arrived.list).not.toBe(message.list);
  });

  it('keeps an object that is reachable twice one object [S-3]', () => {
    const shared = { id: 1 };
    const [first, second, third] = arriving([shared, { shared }, new Map([[shared, shared]])] as const);
    expect(second.shared).toBe(first);
    expect([...third][0]).toEqual([first, first]);
    expect([...third][0]?.[1]).toBe(first);
  });

  it('keeps it among more objects than a linear search is used for [S-3]', () => {
    const shared = { id: 1 };
    const arrived = arriving([shared, ...Array.from({ length: 50 }, (_, id) => ({ id, shared })), shared]);
    expect(arrived.at(-1)).toBe(arrived[0]);
    expect(arrived.slice(1, -1).every((item) => 'shared' in item && item.shared === arrived[0])).toBe(true);
  });

  it('keeps cycles through objects, arrays, maps and sets [S-3]', () => {
    const message: { self?: unknown; list: unknown[]; map: Map<unknown, unknown>; set: Set<unknown> } = {
      list: [],
      map: new Map(),
      set: new Set(),
    };
    message.self = message;
    message.list.push(message.list);
    message.map.set(message.map, message);
    message.set.add(message.set);
    const arrived = arriving(message);
    expect(arrived.self).toBe(arrived);
    expect(arrived.list[0]).toBe(arrived.list);
    expect([...arrived.map]).toEqual([[arrived.map, arrived]]);
    expect([...arrived.set][0]).toBe(arrived.set);
  });

  it('is not kept from one message to the next [S-3]', () => {
    const message = {};
    expect(arriving(message)).not.toBe(arriving(message));
  });

  it('takes a snapshot: later changes are not seen [S-1]', () => {
    const message = { list: [1] };
    const arrived = arriving(message);
    message.list.push(2);
    expect(arrived).toEqual({ list: [1] });
  });

  it('maps builtin roots to those of the receiver [S-4]', () => {
    expect(arriving({ math: Math, plain: Object.prototype, json: JSON, lists: Array.prototype })).toEqual({
      math: Math,
      plain: Object.prototype,
      json: JSON,
      lists: Array.prototype,
    });
    expect(arriving([Math])[0]).toBe(Math);
    expect(arriving([Object.prototype])[0]).toBe(Object.prototype);
  });
});

describe('a deep message', () => {
  it('arrives without overflowing the stack [S-2]', () => {
    type Link = { next?: Link };
    const message: Link = {};
    let end = message;
    for (let i = 0; i < 100_000; i++) {
      end.next = {};
      end = end.next;
    }
    let depth = 0;
    for (let link: Link | undefined = arriving(message); link?.next !== undefined; link = link.next) depth++;
    expect(depth).toBe(100_000);
  });

  it('arrives through arrays, maps and class instances too [S-2]', () => {
    class Box {
      constructor(readonly content: unknown) {}
    }
    let message: unknown = 'core';
    for (let i = 0; i < 20_000; i++) message = [new Map([['box', new Box(new Set([message]))]])];
    let depth = 0;
    let arrived = arriving(message);
    while (Array.isArray(arrived)) {
      const { content } = (arrived[0] as Map<string, { content: Set<unknown> }>).get('box') ?? { content: new Set() };
      arrived = [...content][0];
      depth++;
    }
    expect([depth, arrived]).toEqual([20_000, 'core']);
  });
});
