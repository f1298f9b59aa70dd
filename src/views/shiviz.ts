import { describeEntry, isTold, restoreEntry, type StoredEntry, type TraceFile } from '../trace';

type Counts = ReadonlyMap<string, number>;

/** How ShiViz is told to read the log; its default. */
const parser = String.raw`(?<event>.*)\n(?<host>\S*) (?<clock>{.*})`;

/**
 * A log for ShiViz (bestchai.bitbucket.io/shiviz): its regular expression in the first line, then two lines for each
 * entry, what happened and the agent with its vector clock.
 */
export function toShiViz(trace: TraceFile): string {
  const entries = trace.entries.map((entry) => ({ ...entry, agent: hostOf(entry) }));
  const clocks = new Map<number, Counts>();
  const latest = new Map<string, number>();
  const lines = entries.flatMap((entry) => {
    const clock = clockOf(
      entry,
      [...entry.causes, ...(latest.has(entry.agent) ? [latest.get(entry.agent) ?? 0] : [])],
      clocks,
    );
    clocks.set(entry.seq, clock);
    latest.set(entry.agent, entry.seq);
    return [eventOf(entry), `${entry.agent} ${JSON.stringify(Object.fromEntries(clock))}`];
  });
  return [parser, '', ...lines, ''].join('\n');
}

/** ShiViz reads a name up to the next blank. */
function hostOf({ agent }: StoredEntry): string {
  return agent.replace(/\s/g, '_');
}

/** Everything that its causes knew, and one event more of its agent. */
function clockOf({ agent }: StoredEntry, causes: readonly number[], clocks: ReadonlyMap<number, Counts>): Counts {
  const merged = new Map<string, number>();
  for (const seq of causes)
    for (const [name, count] of clocks.get(seq) ?? []) merged.set(name, Math.max(count, merged.get(name) ?? 0));
  return merged.set(agent, (merged.get(agent) ?? 0) + 1);
}

function eventOf(entry: StoredEntry): string {
  const restored = restoreEntry(entry);
  const text = isTold(restored) ? describeEntry(restored) : `${entry.type} ${'kind' in entry ? entry.kind : ''}`;
  return text.replace(/\s+/g, ' ').trim();
}
