import { useEffect, useRef } from 'preact/hooks';
import { relation } from './causal-links';
import { Drawing } from './drawing';
import { LaneHeaders } from './lane-headers';
import { type LaneLayout, layOutLanes, layout } from './lane-layout';
import { type PageState, readableHeight } from './page-state';
import { usePan } from './pan';
import { Row, type RowMark, rowId } from './row';
import type { ShownEntry } from './trace-model';
import { useVirtualRows } from './virtual-rows';
import { useWheelZoom } from './wheel-zoom';

const narrowestLabel = 200;

export interface RowMarks {
  markOf(shown: ShownEntry): RowMark | undefined;
  toggle(shown: ShownEntry): void;
}

export interface DiagramProps {
  readonly state: PageState;
  readonly states: ReadonlyMap<string, string>;
  /** How breakpoints are shown and changed; absent where there can't be any. */
  readonly marks?: RowMarks;
}

/** Lanes and arrows: a list box whose options are the entries; only those that can be seen are in the document. */
export function Diagram({ state, states, marks }: DiagramProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = state.rows.value;
  const model = state.model.value;
  const height = state.rowHeight.value;
  const { rows } = shown;
  const { first, last, totalHeight, room, scrollTo } = useVirtualRows(scroller, {
    count: rows.length,
    height,
    header: layout.header,
  });
  const hidden = state.hiddenAgents.value;
  const lanes = layOutLanes(model.lanes.length, (lane) => hidden.has(model.lanes[lane]?.name ?? ''), room);
  const selected = state.selected.value;
  usePan(scroller);
  useWheelZoom(scroller, state);
  useEffect(() => {
    if (selected >= 0) scrollTo(shown.rowAt[selected] ?? 0);
  }, [selected, shown]);
  const revealed = state.reveal.value;
  useEffect(() => {
    if (revealed >= 0) scrollTo(shown.rowAt[revealed] ?? 0);
  }, [revealed, shown]);
  const relations = state.relations.value;
  const found = state.found.value;
  const visible = rows.slice(first, last + 1);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the page do the same.
    <div
      class={`diagram${height < readableHeight ? ' overview' : ''}${found === undefined ? '' : ' searching'}`}
      ref={scroller}
      id="diagram"
      role="listbox"
      tabIndex={0}
      aria-label="What happened"
      aria-activedescendant={visible.includes(selected) ? rowId(selected) : undefined}
      onClick={(event) => handleClick(event, state, marks)}
    >
      <LaneHeaders state={state} lanes={lanes} states={states} />
      <div class="rows" style={{ height: `${totalHeight + height}px`, width: `${layout.gutter + lanes.width}px` }}>
        <Drawing {...{ model, shown, lanes, relations, first, last, rowHeight: height }} />
        {visible.map((index, at) => {
          const entry = model.entries[index];
          const x = entry === undefined ? undefined : lanes.lines[entry.lane];
          if (entry === undefined || x === undefined) return null;
          return (
            <Row
              key={index}
              shown={entry}
              row={first + at}
              count={rows.length}
              height={height}
              x={x}
              width={lanes.width}
              labelWidth={labelWidth(lanes, x, index === selected)}
              hasText={height >= readableHeight}
              state={`${relationName(relations?.[index])}${found === undefined ? '' : found[index] === 1 ? ' found' : ' passed-over'}`}
              mark={marks?.markOf(entry)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** A label stays in its lane, if that is not too narrow; the selected one has all the room there is. */
function labelWidth({ laneWidth, width }: LaneLayout, x: number, isSelected: boolean): number {
  const room = Math.max(90, width - x - 20);
  return isSelected ? room : Math.min(room, Math.max(laneWidth - 26, narrowestLabel));
}

function relationName(code: number | undefined): string {
  if (code === undefined) return '';
  if (code === relation.selected) return 'selected';
  return code === relation.cause ? 'cause' : code === relation.effect ? 'effect' : 'unrelated';
}

function handleClick({ target }: MouseEvent, state: PageState, marks: RowMarks | undefined): void {
  const row = target instanceof Element ? target.closest('.row') : null;
  if (!(target instanceof Element) || !(row instanceof HTMLElement)) return;
  const shown = state.model.value.entries[Number(row.dataset.index)];
  if (shown === undefined) return;
  if (target.closest('.mark') === null) state.select(shown.index);
  else marks?.toggle(shown);
}
