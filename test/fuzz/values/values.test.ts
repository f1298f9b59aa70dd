import { beforeAll, describe, expect, it } from '@jest/globals';
import type { FuzzReport } from '../fuzz-report';
import { fuzzValues } from './fuzz-values';
import { FAULTY_PRODUCTS, MUTANTS } from './mutants';

/** How a difference can be had again. */
const REPLAY = /\nseed 1, path "[\d:]+", after \d+ values .*\nthe message is made by: \(/;

const report = (): void => {};

describe('random messages', () => {
  let result: FuzzReport;
  beforeAll(() => {
    result = fuzzValues({ runs: 500, seed: 20, report });
  });

  it('arrive as the rules want it, or fail as they do [S-1 to S-67]', () => {
    expect(result.difference).toBeUndefined();
    expect(result.runs).toBe(500);
  });
});

describe('fuzzing', () => {
  it.each(Object.entries(MUTANTS))('tells the rules from those where %s', (_fault, Encoder) => {
    expect(fuzzValues({ runs: 1500, seed: 1, report }, { Encoder }).difference).toMatch(REPLAY);
  });

  it.each(Object.entries(FAULTY_PRODUCTS))('tells the product from one where %s', (_fault, product) => {
    expect(fuzzValues({ runs: 1500, seed: 1, report }, { product }).difference).toMatch(REPLAY);
  });
});
