import { describe, expect, it } from '@jest/globals';
import { literalOf } from '../../src/debug/export/literal';
import { type Recorded, replayText } from '../../src/debug/export/replay-text';
import type { StoredValue } from '../../src/trace';
import { storeValue } from '../../src/trace';

const seen = [{ label: 'worker#1', received: ['a'], portReceived: [], exitCode: 0, errors: ['boom'] }];

function exported(text: string, more: Partial<Recorded> = {}, path = ['adds']): string | undefined {
  const info = { file: '/p/a.test.ts', ordinal: 0, path, name: path.join(' › '), ...more.info };
  return replayText(text, { schedule: [2, 1], seen, isWhole: true, failure: undefined, ...more, info })?.text;
}

const imports = "import { workers } from 'fake-ohos-worker';\n";

describe('an exported test', () => {
  it('follows the order and finds what was seen', () => {
    expect(exported(`${imports}test('adds', () => {\n  run();\n});\n`)).toBe(`${imports}test.only('adds', () => {
  workers.replay([2, 1]);
  run();
  // What was seen in the debugger.
  expect(workers.get('worker#1').received).toEqual(['a']);
  expect(workers.get('worker#1').port.received).toEqual([]);
  expect(workers.get('worker#1')).toHaveRaisedError('boom');
  expect(workers.get('worker#1').exitCode).toBe(0);
});
`);
  });

  it('looks at the beginning only if more was to come', () => {
    expect(exported(`${imports}test('adds', () => {});`, { isWhole: false })).toContain(
      ".received.slice(0, 1)).toEqual(['a']);",
    );
  });

  it('expects the failure that was seen', () => {
    expect(
      exported(`${imports}it.only('adds', async () => {\n  run();\n});`, { failure: "Error: it's\nlonger", seen: [] }),
    ).toBe(`${imports}it.only('adds', async () => {
  workers.replay([2, 1]);
  let failure;
  try {
  run();
  } catch (error) {
    failure = error;
  }
  // It failed when this was recorded; once that is mended, this is what changes.
  expect(\`\${failure}\`.replace(/\\u001b\\[\\d+m/g, '')).toContain('Error: it\\'s');
});`);
  });

  it('is one of a table, or of a loop, by its name', () => {
    const text = exported(`${imports}test.each([1])('adds', (n) => {\n  run(n);\n});`);
    expect(text).toBe(`${imports}test.only.each([1])('adds', (n) => {
  const isRecorded = expect.getState().currentTestName === 'adds';
  if (isRecorded) workers.replay([2, 1]);
  run(n);
  // What was seen in the debugger.
  if (isRecorded) {
    expect(workers.get('worker#1').received).toEqual(['a']);
    expect(workers.get('worker#1').port.received).toEqual([]);
    expect(workers.get('worker#1')).toHaveRaisedError('boom');
    expect(workers.get('worker#1').exitCode).toBe(0);
  }
});`);
    expect(exported(`${imports}for (const n of [1]) test('adds', () => {});`)).toContain('isRecorded');
  });

  it('only follows the order where the end of the test is elsewhere', () => {
    for (const [body, expected] of [
      ['(done) => { run(done); }', '(done) => {\n  workers.replay([2, 1]); run(done); }'],
      ['() => later', '() => {\n  workers.replay([2, 1]);\n  return later;\n}'],
      ['() => { return later; }', '() => {\n  workers.replay([2, 1]); return later; }'],
    ] as const) {
      expect(exported(`${imports}test('adds', ${body});`)).toBe(`${imports}test.only('adds', ${expected});`);
    }
  });

  it('imports what it lacks, and stops nowhere', () => {
    const text = exported("import { test } from '@jest/globals';\ntest('adds', () => {});", { seen: [] });
    expect(text).toMatch(
      /^import \{ workers \} from 'fake-ohos-worker';\nimport \{ expect \} from '@jest\/globals';\n/,
    );
    expect(
      exported("const { workers: w } = require('fake-ohos-worker');\ntest('adds', () => { w.debug(); });"),
    ).not.toContain('debug()');
    expect(exported("test('adds', () => {});", { seen: [] })).toMatch(
      /^const \{ workers \} = require\('fake-ohos-worker'\);/,
    );
  });

  it('is found by its place, or by the names of its blocks', () => {
    const text = `${imports}describe('a', () => {\n  test('adds', () => {});\n});\ndescribe('b', () => {\n  test('adds', () => {});\n});`;
    expect(exported(text, {}, ['b', 'adds'])?.indexOf('.only')).toBe(text.lastIndexOf('test(') + 4);
    const place = { line: 3, column: 3 };
    const info = { file: '/p/a.test.ts', ordinal: 0, path: ['b', 'adds'], name: '', place };
    expect(exported(text, { info })?.indexOf('.only')).toBe(text.indexOf('test(') + 4);
    expect(exported(text, {}, ['c', 'adds'])).toBeUndefined();
  });
});

describe('a literal', () => {
  it.each<[unknown, string]>([
    ["it's <b>\u001b[2J\u0085", "'it\\'s <b>\\u001b[2J\\u0085'"],
    [{ a: [1, undefined, null], 'b-c': -0, n: 1n }, "{ a: [1, undefined, null], 'b-c': -0, n: 1n }"],
    [new Map([['a', new Set([1])]]), "new Map([['a', new Set([1])]])"],
    [new Date(0), "new Date('1970-01-01T00:00:00.000Z')"],
    [new Uint8Array([1, 255]), 'new Uint8Array([1, 255])'],
    [new Uint8Array(65), 'expect.anything()'],
    [[() => 1, /a/, new Error('e')], '[expect.anything(), expect.anything(), expect.anything()]'],
  ])('of %p', (value, text) => {
    expect(literalOf(storeValue(value), '')).toBe(text);
  });

  it('that is long stands on lines', () => {
    const value: StoredValue = { text: 'x'.repeat(100), list: [] };
    expect(literalOf(value, '  ')).toBe(`{\n    text: '${'x'.repeat(100)}',\n    list: [],\n  }`);
  });
});
