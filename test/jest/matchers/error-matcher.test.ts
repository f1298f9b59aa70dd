import { describe, expect, it } from '@jest/globals';
import { factsOf, failureOf, matcherWorld } from '../support/matcher-world';

/** A worker that has handled these messages, each of which makes it throw; nobody on the host hears of it. */
function throwingAt(...messages: unknown[]) {
  const inline = matcherWorld();
  const wk = new inline.worker.ThreadWorker('throwing.ts');
  for (const message of messages) wk.postMessage(message);
  for (let task = 0; task <= messages.length; task++) inline.workers.step();
  return { ...inline, wk };
}

describe('toHaveRaisedError', () => {
  it('reads its argument as toThrow does', () => {
    const { wk } = throwingAt('boom (1)', 'text');
    expect(wk).toHaveRaisedError();
    for (const wanted of ['boom', /BOOM \(\d\)/i, Error, new Error('boom (1)'), { message: 'boom (1)' }]) {
      expect(wk).toHaveRaisedError(wanted);
    }
    expect(wk).toHaveRaisedError(expect.objectContaining({ message: 'boom (1)' }) as never);
    expect(wk).toHaveRaisedError('just a text');
    expect(wk).toHaveRaisedError(expect.stringContaining('just') as never);
    for (const wanted of ['bang', /^text/, RangeError, new Error('boom')]) expect(wk).not.toHaveRaisedError(wanted);
    expect(throwingAt().wk).not.toHaveRaisedError();
  });

  it('keeps nothing of a pattern with the flag g', () => {
    const { wk } = throwingAt('boom');
    const pattern = /boom/g;
    for (let time = 0; time < 3; time++) expect(wk).toHaveRaisedError(pattern);
  });

  it('knows a class of the app by its name: what arrives is of a builtin kind', () => {
    class OrderError extends Error {}
    const { wk } = throwingAt('order');
    expect(wk).toHaveRaisedError(OrderError);
    expect(wk).toHaveRaisedError(RangeError);
    expect(wk).not.toHaveRaisedError(class OtherError extends Error {});
  });

  it('tells what was raised', () => {
    const { wk } = throwingAt('order', 'boom', 'text');
    expect(factsOf(() => expect(wk).toHaveRaisedError(/bang/))).toBe(
      [
        'expected: error whose message matches /bang/',
        'received:',
        '  1. [RangeError: no stock] (OrderError)',
        '  2. [Error: boom]',
        '  3. "just a text"',
      ].join('\n'),
    );
    const expected = (wanted?: unknown) => factsOf(() => expect(wk).toHaveRaisedError(wanted as never)).split('\n')[0];
    expect(expected('bang')).toBe('expected: error with "bang" in its message');
    expect(expected(TypeError)).toBe('expected: error of the class TypeError');
    expect(expected(new Error('bang'))).toBe('expected: error with the message "bang"');
    expect(expected(expect.any(Date))).toBe('expected: error that is Any<Date>');
    expect(factsOf(() => expect(wk).not.toHaveRaisedError())).toContain('expected: no uncaught error\nreceived:\n');
    expect(factsOf(() => expect(throwingAt().wk).toHaveRaisedError())).toBe('expected: uncaught error\nreceived: none');
  });

  it.each<[string, unknown]>([
    ['a number', 7],
    ['null', null],
    ['undefined', undefined],
    ['an arrow function', () => true],
    ['an object without a message', { code: 1 }],
  ])('refuses %s', (_, wanted) => {
    const { wk } = throwingAt('boom');
    expect(failureOf(() => expect(wk).toHaveRaisedError(wanted as never))).toMatch(
      /^expect\(worker#1\)\.toHaveRaisedError\(error\)\n\nMatcher error: error must be a string, a regular expression, a class, an error or an asymmetric matcher\n\nGiven has /,
    );
  });
});

describe('an error that a test expects', () => {
  it('does not come out of the next run()', () => {
    const { wk, workers } = throwingAt('boom');
    expect(wk).toHaveRaisedError('boom');
    expect(() => workers.run()).not.toThrow();
    expect(workers.errors).toHaveLength(1);
    expect(wk).toHaveExitedWith(1);
  });

  it('comes out of run() when the expectation was another', () => {
    const { wk, workers } = throwingAt('boom');
    expect(wk).not.toHaveRaisedError('bang');
    expect(failureOf(() => expect(wk).not.toHaveRaisedError('boom'))).not.toBe('it passed');
    expect(() => workers.run()).toThrow('boom');
  });

  it('is one error: others of the same kind are still unexpected', () => {
    const { wk, workers } = throwingAt('boom', 'bang');
    expect(wk).toHaveRaisedError('boom');
    expect(() => workers.run()).toThrow('bang');
    const { wk: second, workers: others } = throwingAt('boom');
    expect(second).toHaveRaisedError('boom');
    expect(second).toHaveRaisedError('boom');
    others.run();
    expect(others.errors).toHaveLength(1);
  });

  it('is this one, not the next that reads the same, also when a handler of the host had heard it', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('throwing.ts');
    wk.onerror = () => undefined;
    wk.postMessage('boom');
    workers.run();
    expect(wk).toHaveRaisedError('boom');
    const second = new worker.ThreadWorker('throwing.ts');
    second.postMessage('boom');
    expect(() => workers.run()).toThrow('boom');
    const third = new worker.ThreadWorker('throwing.ts');
    third.onAllErrors = () => undefined;
    third.postMessage('boom');
    workers.run();
    expect(third).toHaveRaisedError('boom');
    Reflect.deleteProperty(third, 'onAllErrors');
    third.postMessage('boom');
    expect(() => workers.run()).toThrow('boom');
  });

  it('is told of by no diagnostic when the test has said so in time', () => {
    const { wk, workers, warned } = throwingAt('boom');
    expect(wk).toHaveRaisedError('boom');
    workers.run();
    const { workers: others, warned: told } = throwingAt('boom');
    expect(() => others.run()).toThrow('boom');
    expect([warned, told]).toEqual([[], [expect.stringContaining('[FOW_NO_ONERROR]')]]);
  });

  it('does not fail the test at its end', () => {
    const { wk, world } = throwingAt('boom');
    const [record] = world.session.app.workers;
    world.session.reportRejection(record as NonNullable<typeof record>, new Error('rejected'), {});
    expect(wk).toHaveRaisedError('rejected');
    expect(world.takeUnseenErrors()).toEqual([]);
    world.session.reportRejection(record as NonNullable<typeof record>, new Error('rejected'), {});
    expect(world.takeUnseenErrors()).toEqual([new Error('rejected')]);
  });

  it('that run() has thrown already was seen then, and leaves the next one unexpected', () => {
    const { wk, world, workers } = throwingAt('boom');
    expect(() => workers.run()).toThrow('boom');
    expect(wk).toHaveRaisedError('boom');
    const [record] = world.session.app.workers;
    world.session.reportRejection(record as NonNullable<typeof record>, new Error('boom'), {});
    expect(world.takeUnseenErrors()).toEqual([new Error('boom')]);
  });
});
