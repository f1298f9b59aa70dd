import { describe, expect, it } from '@jest/globals';
import { createHypium, noTestRunner } from '../../src/hypium';

const { expect: assert } = createHypium(noTestRunner, {});

class TooFar extends Error {
  override name = 'TooFar';
}

async function failureOf(run: unknown): Promise<string> {
  return Promise.resolve(run).then(() => 'passed', String);
}

const promises = {
  pending: () => new Promise<never>(() => undefined),
  resolved: () => Promise.resolve({ a: 1 }),
  rejected: () => Promise.reject(new TooFar('far')),
  'rejected without an error': () => Promise.reject('no'),
  // biome-ignore lint/suspicious/noThenProperty: what is tested
  thenable: () => ({ then: (resolve: (value: unknown) => void) => resolve({ a: 1 }) }),
  value: () => 3,
};
type Which = keyof typeof promises;

const received: Readonly<Record<Which, string>> = {
  pending: 'it is pending',
  resolved: 'it is resolved with { a: 1 }',
  rejected: 'it is rejected with TooFar: far',
  'rejected without an error': "it is rejected with 'no'",
  thenable: 'it is resolved with { a: 1 }',
  value: 'no promise: 3',
};

/** name, arguments, what is expected, which promises pass. */
const table: readonly [string, readonly unknown[], string, readonly Which[]][] = [
  ['assertPromiseIsPending', [], 'pending', ['pending']],
  ['assertPromiseIsResolved', [], 'resolved', ['resolved', 'thenable']],
  ['assertPromiseIsResolvedWith', [{ a: 1 }], 'resolved with { a: 1 }', ['resolved', 'thenable']],
  ['assertPromiseIsResolvedWith', [{ a: 2 }], 'resolved with { a: 2 }', []],
  ['assertPromiseIsRejected', [], 'rejected', ['rejected', 'rejected without an error']],
  ['assertPromiseIsRejectedWith', ['no'], "rejected with 'no'", ['rejected without an error']],
  ['assertPromiseIsRejectedWithError', [TooFar], 'rejected with TooFar', ['rejected']],
  ['assertPromiseIsRejectedWithError', ['far'], "rejected with an error of the message 'far'", ['rejected']],
  ['assertPromiseIsRejectedWithError', [TooFar, 'far'], "rejected with TooFar of the message 'far'", ['rejected']],
  ['assertPromiseIsRejectedWithError', [TooFar, 'near'], "rejected with TooFar of the message 'near'", []],
  ['assertPromiseIsRejectedWithError', [TypeError], 'rejected with TypeError', []],
];

describe.each(table)('%s(%p)', (name, args, expected, passing) => {
  const head = (not = '') => `AssertException: expect(received)${not}.${name}(${args.length > 0 ? 'expected' : ''})`;

  it.each(Object.keys(promises) as Which[])('judges what is %s', async (which) => {
    const wrong = `a promise that is ${expected}\nReceived: ${received[which]}`;
    const passes = passing.includes(which);

    expect(await failureOf(assert(promises[which]())[name]?.(...args))).toBe(
      passes ? 'passed' : `${head()}\n\nExpected: ${wrong}`,
    );
    expect(
      await failureOf(
        assert(promises[which]())
          .not()
          [name]?.(...args),
      ),
    ).toBe(passes ? `${head('.not()')}\n\nExpected: not ${wrong}` : 'passed');
  });
});

it('the stack of a failure begins where it was asserted, not where it was found out', async () => {
  function thisTest() {
    return assert(Promise.resolve()).assertPromiseIsPending?.() as Promise<void>;
  }
  const error: Error = await thisTest().then(
    () => new Error('passed'),
    (reason) => reason,
  );
  expect(error.stack).toMatch(/^AssertException: expect\(received\)[\s\S]*\n {4}at thisTest \(/);
});
