import { preview, ToolError } from '../base';
import type { WorkerRecord } from '../ohos';

/** Who can be at one end of a link. */
export type LinkEnd = WorkerRecord | 'host';

/** Links and faults that can't be. */
export function noLink(from: LinkEnd, to: LinkEnd): ToolError {
  const workers = [...new Set([from, to])].filter((end) => end !== 'host');
  return new ToolError({
    code: 'FOW_NO_LINK',
    summary: `There is no link from ${nameOf(from)} to ${nameOf(to)}`,
    facts: workers.map((worker) => `${worker.label} was constructed by ${worker.host.name}`),
    hint: 'messages go between a worker and whoever constructed it: name these two.',
  });
}

export function noSuchAgent(name: string, workers: readonly WorkerRecord[]): ToolError {
  return new ToolError({
    code: 'FOW_NO_LINK',
    summary: `There is no worker ${preview(name)} that a link or a fault could concern`,
    facts: [`there are: ${['host', ...workers.map(({ label }) => label)].join(', ')}`],
    hint: "give 'host', a label, a host object or a handle, once the worker has been constructed.",
  });
}

export function badCount(value: unknown): ToolError {
  return new ToolError({
    code: 'FOW_BAD_COUNT',
    summary: `A link can't release ${preview(value)} of what it holds`,
    facts: ['expected: a whole number from 1 on'],
    hint: 'release() without a count releases everything and ends holding.',
  });
}

export function badDelay(value: unknown): ToolError {
  return new ToolError({
    code: 'FOW_BAD_TIME',
    summary: `A link can't delay messages by ${preview(value)}`,
    facts: ['expected: milliseconds, 0 or more'],
    hint: 'hold() keeps messages back for as long as the test likes.',
  });
}

export function faultImpossible(call: string, why: string, hint: string): ToolError {
  return new ToolError({
    code: 'FOW_FAULT_IMPOSSIBLE',
    summary: `${call} can't happen: ${why}`,
    hint,
  });
}

/** Its stack shows where the link was asked for it. */
export function linkUnused({ from, to }: { readonly from: string; readonly to: string }, call: string): ToolError {
  return new ToolError({
    code: 'FOW_LINK_UNUSED',
    summary: `workers.link(${from}, ${to}).${call} had no effect in this test`,
    facts: [`it waited for a message from ${from} to ${to} that matches`],
    hint: 'did the test not come that far, or is no message like that? workers.trace shows what was posted.',
  });
}

/** Its stack shows where the fault was injected. */
export function faultUnused(call: string, waitedFor: string): ToolError {
  return new ToolError({
    code: 'FOW_FAULT_UNUSED',
    summary: `${call} had no effect in this test`,
    facts: [`it waited for ${waitedFor}`],
    hint: 'did the test not come that far, because nothing performs what is queued, or is the fault not needed?',
  });
}

function nameOf(end: LinkEnd): string {
  return end === 'host' ? end : end.label;
}
