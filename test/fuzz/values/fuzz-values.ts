import fc from 'fast-check';
import type { Clone } from '../../../src/clone';
import type { FuzzReport, FuzzRequest } from '../fuzz-report';
import { Coverage } from './coverage';
import { differenceOf } from './difference-of';
import { arbitraryPlan } from './plan/arbitrary-plan';
import type { Plan } from './plan/plan';
import { codeOf } from './plan/plan-code';
import { FIXED, SENDABLE, SUPPORTED } from './plan/supported';
import type { Template } from './plan/template';
import { UNSUPPORTED } from './plan/unsupported';
import { createRealms } from './realms';
import type { EncoderClass } from './reference/encode-message';
import { arbitraryBigMessage, codeOfBigMessage, sizeDifferenceOf } from './sizes';

/** One big message is sent for so many others: it takes as long as hundreds of them. */
const BIG_ONE_IN = 1000;
const FEWEST_BIG = 12;
const REPORT_EVERY = 1000;

/** Sends each kind of object alone: what random messages may miss if they are few. */
export function fuzzKinds(): FuzzReport {
  const realms = createRealms();
  const coverage = new Coverage();
  const codes = [...SUPPORTED, ...FIXED, ...SENDABLE, ...UNSUPPORTED].map((template) => codeOf(planOf(template)));
  const differences = codes.flatMap((code) => differenceOf(code, realms, coverage.meet) ?? []);
  return { runs: codes.length, coverage: coverage.toRecord(), difference: differences[0] };
}

function planOf(template: Template): Plan {
  const node = {
    template,
    realm: 'here',
    parts: [],
    properties: [],
    prototype: 'its own',
    closing: 'open',
    buffer: 0,
  } as const;
  return { nodes: [node], message: { node: 0 }, transfer: undefined, detached: [], shareSendables: false };
}

/** What a test puts in the place of one of the two sides. */
export interface Mutation {
  readonly Encoder?: EncoderClass;
  readonly product?: (clone: Clone) => Clone;
}

/**
 * Sends random messages with the product's clone and with a second implementation of the rules, and compares what
 * arrives, why nothing does, and what is left at the sender. Stops at the first difference.
 */
export function fuzzValues({ runs, seed, report }: FuzzRequest, { Encoder, product }: Mutation = {}): FuzzReport {
  const realms = createRealms(product);
  const coverage = new Coverage();
  let done = 0;
  const count = (difference: string | undefined): void => {
    if (++done % REPORT_EVERY === 0) report(done);
    if (difference !== undefined) throw new Error(difference);
  };
  const big = Math.max(FEWEST_BIG, Math.ceil(runs / BIG_ONE_IN));
  const difference =
    check(runs - big, seed, arbitraryPlan, codeOf, (plan) =>
      count(differenceOf(codeOf(plan), realms, coverage.meet, Encoder)),
    ) ??
    check(big, seed, arbitraryBigMessage, codeOfBigMessage, (message) =>
      count(sizeDifferenceOf(message, realms, coverage.meet)),
    );
  return { runs: difference === undefined ? runs : done, coverage: coverage.toRecord(), difference };
}

function check<T>(
  numRuns: number,
  seed: number,
  arbitrary: fc.Arbitrary<T>,
  codeOf: (value: T) => string,
  send: (value: T) => void,
): string | undefined {
  const details = fc.check(fc.property(arbitrary, send), { numRuns, seed });
  if (!details.failed || details.counterexample === null) return undefined;
  return [
    String(details.errorInstance),
    `seed ${seed}, path "${details.counterexamplePath}", after ${details.numRuns} values and ${details.numShrinks} steps smaller`,
    `the message is made by: ${codeOf(details.counterexample[0])}`,
  ].join('\n');
}
