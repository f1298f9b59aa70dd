import { types } from 'node:util';
import type { CloneResult } from '../../../src/clone';
import { ValueComparison } from './compare-values';
import type { Realms } from './realms';
import { type EncoderClass, type Expectation, encodeMessage, type Message } from './reference/encode-message';
import { Refusal } from './reference/refusal';
import { SourceWatch } from './source-watch';
import { vandalize } from './vandalize';

interface Made extends Message {
  readonly own: readonly object[];
}

/** What a check hears: each kind of value, each outcome. */
export type Meet = (what: string) => void;

/**
 * Sends a message with the product and with the second implementation. Answers the first difference. The message is
 * made by code as `codeOf` writes it, which is also what a report shows.
 */
export function differenceOf(code: string, realms: Realms, meet: Meet, Encoder?: EncoderClass): string | undefined {
  const made = make(code, realms);
  const own = ownObjects(made);
  const watch = new SourceWatch(own);
  realms.ran.length = 0;
  const expectation = encodeMessage(made, realms.builtins, meet, Encoder);
  const mayRun = new Set(realms.ran.splice(0));
  const result = realms.clone(made.value, {
    transfer: made.transfer as unknown[],
    shareSendables: made.shareSendables,
  });
  const stray = realms.ran.find((what) => !mayRun.has(what));
  if (stray !== undefined) return `code of the user ran: ${stray}`;
  const difference = watch.difference(expectation.encoder.detached);
  if (difference !== undefined) return difference;
  for (const object of own) vandalize(object);
  return outcomeDifference(result, expectation, own, meet);
}

function make(code: string, { sources }: Realms): Made {
  const maker = sources.here(code) as (sources: Realms['sources'], detach: (buffer: unknown) => void) => Made;
  return maker(sources, detach);
}

/** What sending may not change, and of which nothing may arrive. */
function ownObjects({ own, transfer }: Made): ReadonlySet<object> {
  const listed: unknown[] = Array.isArray(transfer) && !types.isProxy(transfer) ? Object.values(transfer) : [];
  return new Set([...own, ...listed.filter((entry) => types.isArrayBuffer(entry))]);
}

function detach(buffer: unknown): void {
  if (types.isArrayBuffer(buffer)) structuredClone(buffer, { transfer: [buffer] });
}

function outcomeDifference(
  result: CloneResult,
  { outcome, encoder }: Expectation,
  own: ReadonlySet<object>,
  meet: Meet,
): string | undefined {
  if (outcome instanceof Refusal) return refusalDifference(result, outcome, meet);
  meet('arrived');
  if (!result.ok) return `failed: ${result.failure.reason} at ${result.failure.path}, expected to arrive`;
  return new ValueComparison(encoder, own).difference(result.value, outcome.value);
}

function refusalDifference(result: CloneResult, { reasons, path }: Refusal, meet: Meet): string | undefined {
  meet(reasons[0] ?? '');
  const expected = `${reasons.join(' or ')} at ${path}`;
  if (result.ok) return `arrived, expected to fail: ${expected}`;
  const { failure } = result;
  if (reasons.includes(failure.reason) && failure.path === path) return undefined;
  return `failed: ${failure.reason} at ${failure.path}, expected ${expected}`;
}
