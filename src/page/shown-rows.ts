import { type Category, hasRow } from './category';
import type { Arrow, Bar, TraceModel } from './trace-model';

export interface RowFilter {
  readonly hiddenLanes: ReadonlySet<number>;
  readonly hiddenCategories: ReadonlySet<Category>;
}

/** Which entries have rows, by a filter, and where everything else stands between them. */
export interface ShownRows {
  /** Indices of entries. */
  readonly rows: readonly number[];
  /** By index of an entry: its row, or the last one before it; -1 before the first. */
  readonly rowAt: Int32Array;
  readonly arrows: readonly PlacedArrow[];
  readonly bars: readonly PlacedBar[];
}

export interface PlacedArrow extends Arrow {
  readonly fromRow: number;
  /** Of one that is on its way: the row below. */
  readonly toRow: number;
}

export interface PlacedBar extends Bar {
  readonly fromRow: number;
  readonly toRow: number;
}

export function showRows(model: TraceModel, { hiddenLanes, hiddenCategories }: RowFilter): ShownRows {
  const rows: number[] = [];
  const rowAt = new Int32Array(model.entries.length);
  for (const { index, entry, category, lane } of model.entries) {
    if (hasRow(entry) && !hiddenLanes.has(lane) && !hiddenCategories.has(category)) rows.push(index);
    rowAt[index] = rows.length - 1;
  }
  const rowOf = (index: number) => rowAt[index] ?? -1;
  const last = rows.length - 1;
  const arrows = model.arrows
    .filter(({ fromLane, toLane, category }) => {
      const isHidden = hiddenLanes.has(fromLane) || hiddenLanes.has(toLane) || hiddenCategories.has(category);
      return fromLane !== toLane && !isHidden;
    })
    .map((arrow) => {
      const fromRow = rowOf(arrow.from);
      return { ...arrow, fromRow, toRow: arrow.to === undefined ? fromRow + 0.7 : rowOf(arrow.to) };
    });
  const bars = model.bars
    .filter(({ lane }) => !hiddenLanes.has(lane))
    .map((bar) => ({ ...bar, fromRow: rowOf(bar.from), toRow: bar.to === undefined ? last : rowOf(bar.to) }));
  return { rows, rowAt, arrows, bars };
}
