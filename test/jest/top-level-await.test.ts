import { describe, expect, it } from '@jest/globals';
import { type AsyncScript, hasTopLevelAwait, inAsyncFunction } from '../../src/jest/top-level-await';

describe('hasTopLevelAwait', () => {
  it.each([
    'await undefined;',
    'await (x);',
    'await [x];',
    'for await (const a of b) {}',
    'if (x) { const y = { z: await (z) }; }',
    '"use strict"; const f = async () => { await 1; }; await f();',
  ])('holds for %j [L-14]', (code) => {
    expect(hasTopLevelAwait(code)).toBe(true);
  });

  it.each([
    '',
    '// await',
    'const text = "await (x)";',
    'async function f() { await (x); }',
    'class A { async *m() { for await (const a of b) yield a; } }',
    'object.await = { await: 1 };',
    'function f() { return await; }',
    'import { a } from "a"; await a;',
    'await await await',
  ])('does not hold for %j', (code) => {
    expect(hasTopLevelAwait(code)).toBe(false);
  });
});

describe('a script in an async function', () => {
  const load = (code: string): AsyncScript => {
    const module = { exports: {} };
    new Function('module', 'exports', inAsyncFunction(code))(module, module.exports);
    return module.exports as AsyncScript;
  };

  it('begins on its own first line and may end in a comment [L-14]', () => {
    const lines = inAsyncFunction('await 1;\nawait 2; // two').split('\n');
    expect(lines[0]).toMatch(/^module\.exports = .*await 1;$/);
    expect(lines.slice(1)).toEqual(['await 2; // two', '} };']);
  });

  it('tells of the error that it ends with [L-52]', async () => {
    const heard: unknown[] = [];
    const { start, watch } = load('await 1; throw new Error("late");');
    watch(start(), (error) => {
      heard.push(error);
      return true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([new Error('late')]);
  });
});
