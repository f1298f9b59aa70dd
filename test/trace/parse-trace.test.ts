import { describe, expect, it } from '@jest/globals';
import { parseTrace, Trace } from '../../src/trace';

const whole = {
  format: 'fake-ohos-worker/trace',
  version: 1,
  agents: [{ name: 'host', kind: 'host' }],
  forgotten: 0,
  entries: [{ seq: 1, time: 0, agent: 'host', causes: [], type: 'fault', fault: 'x' }],
};

const hint = 'Hint: store JSON.stringify(workers.trace), with the version of fake-ohos-worker that reads it.';

function refusal(text: string): string {
  try {
    parseTrace(text);
  } catch (error) {
    return String((error as Error).message);
  }
  return 'accepted';
}

describe('reading a stored trace', () => {
  it('answers it', () => {
    expect(parseTrace(JSON.stringify(whole))).toEqual(whole);
    const trace = new Trace({ now: () => 0, during: () => undefined, maxEvents: 10 });
    trace.add('host', { type: 'post', task: 1, to: 'worker#1', data: undefined });
    expect(parseTrace(JSON.stringify(trace))).toEqual(trace.toJSON());
  });

  it('refuses what is not JSON', () => {
    const [first, second, last] = refusal('0ms  host').split('\n');
    expect(first).toBe("The stored trace is not JSON: '0ms  host' [FOW_BAD_TRACE]");
    expect(second).toMatch(/^ {2}- JSON\.parse says: ./);
    expect(last).toBe(hint);
  });

  it('refuses what is no trace', () => {
    expect(refusal('[1]')).toBe(
      [
        "The stored trace can't be [ 1 ] [FOW_BAD_TRACE]",
        "  - expected: { format: 'fake-ohos-worker/trace', … }",
        hint,
      ].join('\n'),
    );
  });

  it('refuses other versions', () => {
    expect(refusal(JSON.stringify({ ...whole, version: 2 }))).toBe(
      [
        'The stored trace has the version 2 [FOW_BAD_TRACE]',
        '  - this version of fake-ohos-worker reads: version 1',
        hint,
      ].join('\n'),
    );
  });

  it.each([
    ['agents', { agents: [{ name: 'host' }] }, "[ { name: 'host' } ]", 'a list of { name, kind }'],
    ['forgotten', { forgotten: '0' }, "'0'", 'a number'],
    ['entries', { entries: {} }, '{}', 'a list'],
    ['entries[1]', { entries: [...whole.entries, { seq: 2 }] }, '{ seq: 2 }', '{ seq, time, agent, type, causes, … }'],
  ])('refuses wrong %s', (path, wrong, given, expected) => {
    expect(refusal(JSON.stringify({ ...whole, ...wrong }))).toBe(
      [
        `The stored trace has no right ${path} [FOW_BAD_TRACE]`,
        `  - given: ${given}`,
        `  - expected: ${expected}`,
        hint,
      ].join('\n'),
    );
  });
});
