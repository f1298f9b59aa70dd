import { constants, Script } from 'node:vm';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { FuzzReport } from '../fuzz-report';
import { differenceOf } from './difference-of';
import { FOUND } from './found';
import { fuzzKinds, fuzzValues } from './fuzz-values';
import { FAULTY_PRODUCTS, MUTANTS } from './mutants';
import { createRealms } from './realms';

/** How a difference can be had again. */
const REPLAY = /\nseed 1, path "[\d:]+", after \d+ values .*\nthe message is made by: \(/;

const SEED = 20;
const RUNS = 600;

const report = (): void => {};

describe('random messages', () => {
  let result: FuzzReport;
  let alone: FuzzReport;
  beforeAll(() => {
    result = fuzzValues({ runs: RUNS, seed: SEED, report });
    alone = fuzzKinds();
  });

  it('arrive as the rules want it, or fail as they do [S-1 to S-67]', () => {
    expect(result.difference).toBeUndefined();
    expect(result.runs).toBe(RUNS);
  });

  it('of each kind alone are treated as the rules want it', () => {
    expect(alone.difference).toBeUndefined();
  });

  it('hold every kind of value and have every outcome', () => {
    const unmet = Object.keys(result.coverage).filter((what) => !result.coverage[what] && !alone.coverage[what]);
    expect(unmet).toEqual([]);
  });
});

describe('a message that once was treated wrongly', () => {
  it.each(Object.entries(FOUND))('is treated as the rules want it: %s', (_message, code) => {
    expect(differenceOf(code, createRealms(), () => {})).toBeUndefined();
  });
});

describe('a message with a module namespace', () => {
  it('fails [S-30]', async () => {
    const options = { importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER };
    const namespace = await (new Script("import('node:path')", options).runInThisContext() as Promise<object>);
    const result = createRealms().clone({ namespace });
    expect(result).toMatchObject({ ok: false, failure: { path: '$.namespace' } });
    expect(result).toMatchObject({ failure: { reason: "Serialize don't support object type: ModuleNamespace" } });
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
