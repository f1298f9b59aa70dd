import { describe, expect, it } from '@jest/globals';
import { readPrintTarget } from '../../src/debug';

const agents = ['host', 'worker#1', 'worker#11', 'first; "one".two#1'];

describe('what is to be printed', () => {
  it.each([
    ['5.items[0].name', { root: { task: 5 }, path: ['items', 0, 'name'] }],
    ['worker#1', { root: { agent: 'worker#1' }, path: [] }],
    ['worker#11.cache["a key"].größe', { root: { agent: 'worker#11' }, path: ['cache', 'a key', 'größe'] }],
    ['first; "one".two#1.x', { root: { agent: 'first; "one".two#1' }, path: ['x'] }],
    ['host.$x._y', { root: { agent: 'host' }, path: ['$x', '_y'] }],
    ['5["\\"quoted\\""]', { root: { task: 5 }, path: ['"quoted"'] }],
  ])('%j is %j', (text, target) => {
    expect(readPrintTarget(text, agents)).toEqual(target);
  });

  it.each(['', 'x', '5x', 'worker#2.x', '5.', '5..a', '5[a]', '5.a()', '5[0', '5["a]', '5;process.exit()', '5["\\x"]'])(
    'is no %j, as nothing is evaluated',
    (text) => {
      expect(readPrintTarget(text, agents)).toBeUndefined();
    },
  );
});
