import { describe, expect, it } from '@jest/globals';
import { arriving, clone } from './outcome';

function chain(nodes: number, link: (next: unknown) => unknown): unknown {
  let first: unknown = 'end';
  for (let i = 0; i < nodes; i++) first = link(first);
  return first;
}

const shapes: readonly (readonly [string, (nodes: number) => unknown])[] = [
  ['the depth of objects', (nodes) => chain(nodes, (next) => ({ next }))],
  ['the depth of arrays', (nodes) => chain(nodes, (next) => [next])],
  ['the depth of maps', (nodes) => chain(nodes, (next) => new Map([['next', next]]))],
  ['the width of an array', (nodes) => Array.from({ length: nodes }, (_, id) => ({ id }))],
  ['the width of an object', (nodes) => Object.fromEntries(Array.from({ length: nodes }, (_, id) => [`k${id}`, {}]))],
  ['the number of shared references', (nodes) => new Array(nodes).fill({ id: 1 })],
  ['the size of a map', (nodes) => new Map(Array.from({ length: nodes }, (_, id) => [id, { id }]))],
];

/** The least time of three rounds, a node. */
function timePerNode(message: unknown, nodes: number): number {
  const times = [1, 2, 3].map(() => {
    const start = process.hrtime.bigint();
    clone(message);
    return Number(process.hrtime.bigint() - start);
  });
  return Math.min(...times) / nodes;
}

describe('the time of a copy', () => {
  it.each(shapes)('does not grow with the square of %s [S-2]', (_what, make) => {
    const [few, many] = [1_000, 100_000];
    const before = timePerNode(make(few), few);
    // It would be a hundred times as long; caches and the collector of garbage account for five.
    expect(timePerNode(make(many), many) / before).toBeLessThan(40);
  });
});

describe('a chain of 100,000', () => {
  it.each<[string, (next: unknown) => unknown, (link: never) => unknown]>([
    ['objects', (next) => ({ next }), ({ next }: { next: unknown }) => next],
    ['arrays', (next) => [next], ([next]: unknown[]) => next],
    ['maps', (next) => new Map([['next', next]]), (map: Map<string, unknown>) => map.get('next')],
    ['map keys', (next) => new Map([[next, 1]]), (map: Map<unknown, number>) => [...map.keys()][0]],
    ['sets', (next) => new Set([next]), (set: Set<unknown>) => [...set][0]],
    [
      'hidden properties',
      (next) => Object.defineProperty({}, 'next', { value: next }),
      (link: { next?: unknown }) => link.next,
    ],
  ])('%s arrives without overflowing the stack [S-2]', (_what, link, follow) => {
    let arrived = arriving(chain(100_000, link));
    let depth = 0;
    for (; arrived !== 'end'; depth++) arrived = follow(arrived as never);
    expect(depth).toBe(100_000);
  });
});
