import type { StoredEntry, TracedAgent, TraceFile } from '../trace';
import { type Category, categoryOf, categoryOfTask } from './category';
import { type EntryLabel, labelOf } from './entry-label';

/** Entries are named by their index; agents by the number of their lane. */
export interface TraceModel {
  readonly trace: TraceFile;
  readonly entries: readonly ShownEntry[];
  readonly lanes: readonly Lane[];
  readonly laneOf: ReadonlyMap<string, number>;
  readonly arrows: readonly Arrow[];
  readonly bars: readonly Bar[];
  readonly tasks: ReadonlyMap<number, TaskLife>;
  /** Of an entry's `seq`; -1 if there is no such entry. */
  indexOf(seq: number): number;
}

export interface ShownEntry {
  readonly index: number;
  readonly entry: StoredEntry;
  readonly category: Category;
  readonly lane: number;
  /** Made when somebody looks at it. */
  readonly label: EntryLabel;
}

export interface Lane extends TracedAgent {
  /** Indices of entries; absent if it is not in the trace. */
  readonly born: number | undefined;
  readonly started: number | undefined;
  readonly ended: number | undefined;
  /** What became of it. */
  readonly state: string;
}

/** From where a task is queued to where it is performed or lost. */
export interface Arrow {
  readonly from: number;
  /** Absent while it is on its way. */
  readonly to: number | undefined;
  readonly fromLane: number;
  readonly toLane: number;
  readonly category: Category;
}

/** While an agent performs a task. */
export interface Bar {
  readonly lane: number;
  readonly from: number;
  /** Absent while it goes on. */
  readonly to: number | undefined;
  /** How many bars of the same lane are around it. */
  readonly depth: number;
}

/** Indices of the entries that tell of a task. */
export interface TaskLife {
  queued?: number;
  begun?: number;
  ended?: number;
  lost?: number;
}

export function createModel(trace: TraceFile): TraceModel {
  const agents = agentsOf(trace);
  const laneOf = new Map(agents.map(({ name }, lane) => [name, lane]));
  const lane = (name: string) => laneOf.get(name) ?? 0;
  const entries = trace.entries.map((entry, index) => new LazyEntry(index, entry, lane(placeOf(entry))));
  const tasks = tasksOf(trace.entries);
  const first = trace.entries[0]?.seq ?? 1;
  return {
    trace,
    entries,
    lanes: lanesOf(agents, trace.entries),
    laneOf,
    arrows: arrowsOf(entries, tasks, lane),
    bars: barsOf(entries, tasks),
    tasks,
    indexOf: (seq) => (trace.entries[seq - first]?.seq === seq ? seq - first : -1),
  };
}

class LazyEntry implements ShownEntry {
  readonly category: Category;
  #label: EntryLabel | undefined;

  constructor(
    readonly index: number,
    readonly entry: StoredEntry,
    readonly lane: number,
  ) {
    this.category = categoryOf(entry);
  }

  get label(): EntryLabel {
    this.#label ??= labelOf(this.entry);
    return this.#label;
  }
}

/** A drop is told of the sender; it stands where the message would have gone. */
function placeOf(entry: StoredEntry): string {
  return entry.type === 'drop' ? entry.to : entry.agent;
}

/** Those that the trace names, and any that it forgot to. */
function agentsOf({ agents, entries }: TraceFile): readonly TracedAgent[] {
  const known = new Set(agents.map(({ name }) => name));
  const lost = new Set(entries.map(placeOf).filter((name) => !known.has(name)));
  return [...agents, ...[...lost].map((name) => ({ name, kind: 'unknown' }))];
}

function tasksOf(entries: readonly StoredEntry[]): Map<number, TaskLife> {
  const tasks = new Map<number, TaskLife>();
  entries.forEach((entry, index) => {
    if (!('task' in entry) || entry.task === undefined) return;
    const life = tasks.get(entry.task) ?? {};
    tasks.set(entry.task, life);
    const step = stepOf(entry, entry.task);
    if (step !== undefined) life[step] ??= index;
  });
  return tasks;
}

function stepOf(entry: StoredEntry, task: number): keyof TaskLife | undefined {
  if (entry.type === 'post' || entry.type === 'queue') return 'queued';
  if (entry.type === 'drop' || entry.type === 'discard') return 'lost';
  if (entry.type === 'end') return 'ended';
  return entry.during === task ? 'begun' : undefined;
}

function arrowsOf(
  entries: readonly ShownEntry[],
  tasks: ReadonlyMap<number, TaskLife>,
  lane: (name: string) => number,
): Arrow[] {
  return entries.flatMap(({ entry, index, category }): Arrow | [] => {
    const fromLane = lane(entry.agent);
    const at = { from: index, to: index, fromLane, category };
    if (entry.type === 'new') return { ...at, toLane: lane(entry.worker) };
    if (entry.type === 'answer') return { ...at, toLane: lane(entry.to) };
    if (entry.type === 'drop' && entry.task === undefined) return { ...at, toLane: lane(entry.to) };
    if (entry.type !== 'post' && entry.type !== 'queue') return [];
    const { begun, lost } = tasks.get(entry.task) ?? {};
    const kind = entry.type === 'post' ? 'message' : entry.kind;
    const itsCategory = begun === undefined && lost !== undefined ? 'loss' : categoryOfTask(kind);
    return { from: index, to: begun ?? lost, fromLane, toLane: lane(entry.to), category: itsCategory };
  });
}

function barsOf(entries: readonly ShownEntry[], tasks: ReadonlyMap<number, TaskLife>): Bar[] {
  const open = new Map<number, number[]>();
  return entries.flatMap(({ entry, index, lane }): Bar | [] => {
    const { during } = entry;
    const life = during === undefined ? undefined : tasks.get(during);
    if (life?.begun !== index) return [];
    const around = (open.get(lane) ?? []).filter((end) => end > index);
    open.set(lane, [...around, life.ended ?? Number.POSITIVE_INFINITY]);
    return { lane, from: index, to: life.ended, depth: around.length };
  });
}

function lanesOf(agents: readonly TracedAgent[], entries: readonly StoredEntry[]): Lane[] {
  const lives = new Map(agents.map((agent) => [agent.name, new LaneLife(agent)]));
  entries.forEach((entry, index) => {
    if (entry.type === 'new') lives.get(entry.worker)?.tell('starting', index);
    else if (entry.type === 'terminate' && entry.effective) lives.get(entry.worker)?.tell('terminating', index);
    else if (entry.type === 'exit') lives.get(entry.from)?.tell('exited', index);
    else lives.get(entry.agent)?.tell(stateBy[entry.type], index);
  });
  return [...lives.values()].map((life) => life.lane);
}

const stateBy: Readonly<Partial<Record<StoredEntry['type'], string>>> = {
  running: 'running',
  close: 'closing',
  stop: 'stopped',
};

/** Follows one agent through the trace. */
class LaneLife {
  #born: number | undefined;
  #started: number | undefined;
  #ended: number | undefined;
  #state = '';

  constructor(private readonly agent: TracedAgent) {}

  tell(state: string | undefined, index: number): void {
    if (state === undefined) return;
    this.#state = state;
    if (state === 'starting') this.#born ??= index;
    else if (state === 'running') this.#started ??= index;
    else if (state === 'stopped' || state === 'exited') this.#ended ??= index;
  }

  get lane(): Lane {
    return { ...this.agent, born: this.#born, started: this.#started, ended: this.#ended, state: this.#state };
  }
}
