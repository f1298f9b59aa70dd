import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StoredEntry, VectorClock } from '../../src/trace';
import { randomPrograms, traceOf } from './support/random-traces';

const programs = fc.sample(randomPrograms, { seed: 20260701, numRuns: 150 });

/** The traces of random programs, made once for all tests: entries, and by index whether one happens before another. */
const traces = programs.map((program) => {
  const trace = traceOf(program);
  const { entries } = trace.toJSON();
  const matrix = entries.map((first) => entries.map((second) => trace.happensBefore(first, second)));
  const clocks = entries.map((entry) => trace.clockOf(entry));
  return { entries, clocks, isBefore: (first: number, second: number) => matrix[first]?.[second] === true };
});

type Traced = (typeof traces)[number];

/** All pairs of entries, by index, that break a rule. */
function violations(
  { entries }: Traced,
  breaks: (first: number, second: number) => boolean,
): readonly (readonly [StoredEntry | undefined, StoredEntry | undefined])[] {
  const found: (readonly [StoredEntry | undefined, StoredEntry | undefined])[] = [];
  for (let first = 0; first < entries.length; first++) {
    for (let second = 0; second < entries.length; second++) {
      if (breaks(first, second)) found.push([entries[first], entries[second]]);
    }
  }
  return found;
}

/** By index of an entry, the indices that its causes lead back to. */
function reachableIn({ entries }: Traced): readonly ReadonlySet<number>[] {
  const reached: Set<number>[] = [];
  for (const { causes } of entries) {
    reached.push(new Set(causes.flatMap((cause) => [cause - 1, ...(reached[cause - 1] ?? [])])));
  }
  return reached;
}

function isBelow(first: VectorClock = {}, second: VectorClock = {}): boolean {
  return Object.entries(first).every(([agent, count]) => count <= (second[agent] ?? 0));
}

/** Indices of the entries of some types, by their task. */
function tasksOf({ entries }: Traced, ...types: readonly StoredEntry['type'][]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [index, entry] of entries.entries()) {
    if (!types.includes(entry.type) || !('task' in entry) || entry.task === undefined) continue;
    found.set(entry.task, [...(found.get(entry.task) ?? []), index]);
  }
  return found;
}

const begins = ['start', 'message', 'begin', 'error', 'call', 'exit', 'timer'] as const;

describe('happens-before in random programs, with links and faults', () => {
  it('is what the causes lead back to', () => {
    for (const trace of traces) {
      const reachable = reachableIn(trace);
      const differs = (first: number, second: number) =>
        trace.isBefore(first, second) !== reachable[second]?.has(first);
      expect(violations(trace, differs)).toEqual([]);
    }
  });

  it('is a strict partial order that agrees with the numbers', () => {
    for (const trace of traces) {
      const { isBefore, entries } = trace;
      expect(violations(trace, (first, second) => isBefore(first, second) && first >= second)).toEqual([]);
      const isSkipped = (first: number, last: number) =>
        !isBefore(first, last) && entries.some((_, middle) => isBefore(first, middle) && isBefore(middle, last));
      expect(violations(trace, isSkipped)).toEqual([]);
    }
  });

  it('is the order of vector clocks', () => {
    for (const trace of traces) {
      const { isBefore, clocks } = trace;
      const differs = (first: number, second: number) =>
        first !== second && isBefore(first, second) !== isBelow(clocks[first], clocks[second]);
      expect(violations(trace, differs)).toEqual([]);
    }
  });

  it('has every task queued, begun and ended in this order, each of these once at most', () => {
    let seen = 0;
    for (const trace of traces) {
      const queued = tasksOf(trace, 'post', 'queue');
      const begun = tasksOf(trace, ...begins);
      const ended = tasksOf(trace, 'end');
      expect([...queued, ...begun, ...ended].filter(([, indices]) => indices.length > 1)).toEqual([]);
      expect(new Set(ended.keys())).toEqual(new Set(begun.keys()));
      for (const [task, [begin = -1]] of begun) {
        const [[queue = -1], [end = -1]] = [queued.get(task) ?? [], ended.get(task) ?? []];
        expect([task, trace.isBefore(queue, begin), trace.isBefore(begin, end)]).toEqual([task, true, true]);
        expect(trace.entries[begin]?.during).toBe(task);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(1_000);
  });

  it('has every task queued before it is lost, and kept back before it is let through', () => {
    let seen = 0;
    for (const trace of traces) {
      const queued = tasksOf(trace, 'post', 'queue');
      for (const [task, indices] of tasksOf(trace, 'drop', 'discard', 'link')) {
        const chain = [...(queued.get(task) ?? []), ...indices];
        const steps = chain.slice(1).map((index, at) => trace.isBefore(chain[at] ?? -1, index));
        expect([task, steps]).toEqual([task, steps.map(() => true)]);
        seen += steps.length;
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  it('leaves much of what different agents do without an order', () => {
    let [ordered, unordered] = [0, 0];
    for (const trace of traces) {
      violations(trace, (first, second) => {
        if (first >= second || trace.entries[first]?.agent === trace.entries[second]?.agent) return false;
        if (trace.isBefore(first, second)) ordered++;
        else unordered++;
        return false;
      });
    }
    expect(ordered).toBeGreaterThan(10_000);
    expect(unordered).toBeGreaterThan(10_000);
  });
});

describe('the stored trace of random programs', () => {
  it('is the same, byte for byte, when the same program runs again', () => {
    for (const program of programs.slice(0, 50)) {
      const [first, second] = [1, 2].map(() => JSON.stringify(traceOf(program)));
      expect(first).toBe(second);
    }
  });
});
