import fc from 'fast-check';
import type { FuzzReport, FuzzRequest } from '../fuzz-report';
import { compare } from './compare';
import { describeDifference } from './describe-difference';
import { programs } from './generate';
import { hostCalls } from './model/host-calls';
import type { Mutant } from './model/mutants';
import { portCalls } from './model/port-calls';
import { allSights } from './model/sights';

const reportEvery = 500;

export interface ProgramsOptions {
  /** Begins with the program that an earlier report named, and goes no further. */
  readonly path?: string | undefined;
  /** A rule of the model that is deliberately wrong. */
  readonly mutant?: Mutant;
}

/**
 * Performs random programs on the fake and on the model and compares everything that can be observed. Stops at the
 * first difference, which is shrunk.
 */
export function fuzzPrograms({ runs, seed, report }: FuzzRequest, { path, mutant }: ProgramsOptions = {}): FuzzReport {
  const coverage: Record<string, number> = {};
  for (const sight of allSights(Object.keys(hostCalls), Object.keys(portCalls))) coverage[sight] = 0;
  const seen = (what: string): void => {
    coverage[what] = (coverage[what] ?? 0) + 1;
  };
  let done = 0;
  const agree = fc.property(programs, (program) => {
    const { undetermined, differsAt } = compare(program, { seen, mutant });
    if (undetermined !== undefined) seen(`undetermined: ${undetermined.what}`);
    if (++done % reportEvery === 0) report(done);
    return differsAt === undefined;
  });
  const replay = path === undefined ? {} : { path };
  const { failed, counterexample, counterexamplePath, numRuns } = fc.check(agree, { numRuns: runs, seed, ...replay });
  const [program] = counterexample ?? [];
  return {
    runs: numRuns,
    coverage,
    difference:
      failed && program !== undefined
        ? describeDifference(program, compare(program, { mutant }), { seed, path: counterexamplePath ?? '' })
        : undefined,
  };
}
