import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, firstDifference, performOnModel } from './compare';
import { fuzzPrograms } from './fuzz-programs';
import { programs } from './generate';
import { hostCalls } from './model/host-calls';
import { type Mutant, mutants } from './model/mutants';
import { portCalls } from './model/port-calls';
import { allSights } from './model/sights';
import type { Program } from './program';

const seed = 20260101;

const silent = (): void => undefined;

/** Jest's own limit of 100 frames makes the many errors of programs slow. */
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 10;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

/** A random program, and what the right model does with it; both are made once for all tests. */
interface Performed {
  readonly program: Program;
  readonly right: ReturnType<typeof performOnModel>;
  readonly seen: ReadonlySet<string>;
}

const performed: Performed[] = [];

const portion = 100;
const atMost = 4000;

function* randomPrograms(): Generator<Performed> {
  for (let at = 0; at < atMost; at++) {
    if (at === performed.length) performed.push(...perform(seed + at));
    const next = performed[at];
    if (next !== undefined) yield next;
  }
}

function perform(portionSeed: number): Performed[] {
  return fc.sample(programs, { seed: portionSeed, numRuns: portion }).map((program) => {
    const seen = new Set<string>();
    return { program, right: performOnModel(program, { seen: (what) => void seen.add(what) }), seen };
  });
}

/** The first random program that the wrong model performs in another way than the right one. */
function programAgainst(mutant: Mutant): Program | undefined {
  for (const { program, right } of randomPrograms()) {
    const { lines } = performOnModel(program, { mutant });
    if (firstDifference(lines, right.lines, right.undetermined?.line) !== undefined) return program;
  }
  return undefined;
}

describe('random programs', () => {
  it(`do the same with the fake as with the model: 300 with seed ${seed}`, () => {
    expect(fuzzPrograms({ runs: 300, seed, report: silent }).difference).toBeUndefined();
  });

  it('come to everything that the model can do', () => {
    const unseen = new Set<string>(allSights(Object.keys(hostCalls), Object.keys(portCalls)));
    for (const { seen } of randomPrograms()) {
      for (const what of seen) unseen.delete(what);
      if (unseen.size === 0) break;
    }
    expect([...unseen]).toEqual([]);
  });

  it.each(mutants)('find a model in which %s', (mutant) => {
    const program = programAgainst(mutant);
    expect(program).toBeDefined();
    if (program === undefined) return;
    expect(compare(program).differsAt).toBeUndefined();
    expect(compare(program, { mutant }).differsAt).toBeDefined();
  });
});

describe('a difference', () => {
  const { difference = '' } = fuzzPrograms(
    { runs: 200, seed, report: silent },
    { mutant: 'posts at top level arrive' },
  );

  it('is told with a small program as a literal that does it again', () => {
    const [, literal = ''] = /The program:\n(.*)\nWhat happened/s.exec(difference) ?? [];
    const program: Program = JSON.parse(literal);
    expect(program.main.length + program.routines.flat().length).toBeLessThan(10);
    expect(compare(program, { mutant: 'posts at top level arrive' }).differsAt).toBeDefined();
  });

  it('is told with the seed and the path that lead to it', () => {
    const [, path = ''] = /--path (\S+)/.exec(difference) ?? [];
    const again = fuzzPrograms({ runs: 1, seed, report: silent }, { path, mutant: 'posts at top level arrive' });
    expect(again.difference).toBe(difference);
  });

  it('is told with both logs side by side', () => {
    expect(difference).toMatch(/^ {4}t1 port\.postMessage/m);
    expect(difference).toMatch(/^ != .* \| /m);
  });
});

describe('what no rule decides', () => {
  it('ends the comparison at the line where it happens', () => {
    const program: Program = {
      main: [
        { do: 'construct', class: 'ThreadWorker', args: ['r0'] },
        { do: 'host', worker: 0, call: 'on', args: ['custom', { fn: 1 }] },
        { do: 'host', worker: 0, call: 'dispatchEvent', args: [{ event: 'custom' }] },
      ],
      routines: [[], [{ do: 'host', worker: 0, call: 'removeAllListener', args: [] }]],
    };
    const { model, undetermined } = compare(program);
    expect(undetermined?.what).toBe('all listeners removed while dispatching');
    expect(model[(undetermined?.line ?? 0) - 1]).toBe('host c0.removeAllListener()');
  });
});
