import { Causality } from './causality';
import { redact } from './redact';
import { storeEntries } from './store-entries';
import type { TraceEntry, TraceEvent } from './trace-entry';
import { type TracedAgent, type TraceFile, traceVersion } from './trace-file';
import { TraceFilter } from './trace-filter';
import { formatEntries, isToldType } from './trace-text';

export interface TracePorts {
  readonly now: () => number;
  /** Id of the task that is being performed. */
  readonly during: () => number | undefined;
  /** How many entries are kept at least; 0 switches the trace off. */
  readonly maxEvents: number;
  /** Types of entries and names of agents: which entries are kept. Absent: all. */
  readonly only?: readonly string[] | undefined;
  /** Names of properties whose values nobody may see. */
  readonly redact?: readonly string[] | undefined;
}

/** Of so many workers it is known what they are, even if the trace is short. */
const leastAgents = 1_000;

/** What is known of a stack takes about as much room as a hundred entries. */
const mostSites = 1_024;

type Site = () => string | undefined;

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
  readonly #sites = new Map<number, Site>();
  readonly #filter: TraceFilter | undefined;
  readonly #redact: ReadonlySet<string>;

  constructor(private readonly ports: TracePorts) {
    if (ports.only !== undefined) this.#filter = new TraceFilter(ports.only);
    this.#redact = new Set(ports.redact);
  }

  get entries(): readonly TraceEntry[] {
    return this.#slice(this.#events.length - this.ports.maxEvents);
  }

  /** The youngest entries that the text tells, at most so many. */
  last(count: number): readonly TraceEntry[] {
    let from = this.#events.length;
    for (let left = count; from > 0 && left > 0; from--) if (isToldType(this.#typeAt(from - 1))) left--;
    return this.#slice(from).filter(({ type }) => isToldType(type));
  }

  /**
   * @param during id of the task that it belongs to, if it is not the one that is being performed.
   * @param site tells where in the project it was asked for.
   */
  add(agent: string, event: TraceEvent, during?: number, site?: Site): void {
    const { ports } = this;
    const { maxEvents } = ports;
    if (event.type === 'new') this.#made(workerOf(agent, event));
    if (maxEvents === 0 || this.#filter?.keeps(agent, event) === false) return;
    this.#times.push(ports.now());
    this.#agents.push(agent);
    this.#during.push(during ?? ports.during());
    this.#events.push(event);
    if (site !== undefined) this.#locate(site);
    if (this.#events.length >= maxEvents * 2) this.#forgetOldest();
  }

  #made(worker: TracedAgent): void {
    this.#workers.push(worker);
    const most = Math.max(this.ports.maxEvents, leastAgents);
    if (this.#workers.length >= most * 2) this.#workers = this.#workers.slice(-most);
  }

  #locate(site: Site): void {
    this.#sites.set(this.#forgotten + this.#events.length, site);
    if (this.#sites.size <= mostSites) return;
    for (const [oldest] of this.#sites) return void this.#sites.delete(oldest);
  }

  /** What happened before what, among the entries that are kept. */
  get causality(): Causality {
    const { maxEvents } = this.ports;
    const last = this.#forgotten + this.#events.length;
    if (this.#causality?.lastSeq !== last) {
      const from = Math.max(0, this.#events.length - maxEvents);
      this.#causality = new Causality(this.#events.slice(from).map((event, i) => this.#bareEntry(from + i, event)));
    }
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
    const bare = this.#bareEntry(index, event);
    const entry = 'data' in bare ? { ...bare, data: this.redacted(bare.data) } : bare;
    const site = this.#sites.get(entry.seq);
    return site === undefined ? entry : located(entry, site);
  }

  /** As the trace shows a value. */
  redacted(value: unknown): unknown {
    return redact(value, this.#redact);
  }

  #bareEntry(index: number, event: TraceEvent): TraceEntry {
    const seq = this.#forgotten + index + 1;
    const during = this.#during[index];
    return {
      seq,
      time: this.#times[index] ?? 0,
      agent: this.#agents[index] ?? '',
      ...(during === undefined ? {} : { during }),
      ...event,
    };
  }

  #forgetOldest(): void {
    const { maxEvents } = this.ports;
    this.#forgotten += this.#events.length - maxEvents;
    this.#times = this.#times.slice(-maxEvents);
    this.#agents = this.#agents.slice(-maxEvents);
    this.#during = this.#during.slice(-maxEvents);
    this.#events = this.#events.slice(-maxEvents);
    for (const seq of this.#sites.keys()) if (seq <= this.#forgotten) this.#sites.delete(seq);
  }
}

/** The text is made when somebody asks: it costs more than all the rest. */
function located(entry: TraceEntry, site: Site): TraceEntry {
  return Object.defineProperty(entry, 'at', { get: site, enumerable: true, configurable: true });
}

function workerOf(parent: string, { worker, kind, file }: Extract<TraceEvent, { type: 'new' }>): TracedAgent {
  return { name: worker, kind, file, parent };
}
