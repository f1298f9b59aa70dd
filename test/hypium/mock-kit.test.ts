import { beforeEach, describe, expect, it } from '@jest/globals';
import { ArgumentMatchers, MockKit, when } from '../../src/hypium';

class Store {
  limit = 10;

  read(key: string, fallback?: string): string {
    return this.secret(key) + (fallback ?? '');
  }

  private secret(key: string): string {
    return `stored ${key}`;
  }
}

let store: Store;
let kit: MockKit;

beforeEach(() => {
  store = new Store();
  kit = new MockKit();
});

function failureOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  return 'passed';
}

describe('MockKit', () => {
  it('replaces a method, own or inherited, which then does nothing', () => {
    const mock = kit.mockFunc(store, store.read);
    expect(store.read).toBe(mock);
    expect(store.read('a')).toBeUndefined();
    expect(new Store().read('a')).toBe('stored a');
  });

  it('replaces private methods and properties by their names, until clear() takes everything back', () => {
    when(kit.mockPrivateFunc(store, 'secret'))('a').afterReturn('mocked');
    kit.mockProperty(store, 'limit', 3);
    expect([store.read('a'), store.limit]).toEqual(['mocked', 3]);
    kit.clear(store);
    expect([store.read('a'), store.limit, Object.keys(store)]).toEqual(['stored a', 10, ['limit']]);
  });

  it('takes one mock back; of a method that was mocked twice the first is what it was', () => {
    const mock = kit.mockFunc(store, store.read);
    kit.mockProperty(store, 'limit', 3);
    kit.ignoreMock(store, mock);
    expect([store.read('a'), store.limit]).toEqual(['stored a', 3]);
    kit.mockFunc(store, kit.mockFunc(store, store.read));
    kit.clear(store);
    expect(store.read('a')).toBe('stored a');
  });

  it('leaves the mocks of other objects when one is cleared', () => {
    const other = { run: () => 1 };
    kit.mockFunc(other, other.run);
    kit.mockFunc(store, store.read);
    kit.clear(store);
    expect([store.read('a'), other.run()]).toEqual(['stored a', undefined]);
  });

  it('makes an object of mocks', () => {
    const mocked = kit.mockObject(store) as Store;
    expect(Object.keys(mocked)).toEqual(['read', 'secret']);
    when(mocked.read)(ArgumentMatchers.any).afterReturn('mocked');
    expect([mocked.read('a'), store.read('a')]).toEqual(['mocked', 'stored a']);
    kit.verify('read', ['a']).once();
  });

  it.each<[string, () => unknown, string]>([
    [
      'a function of another object',
      () => kit.mockFunc(store, Math.max),
      'Cannot mock max: it is no method of Store { limit: 10 }',
    ],
    ['no function', () => kit.mockFunc({}, 'run'), "Cannot mock 'run': it is no method of {}"],
    ['a name of nothing', () => kit.mockPrivateFunc({}, 'run'), "Cannot mock 'run': it is no method of {}"],
    [
      'an anonymous function',
      () =>
        kit.mockFunc(
          {},
          (
            () => () =>
              1
          )(),
        ),
      'Cannot mock an anonymous function: it is no method of {}',
    ],
  ])('refuses %s', (_, run, text) => {
    expect(failureOf(run)).toBe(`FakeOhosWorkerError: ${text} [FOW_HYPIUM_MISUSED]
Hint: mockFunc takes object.method itself, mockPrivateFunc its name.`);
  });
});

describe('when', () => {
  it('says what a mock answers, throws and does for some arguments; others get nothing', () => {
    const mock = kit.mockFunc(store, store.read);
    when(mock)('a').afterReturn('A');
    when(mock)('t').afterThrow('thrown as it is');
    when(mock)('f').afterAction(function (this: Store, key, fallback) {
      return `${this.limit} ${key} ${fallback}`;
    });
    when(mock)('g', 'h').afterReturn('both');
    when(mock)().afterReturn('none');
    expect([store.read('a'), store.read('a', 'more'), store.read('b')]).toEqual(['A', 'A', undefined]);
    expect(failureOf(() => store.read('t'))).toBe('thrown as it is');
    expect([store.read('f', 'z'), store.read('g', 'h'), store.read('g')]).toEqual(['10 f z', 'both', undefined]);
    expect((store.read as () => unknown)()).toBe('none');
    when(mock)('a').afterReturnNothing();
    expect(store.read('a')).toBeUndefined();
  });

  it.each<[string, unknown, readonly unknown[], readonly unknown[]]>([
    ['any', ArgumentMatchers.any, [1, 'a', undefined, null], []],
    ['anyString', ArgumentMatchers.anyString, ['', 'a'], [1, null, undefined]],
    ['anyNumber', ArgumentMatchers.anyNumber, [0, Number.NaN], ['1']],
    ['anyBoolean', ArgumentMatchers.anyBoolean, [true, false], [0]],
    ['anyFunction', ArgumentMatchers.anyFunction, [() => 1], [{}]],
    ['anyObj', ArgumentMatchers.anyObj, [{}, []], [() => 1, 'a']],
    ['anyString, called', ArgumentMatchers.anyString(), ['a'], [1]],
    ['matchRegexs', ArgumentMatchers.matchRegexs(/^a/g), ['ab', 'ab'], ['ba', 1]],
  ])('takes ArgumentMatchers.%s', (_, matcher, matching, others) => {
    const object = { run: (_value: unknown): unknown => 'original' };
    when(kit.mockFunc(object, object.run))(matcher).afterReturn('matched');
    expect(matching.map((value) => object.run(value))).toEqual(matching.map(() => 'matched'));
    expect(others.map((value) => object.run(value))).toEqual(others.map(() => undefined));
  });

  it('refuses what is no mock, and a pattern that is none', () => {
    const refusal = (what: string) =>
      `FakeOhosWorkerError: when() can't be told of ${what}, which is no mock [FOW_HYPIUM_MISUSED]
Hint: give it what mockFunc() has answered.`;
    expect(failureOf(() => when(store.read))).toBe(refusal('read'));
    expect(failureOf(() => when(() => 1))).toBe(refusal('an anonymous function'));
    expect(failureOf(() => when(undefined))).toBe(refusal('undefined'));
    expect(failureOf(() => ArgumentMatchers.matchRegexs('a' as never))).toBe(
      `FakeOhosWorkerError: ArgumentMatchers.matchRegexs can't take a [FOW_HYPIUM_MISUSED]
Hint: give it a regular expression.`,
    );
  });
});

describe('verify', () => {
  beforeEach(() => {
    kit.mockFunc(store, store.read);
    store.read('a');
    store.read('a');
    store.read('b', 'c');
  });

  it('accepts the right number of calls', () => {
    kit.verify('read', ['a']).times(2);
    kit.verify('read', ['b', 'c']).once();
    kit.verify('read', ['c']).never();
    kit.verify('read', ['a']).atLeast(2);
    kit.verify('read', ['a']).atMost(2);
    kit.verify('other', []).never();
    kit.clearAll();
    kit.verify('read', ['a']).never();
    expect(store.read('a')).toBeUndefined();
  });

  it.each<[string, () => void, string, string]>([
    ["'read', [ 'a' ]).once()", () => kit.verify('read', ['a']).once(), 'once', '2 times'],
    ["'read', [ 'a' ]).times(3)", () => kit.verify('read', ['a']).times(3), '3 times', '2 times'],
    ["'read', [ 'a' ]).never()", () => kit.verify('read', ['a']).never(), 'never', '2 times'],
    ["'read', [ 'b', 'c' ]).atLeast(2)", () => kit.verify('read', ['b', 'c']).atLeast(2), '2 times or more', 'once'],
    ["'read', [ 'a' ]).atMost(1)", () => kit.verify('read', ['a']).atMost(1), '1 times or less', '2 times'],
  ])('verify(%s tells how often it was called, and with what', (call, run, expected, received) => {
    expect(failureOf(run)).toBe(`AssertException: verify(${call}

Expected: called ${expected} with these arguments
Received: ${received}
All calls:
  read('a')
  read('a')
  read('b', 'c')`);
  });

  it('says so when there was no call', () => {
    expect(failureOf(() => kit.verify('write', [1]).once())).toBe(`AssertException: verify('write', [ 1 ]).once()

Expected: called once with these arguments
Received: 0 times
It was never called at all.`);
  });
});
