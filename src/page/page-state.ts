import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { TraceFile } from '../trace';
import { type Category, hasRow } from './category';
import { CausalLinks } from './causal-links';
import { Search } from './search';
import { type ShownRows, showRows } from './shown-rows';
import { createModel, type TraceModel } from './trace-model';

/** Heights of a row in pixels, from an overview to room for reading. */
export const rowHeights = [6, 10, 16, 20, 24, 30, 38] as const;

/** From here on rows have texts. */
export const readableHeight = 16;

const usualHeight = rowHeights.indexOf(24);

/** What the page shows and what its user has chosen; components read it, and are drawn again when it changes. */
export class PageState {
  readonly model: ReadonlySignal<TraceModel>;
  readonly links: ReadonlySignal<CausalLinks>;
  readonly hiddenAgents = signal<ReadonlySet<string>>(new Set());
  readonly hiddenCategories = signal<ReadonlySet<Category>>(new Set());
  readonly rows: ReadonlySignal<ShownRows>;
  readonly zoom = signal(usualHeight);
  readonly rowHeight = computed(() => rowHeights[this.zoom.value] ?? 24);
  readonly query = signal('');
  /** By index of an entry, 1 where it is found; `undefined` while nothing is looked for. */
  readonly found: ReadonlySignal<Uint8Array | undefined>;
  /** `seq` of an entry. */
  readonly selectedSeq = signal<number | undefined>(undefined);
  /** Index of the selected entry; -1 if there is none. */
  readonly selected: ReadonlySignal<number>;
  /** By index of an entry: how it stands to the selected one. */
  readonly relations: ReadonlySignal<Uint8Array | undefined>;
  /** Index of an entry that shall be seen, without being selected. */
  readonly reveal = signal(-1);
  readonly isHelpOpen = signal(false);

  constructor(readonly trace: ReadonlySignal<TraceFile>) {
    this.model = computed(() => createModel(this.trace.value));
    this.links = computed(() => new CausalLinks(this.model.value));
    const search = computed(() => new Search(this.model.value));
    this.rows = computed(() => {
      const { laneOf } = this.model.value;
      const hiddenLanes = new Set([...this.hiddenAgents.value].map((name) => laneOf.get(name) ?? -1));
      return showRows(this.model.value, { hiddenLanes, hiddenCategories: this.hiddenCategories.value });
    });
    this.found = computed(() => (this.query.value.trim() === '' ? undefined : search.value.find(this.query.value)));
    this.selected = computed(() => this.model.value.indexOf(this.selectedSeq.value ?? -1));
    this.relations = computed(() =>
      this.selected.value < 0 ? undefined : this.links.value.around(this.selected.value),
    );
  }

  /** Shows an entry, even if a filter hides it. */
  select(index: number): void {
    const shown = this.model.value.entries[index];
    if (shown === undefined) return;
    batch(() => {
      this.hiddenAgents.value = without(this.hiddenAgents.value, this.model.value.lanes[shown.lane]?.name ?? '');
      this.hiddenCategories.value = without(this.hiddenCategories.value, shown.category);
      this.selectedSeq.value = shown.entry.seq;
    });
  }

  /** Selects the row that is so many rows away; from nothing, the first or the last. */
  move(by: number): void {
    const { rows, rowAt } = this.rows.value;
    const from = this.selected.value < 0 ? (by > 0 ? -1 : rows.length) : (rowAt[this.selected.value] ?? -1);
    const index = rows[Math.max(0, Math.min(rows.length - 1, from + by))];
    if (index !== undefined) this.select(index);
  }

  /** Selects the next row, or the one before, whose entry is found; goes round at the end. */
  moveToFound(by: 1 | -1): void {
    const { found } = this;
    const { rows, rowAt } = this.rows.value;
    const matches = rows.filter((index) => found.value?.[index] === 1);
    const row = this.selected.value < 0 ? -1 : (rowAt[this.selected.value] ?? -1);
    const next =
      by === 1
        ? (matches.find((index) => (rowAt[index] ?? -1) > row) ?? matches[0])
        : (matches.findLast((index) => (rowAt[index] ?? -1) < row) ?? matches.at(-1));
    if (next !== undefined) this.select(next);
  }

  /** Selects what made the selected entry happen, or what came of it: from elsewhere, if there is such. */
  moveAlong(direction: 'cause' | 'effect'): void {
    const from = this.selected.value;
    const { entries } = this.model.value;
    const near = direction === 'cause' ? this.links.value.causesOf(from) : this.links.value.effectsOf(from);
    const elsewhere = near.filter((index) => entries[index]?.lane !== entries[from]?.lane);
    const [next] = elsewhere.length > 0 ? elsewhere : near;
    if (next === undefined) return;
    const { rows, rowAt } = this.rows.value;
    const shown = entries[next];
    this.select(shown === undefined || hasRow(shown.entry) ? next : (rows[rowAt[next] ?? -1] ?? next));
  }

  zoomBy(steps: number): void {
    this.zoom.value = Math.max(0, Math.min(rowHeights.length - 1, this.zoom.value + steps));
  }

  resetZoom(): void {
    this.zoom.value = usualHeight;
  }

  toggleAgent(name: string): void {
    this.hiddenAgents.value = toggled(this.hiddenAgents.value, name);
  }

  toggleCategory(category: Category): void {
    this.hiddenCategories.value = toggled(this.hiddenCategories.value, category);
  }

  showAll(): void {
    batch(() => {
      this.hiddenAgents.value = new Set();
      this.hiddenCategories.value = new Set();
    });
  }
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item) ? without(set, item) : new Set([...set, item]);
}

/** The same set if the item is not in it. */
function without<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item) ? new Set([...set].filter((other) => other !== item)) : set;
}
