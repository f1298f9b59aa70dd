import type { ToolErrorParts } from '../base';
import type { HappeningOf, WorkerRecord } from '../ohos';
import { placed } from './diagnosis-of-drops';

/** How many holders of slots are named. */
const mostNamed = 5;

/** A constructor call that came when all slots were taken. */
export function noSlot(
  { host, kind, holders, limits }: HappeningOf<'no-slot'>,
  site: string | undefined,
): ToolErrorParts {
  const ofKind = holders.filter((record) => record.kind === kind);
  const full = ofKind.length >= limits[kind];
  const [taken, limit] = full ? [ofKind, `${limits[kind]} of ${kind}`] : [holders, `${limits.total} threads in all`];
  const running = taken.filter(({ ended }) => !ended);
  const told = taken.filter(({ ended }) => ended);
  return {
    code: 'FOW_NO_SLOT',
    summary: `${host.name} can't construct a ${kind}: as many workers live as a device allows, ${limit}`,
    facts: [
      ...placed('constructed at', site),
      ...list('nobody has called terminate() of', running),
      ...list('have been told to end, and have not yet', told),
    ],
    hint:
      running.length > 0
        ? 'terminate workers that are done; the slot is free again when the worker has stopped.'
        : 'let them come to their end first: workers.run().',
  };
}

function list(what: string, records: readonly WorkerRecord[]): string[] {
  if (records.length === 0) return [];
  const names = records.slice(0, mostNamed).map(({ label, url }) => `${label} (${url})`);
  const rest = records.length - names.length;
  return [`${what}: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`];
}
