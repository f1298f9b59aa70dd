import { describe, expect, it } from '@jest/globals';
import { factsOf, failureOf, matcherWorld } from '../support/matcher-world';

/** A worker that has echoed these messages. */
function echoOf(...messages: unknown[]) {
  const { worker, workers } = matcherWorld();
  const wk = new worker.ThreadWorker('echo.ts');
  for (const message of messages) wk.postMessage(message);
  workers.run();
  return wk;
}

describe('a history of which the beginning is forgotten', () => {
  const long = () => {
    const { worker, workers } = matcherWorld({ trace: { maxEvents: 0 } });
    const wk = new worker.ThreadWorker('echo.ts');
    for (let message = 1; message <= 2_003; message++) wk.postMessage(message);
    workers.run();
    return wk;
  };
  const forgotten = 'Matcher error: of 2003 messages, the first 1003 are forgotten';

  it('is counted whole, and its places are those of the whole', () => {
    const wk = long();
    expect(wk).toHaveReceivedMessageTimes(2_003);
    expect(wk).toHavePostedMessageTimes(2_003);
    expect(wk).toHaveReceivedNthMessage(1_004, 1_004);
    expect(wk).toHaveReceivedNthMessage(2_003, 2_003);
    expect(wk).toHaveReceivedLastMessage(2_003);
    expect(wk).toHaveReceivedMessage(1_500);
  });

  it('leaves nothing to be said of what is forgotten', () => {
    const wk = long();
    for (const assertion of [
      () => expect(wk).toHaveReceivedNthMessage(1_003, 1_003),
      () => expect(wk).not.toHaveReceivedNthMessage(1, 1),
      () => expect(wk).not.toHaveReceivedMessage(7),
      () => expect(wk).toHavePostedMessageTimes(1, 1_500),
    ]) {
      expect(failureOf(assertion)).toContain(forgotten);
    }
  });
});

describe('a message with buffers', () => {
  it('is shown with their bytes, also where they differ', () => {
    const wk = echoOf({ id: 1, bytes: Uint8Array.of(1, 2, 255).buffer });
    expect(factsOf(() => expect(wk).toHaveReceivedMessage({ id: 1, bytes: Uint8Array.of(1, 3).buffer }))).toBe(
      [
        '- expected  - 1',
        '+ received  + 1',
        '',
        '  Object {',
        '-   "bytes": ArrayBuffer(2) <01 03>,',
        '+   "bytes": ArrayBuffer(3) <01 02 ff>,',
        '    "id": 1,',
        '  }',
      ].join('\n'),
    );
  });

  it('is shown with those of maps, sets and lists, and at the top', () => {
    const wk = echoOf(new Map([['a', [Uint8Array.of(7).buffer]]]), new ArrayBuffer(300));
    const facts = factsOf(() => expect(wk).toHaveReceivedMessage(new DataView(Uint8Array.of(9).buffer)));
    expect(facts).toContain('expected: DataView(1) <09>');
    expect(facts).toContain('Map {"a" => [ArrayBuffer(1) <07>]}');
    expect(facts).toContain('00 … 44 more>');
  });

  it('is told where it first differs behind what is shown', () => {
    const wanted = new Uint8Array(400);
    wanted[300] = 0xfe;
    const facts = (sent: unknown, expected: unknown) =>
      factsOf(() => expect(echoOf(sent)).toHaveReceivedMessage(expected));
    const sent = { list: [new ArrayBuffer(400)] };
    expect(facts(new ArrayBuffer(400), wanted.buffer)).toContain('\nbyte 300: expected fe, received 00');
    expect(facts(sent, { list: [wanted.buffer] })).toContain('\nbyte 300 of list.0: expected fe, received 00');
    expect(facts(sent, { list: [new ArrayBuffer(401)] })).not.toContain('byte ');
  });
});

describe.each(['Received', 'Posted'] as const)('toHave%sMessage', (direction) => {
  const some = (...args: unknown[]) => ({ wk: echoOf(...args), name: `toHave${direction}Message` as const });

  it('passes for an equal message, or for any', () => {
    const { wk, name } = some({ id: 1, list: [1, 2] }, undefined, 'text');
    expect(wk)[name]();
    expect(wk)[name]('text');
    expect(wk)[name](undefined);
    expect(wk)[name]({ id: expect.any(Number), list: expect.arrayContaining([2]) });
    expect(wk).not[name]('other');
    expect(echoOf()).not[name]();
  });

  it('compares what has no properties of its own', () => {
    const { wk, name } = some(new Map([[1, 'a']]), new Set(['b']), Uint8Array.of(1, 2).buffer);
    expect(wk)[name](new Map([[1, 'a']]));
    expect(wk).not[name](new Map([[1, 'z']]));
    expect(wk)[name](new Set(['b']));
    expect(wk)[name](Uint8Array.of(1, 2).buffer);
    expect(wk).not[name](Uint8Array.of(1, 3).buffer);
    expect(wk).not[name](new ArrayBuffer(3));
  });

  it('shows the difference when there is one message', () => {
    const { wk, name } = some({ id: 1, list: [1] });
    expect(factsOf(() => expect(wk)[name]({ id: 2, list: [1] }))).toBe(
      [
        '- expected  - 1',
        '+ received  + 1',
        '',
        '  Object {',
        '-   "id": 2,',
        '+   "id": 1,',
        '    "list": Array [',
        '      1,',
        '    ],',
        '  }',
      ].join('\n'),
    );
  });

  it('shows the difference to the one that comes closest', () => {
    const { wk, name } = some({ id: 1, sum: 3 }, 'text', { id: 2, sum: 4, kind: 'x' });
    expect(factsOf(() => expect(wk)[name]({ id: 2, sum: 5, kind: 'x' }))).toBe(
      [
        'expected: {"id": 2, "kind": "x", "sum": 5}',
        'received:',
        '  1. {"id": 1, "sum": 3}',
        '  2. "text"',
        '  3. {"id": 2, "kind": "x", "sum": 4}',
        '',
        'message 3 comes closest:',
        '- expected  - 1',
        '+ received  + 1',
        '',
        '  Object {',
        '    "id": 2,',
        '    "kind": "x",',
        '-   "sum": 5,',
        '+   "sum": 4,',
        '  }',
      ].join('\n'),
    );
  });

  it('lists the last ones of many, and shows no difference when several are near', () => {
    const { wk, name } = some(...Array.from({ length: 12 }, (_, id) => ({ id, same: true })));
    expect(factsOf(() => expect(wk)[name]({ id: 99, same: true }))).toBe(
      [
        'expected: {"id": 99, "same": true}',
        'received:',
        '  … 2 before',
        ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((id) => `  ${id + 1}. {"id": ${id}, "same": true}`),
      ].join('\n'),
    );
  });

  it('says what was not expected', () => {
    const { wk, name } = some('a', 'b');
    expect(factsOf(() => expect(wk).not[name]('b'))).toBe(
      'expected: no message equal to "b"\nreceived:\n  1. "a"\n  2. "b"',
    );
    expect(factsOf(() => expect(wk).not[name]())).toBe('expected: no message\nreceived:\n  1. "a"\n  2. "b"');
    expect(factsOf(() => expect(echoOf())[name]())).toBe('expected: any message\nreceived: none');
  });

  it('takes one message', () => {
    const { wk, name } = some('a');
    const assertion = () => (expect(wk)[name] as (...args: unknown[]) => void)('a', 'b');
    expect(failureOf(assertion)).toBe(
      [
        `expect(worker#1).${name}(message)`,
        '',
        'Matcher error: message must be the last argument: a message is one value',
        '',
        'Given has type:  string',
        'Given has value: "b"',
      ].join('\n'),
    );
  });
});

describe.each(['Received', 'Posted'] as const)('toHave%sMessageTimes', (direction) => {
  const name = `toHave${direction}MessageTimes` as const;

  it('counts all messages, or the equal ones', () => {
    const wk = echoOf('a', 'b', 'a');
    expect(wk)[name](3);
    expect(wk)[name](2, 'a');
    expect(wk)[name](0, 'c');
    expect(wk).not[name](2);
    expect(echoOf())[name](0);
  });

  it('tells the counts', () => {
    const wk = echoOf('a', 'b');
    const list = ['  1. "a"', '  2. "b"'];
    expect(factsOf(() => expect(wk)[name](1))).toBe(
      ['expected: 1 message', 'received: 2 messages', ...list].join('\n'),
    );
    expect(factsOf(() => expect(wk).not[name](2))).toBe(
      ['expected: not 2 messages', 'received: 2 messages', ...list].join('\n'),
    );
    expect(factsOf(() => expect(wk)[name](2, 'a'))).toBe(
      ['expected: 2 messages equal to "a"', 'received: 1 message, of 2 in all', ...list].join('\n'),
    );
  });

  it.each([-1, 1.5, Number.NaN, '1', undefined])('refuses %p as a count', (n) => {
    expect(failureOf(() => expect(echoOf('a'))[name](n as number))).toMatch(
      /^expect\(worker#1\)\.\w+\(n\)\n\nMatcher error: n must be a whole number from 0 on\n\nGiven has /,
    );
  });
});

describe.each(['Received', 'Posted'] as const)('toHave%sNthMessage and toHave%sLastMessage', (direction) => {
  const [nth, last] = [`toHave${direction}NthMessage`, `toHave${direction}LastMessage`] as const;

  it('look at one message', () => {
    const wk = echoOf('a', { b: 1 }, undefined);
    expect(wk)[nth](1, 'a');
    expect(wk)[nth](2, { b: expect.anything() });
    expect(wk).not[nth](1, 'b');
    expect(wk).not[nth](4, undefined);
    expect(wk)[last](undefined);
    expect(wk).not[last]('a');
    expect(echoOf()).not[last](undefined);
  });

  it('show how it differs, and all of them', () => {
    const wk = echoOf('a', 'b');
    const text = [
      'message 2 of 2:',
      'expected: "a"',
      'received: "b"',
      '',
      'all messages:',
      '  1. "a"',
      '  2. "b"',
    ].join('\n');
    expect(factsOf(() => expect(wk)[nth](2, 'a'))).toBe(text);
    expect(factsOf(() => expect(wk)[last]('a'))).toBe(text);
  });

  it('tell that there is none, or that it is the one', () => {
    const wk = echoOf('a');
    expect(factsOf(() => expect(wk)[nth](3, 'b'))).toBe('expected: "b" as message 3\nreceived:\n  1. "a"');
    expect(factsOf(() => expect(wk).not[nth](1, 'a'))).toBe('expected: not "a" as message 1\nreceived:\n  1. "a"');
    expect(factsOf(() => expect(echoOf())[last]('b'))).toBe('expected: "b"\nreceived: none');
  });

  it('need a number and a message', () => {
    const wk = echoOf('a');
    const withoutMessage = expect(wk)[nth] as (n: number) => void;
    expect(failureOf(() => withoutMessage(1))).toBe(
      `expect(worker#1).${nth}(message)\n\nMatcher error: message must be given`,
    );
    expect(failureOf(() => expect(wk)[nth](0, 'a'))).toContain('n must be a whole number from 1 on');
    expect(failureOf(() => (expect(wk)[last] as () => void)())).toContain('Matcher error: message must be given');
  });
});

describe('matchers of messages', () => {
  it('use the testers that the user has added', () => {
    expect.addEqualityTesters([
      (a: unknown, b: unknown) =>
        typeof a === 'string' && typeof b === 'string' && a.startsWith('~')
          ? a.slice(1) === b.toLowerCase()
          : undefined,
    ]);
    const wk = echoOf('~tea');
    expect(wk).toHaveReceivedMessage('TEA');
    expect(wk).toHavePostedLastMessage('TEA');
  });

  it('let through what an asymmetric matcher throws, and stay usable', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    wk.postMessage('a');
    workers.run();
    wk.postMessage('queued');
    const throwing = {
      $$typeof: Symbol.for('jest.asymmetricMatcher'),
      asymmetricMatch: () => {
        throw new Error('from the asymmetric matcher');
      },
    };
    expect(failureOf(() => expect(wk).toHaveReceivedMessage(throwing))).toBe('from the asymmetric matcher');
    expect(workers.pending).toHaveLength(1);
    workers.run();
    expect(wk).toHaveReceivedMessageTimes(2);
  });
});
