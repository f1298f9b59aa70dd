import { preview } from '../base';
import type { TraceEntry } from '../trace';
import type { World } from './world';

/** For how many tasks before the end of a budget it is remembered where posts are made. */
export const callSiteWindow = 64;

/** The deliveries that came again and again of late, and where they were posted. */
export function describeLoop({ session }: World): {
  readonly cycle: readonly string[];
  readonly sites: readonly string[];
} {
  const recent = session.trace.last(callSiteWindow);
  const cycle = new Set(recent.flatMap(describeDelivery));
  return { cycle: [...cycle].slice(0, 6), sites: session.recorder.recentCallSites().slice(0, 6) };
}

/** Numbers differ from round to round; what they are part of does not. */
function describeDelivery(entry: TraceEntry): string[] {
  if (entry.type === 'timer') return [`timer of ${entry.agent}`];
  if (entry.type !== 'message') return [];
  return [`message ${entry.from} -> ${entry.agent} ${preview(entry.data).replace(/\d+/g, '…')}`];
}
