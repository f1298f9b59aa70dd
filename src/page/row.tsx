import { Component } from 'preact';
import { spokenLabel } from './entry-label';
import { layout } from './lane-layout';
import type { ShownEntry } from './trace-model';
import { visibleLine } from './visible-text';

/** Whether the test stops at what is like this entry; absent where it can't be told to. */
export type RowMark = 'stops' | 'passes';

export interface RowProps {
  readonly shown: ShownEntry;
  readonly row: number;
  readonly count: number;
  readonly height: number;
  /** Of the lane's line, from the end of the gutter. */
  readonly x: number;
  readonly width: number;
  readonly labelWidth: number;
  /** How it stands to the selected one; `found` and `passed over` while something is looked for. */
  readonly state: string;
  readonly hasText: boolean;
  readonly mark: RowMark | undefined;
}

export function rowId(index: number): string {
  return `row-${index}`;
}

/** One entry: number and time in the gutter, then what happens, beside the lane of its agent. */
export class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return watched.some((name) => next[name] !== this.props[name]);
  }

  override render() {
    return <RowContent {...this.props} />;
  }
}

const watched = ['shown', 'row', 'count', 'height', 'x', 'width', 'labelWidth', 'state', 'hasText', 'mark'] as const;

function RowContent({ shown, row, count, height, x, width, labelWidth, state, hasText, mark }: RowProps) {
  const { entry, label, category, index } = shown;
  const { verb, partner, text, remark } = label;
  const left = layout.gutter + x;
  return (
    <div
      class={`row ${category} ${entry.type} ${state}`}
      id={rowId(index)}
      role="option"
      tabIndex={-1}
      aria-selected={state.includes('selected')}
      aria-setsize={count}
      aria-posinset={row + 1}
      aria-label={`${entry.seq}, ${visibleLine(entry.agent)}: ${spokenLabel(label)}`}
      data-index={index}
      style={{ top: `${row * height}px`, height: `${height}px`, width: `${layout.gutter + width}px` }}
    >
      <span class="gutter" style={{ width: `${layout.gutter}px` }}>
        {mark !== undefined && <BreakpointMark mark={mark} />}
        {hasText && <span class="seq">{entry.seq}</span>}
        {hasText && <span class="time">{entry.time} ms</span>}
      </span>
      <span class="dot" style={{ left: `${left}px` }} />
      {hasText && (
        <span class="label" style={{ left: `${left + 12}px`, '--width': `${labelWidth}px` }}>
          <span class="verb">{verb}</span>
          {partner !== undefined && (
            <span class="partner">
              {partner.direction === 'to' ? '→' : '←'} {visibleLine(partner.agent)}
            </span>
          )}
          {text !== '' && <bdi class="text">{text}</bdi>}
          {remark !== undefined && <span class="remark">{remark}</span>}
        </span>
      )}
    </div>
  );
}

function BreakpointMark({ mark }: { mark: RowMark }) {
  const name = mark === 'stops' ? 'Remove the breakpoint' : 'Stop before what is like this';
  return <button type="button" class={`mark ${mark}`} tabIndex={-1} aria-label={name} title={name} />;
}
