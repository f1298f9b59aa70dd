import { describeEntry, isTold, restoreEntry, type StoredEntry, type TraceFile } from '../trace';

/** One event of the Trace Event Format; times and durations are microseconds. */
export type ChromeTraceEvent =
  | {
      readonly ph: 'M';
      readonly name: 'process_name' | 'thread_name';
      readonly pid: 1;
      readonly tid: number;
      readonly args: { readonly name: string };
    }
  | {
      readonly ph: 'M';
      readonly name: 'thread_sort_index';
      readonly pid: 1;
      readonly tid: number;
      readonly args: { readonly sort_index: number };
    }
  | {
      readonly ph: 'X';
      readonly name: string;
      readonly cat: string;
      readonly pid: 1;
      readonly tid: number;
      readonly ts: number;
      readonly dur: number;
      readonly args: Readonly<Record<string, unknown>>;
    }
  | {
      readonly ph: 's' | 'f';
      readonly bp?: 'e';
      readonly name: string;
      readonly cat: string;
      readonly id: number;
      readonly pid: 1;
      readonly tid: number;
      readonly ts: number;
    };

/** What chrome://tracing and ui.perfetto.dev open. */
export interface ChromeTrace {
  readonly displayTimeUnit: 'ms';
  readonly traceEvents: readonly ChromeTraceEvent[];
}

/**
 * A trace for Chrome's and Perfetto's viewers: a track for each agent, a slice for each task with what happened in it, and
 * an arrow from where a task was queued to where it began. The world's clock stands still while tasks are performed, so
 * each entry is drawn one microsecond after the one before it; `args.time` tells the world's time.
 */
export function toChromeTrace(trace: TraceFile): ChromeTrace {
  return { displayTimeUnit: 'ms', traceEvents: new ChromeTraceWriter(trace).write() };
}

/** A task that has begun and not ended. */
interface OpenTask {
  readonly task: number;
  readonly entry: StoredEntry;
  readonly ts: number;
}

class ChromeTraceWriter {
  readonly #tids: ReadonlyMap<string, number>;
  readonly #events: ChromeTraceEvent[] = [];
  readonly #open: OpenTask[] = [];
  /** Where entries have been drawn, by `seq`: a task that begins points back at what queued it. */
  readonly #drawn = new Map<number, { readonly task: unknown; readonly tid: number; readonly ts: number }>();
  #now = 0;

  constructor(private readonly trace: TraceFile) {
    this.#tids = new Map(trace.agents.map(({ name }, index) => [name, index + 1]));
  }

  write(): ChromeTraceEvent[] {
    this.#writeTracks();
    for (const entry of this.trace.entries) {
      // Two ticks for each entry: a slice inside a task ends before the next thing begins.
      this.#now = Math.max(this.#now + 2, entry.time * 1000);
      this.#writeEntry(entry);
    }
    this.#now += 2;
    while (this.#open.length > 0) this.#close();
    return this.#events;
  }

  #writeTracks(): void {
    const { test, agents } = this.trace;
    const process = { name: 'process_name', args: { name: test?.name ?? 'fake-ohos-worker' } } as const;
    this.#events.push({ ph: 'M', pid: 1, tid: 0, ...process });
    agents.forEach(({ name, file }, index) => {
      const track = { ph: 'M', pid: 1, tid: index + 1 } as const;
      const title = file === undefined ? name : `${name} ${file}`;
      this.#events.push({ ...track, name: 'thread_name', args: { name: title } });
      this.#events.push({ ...track, name: 'thread_sort_index', args: { sort_index: index } });
    });
  }

  #writeEntry(entry: StoredEntry): void {
    const tid = this.#tidOf(entry.agent);
    if (entry.type === 'end') this.#end(entry.task);
    else if (isBegin(entry)) this.#begin(entry, tid);
    else this.#slice(entry, this.#now, 1);
    this.#drawn.set(entry.seq, { task: 'task' in entry ? entry.task : undefined, tid, ts: this.#now });
  }

  #begin(entry: StoredEntry & { readonly task: number }, tid: number): void {
    const { task, causes } = entry;
    this.#open.push({ task, entry, ts: this.#now });
    const queued = causes.map((seq) => this.#drawn.get(seq)).find((cause) => cause?.task === task);
    if (queued === undefined) return;
    this.#events.push({ ph: 's', ...arrow, id: task, pid: 1, tid: queued.tid, ts: queued.ts });
    this.#events.push({ ph: 'f', bp: 'e', ...arrow, id: task, pid: 1, tid, ts: this.#now });
  }

  /** Tasks inside others end first; one whose begin has been forgotten is not drawn. */
  #end(task: number): void {
    if (!this.#open.some((each) => each.task === task)) return;
    for (let closed = this.#close(); closed !== undefined && closed !== task; ) closed = this.#close();
  }

  #close(): number | undefined {
    const open = this.#open.pop();
    if (open !== undefined) this.#slice(open.entry, open.ts, this.#now - open.ts);
    return open?.task;
  }

  #slice(entry: StoredEntry, ts: number, dur: number): void {
    const { type, agent, seq, time, causes: _, ...args } = entry;
    const restored = restoreEntry(entry);
    const name = isTold(restored)
      ? describeEntry(restored).replace(/ +/g, ' ')
      : `${type} ${'kind' in entry ? entry.kind : ''}`.trim();
    this.#events.push({
      ph: 'X',
      name,
      cat: type,
      pid: 1,
      tid: this.#tidOf(agent),
      ts,
      dur,
      args: { seq, time, ...args },
    });
  }

  #tidOf(agent: string): number {
    return this.#tids.get(agent) ?? 0;
  }
}

const arrow = { name: 'task', cat: 'task' } as const;

const beginTypes: ReadonlySet<string> = new Set(['start', 'message', 'error', 'call', 'timer', 'exit', 'begin']);

function isBegin(entry: StoredEntry): entry is StoredEntry & { readonly task: number } {
  return beginTypes.has(entry.type);
}
