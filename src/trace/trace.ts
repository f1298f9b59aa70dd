import { Causality } from './causality';
import { storeEntries } from './store-entries';
import type { TraceEntry, TraceEvent } from './trace-entry';
import { type TracedAgent, type TraceFile, traceVersion } from './trace-file';
import { formatEntries, isToldType } from './trace-text';

export interface TracePorts {
  readonly now: () => number;
  /** Id of the task that is being performed. */
  readonly during: () => number | undefined;
  /** How many entries are kept at least; 0 switches the trace off. */
  readonly maxEvents: number;
}

/** Of so many workers it is known what they are, even if the trace is short. */
const leastAgents = 1_000;

const mostSites = 1_024;

/**
 * What happened, in order. When it is full the oldest entries go. Entries are put together when somebody looks; until
 * then their fields lie side by side, which is the cheapest to write.
 */
export class Trace {
  #times: number[] = [];
  #agents: string[] = [];
  #during: (number | undefined)[] = [];
  #events: TraceEvent[] = [];
  #forgotten = 0;
  #workers: TracedAgent[] = [];
  #causality: Causality | undefined;
  /** By number of the entry. */
  readonly #sites = new Map<number, () => string | undefined>();

  constructor(private readonly ports: TracePorts) {}

  get entries(): readonly TraceEntry[] {
    return this.#slice(this.#events.length - this.ports.maxEvents);
  }

  /** The youngest entries that the text tells, at most so many. */
  last(count: number): readonly TraceEntry[] {
    let from = this.#events.length;
    for (let left = count; from > 0 && left > 0; from--) if (isToldType(this.#typeAt(from - 1))) left--;
    return this.#slice(from).filter(({ type }) => isToldType(type));
  }

  /** @param during id of the task that it belongs to, if it is not the one that is being performed. */
  add(agent: string, event: TraceEvent, during = this.ports.during()): void {
    const { now, maxEvents } = this.ports;
    if (maxEvents === 0) return;
    this.#times.push(now());
    this.#agents.push(agent);
    this.#during.push(during);
    this.#events.push(event);
    if (event.type === 'new') this.#workers.push(workerOf(agent, event));
    if (this.#events.length >= maxEvents * 2) this.#forgetOldest();
  }

  /** Tells where in the project the youngest entry was asked for. */
  locate(site: () => string | undefined): void {
    if (this.ports.maxEvents === 0) return;
    this.#sites.set(this.#forgotten + this.#events.length, site);
    if (this.#sites.size <= mostSites) return;
    for (const [oldest] of this.#sites) return void this.#sites.delete(oldest);
  }

  /** What happened before what, among the entries that are kept. */
  get causality(): Causality {
    const { entries } = this;
    const last = entries.at(-1)?.seq ?? 0;
    if (this.#causality?.lastSeq !== last) this.#causality = new Causality(entries);
    return this.#causality;
  }

  /** For viewers, and to be compared with another run. */
  toJSON(): TraceFile {
    const { entries } = this;
    return {
      format: 'fake-ohos-worker/trace',
      version: traceVersion,
      agents: [{ name: 'host', kind: 'host' }, ...this.#workers],
      forgotten: (entries[0]?.seq ?? 1) - 1,
      entries: storeEntries(entries, this.causality),
    };
  }

  /** One line for each entry; the same program gives the same text. */
  toString(): string {
    return formatEntries(this.entries);
  }

  #slice(from: number): TraceEntry[] {
    const first = Math.max(0, from);
    return this.#events.slice(first).map((event, i) => this.#entry(first + i, event));
  }

  #typeAt(index: number): TraceEntry['type'] {
    return this.#events[index]?.type ?? 'end';
  }

  #entry(index: number, event: TraceEvent): TraceEntry {
    const seq = this.#forgotten + index + 1;
    const during = this.#during[index];
    const entry: TraceEntry = {
      seq,
      time: this.#times[index] ?? 0,
      agent: this.#agents[index] ?? '',
      ...(during === undefined ? {} : { during }),
      ...event,
    };
    const site = this.#sites.get(seq);
    return site === undefined ? entry : located(entry, site);
  }

  #forgetOldest(): void {
    const { maxEvents } = this.ports;
    this.#forgotten += this.#events.length - maxEvents;
    this.#times = this.#times.slice(-maxEvents);
    this.#agents = this.#agents.slice(-maxEvents);
    this.#during = this.#during.slice(-maxEvents);
    this.#events = this.#events.slice(-maxEvents);
    this.#workers = this.#workers.slice(-Math.max(maxEvents, leastAgents));
    for (const seq of this.#sites.keys()) if (seq <= this.#forgotten) this.#sites.delete(seq);
  }
}

/** The text is made when somebody asks: it costs more than all the rest. */
function located(entry: TraceEntry, site: () => string | undefined): TraceEntry {
  return Object.defineProperty(entry, 'at', { get: site, enumerable: true, configurable: true });
}

function workerOf(parent: string, { worker, kind, file }: Extract<TraceEvent, { type: 'new' }>): TracedAgent {
  return { name: worker, kind, file, parent };
}
