import { relation } from './causal-links';
import { type LaneLayout, layout } from './lane-layout';
import type { PlacedArrow, PlacedBar, ShownRows } from './shown-rows';
import type { Lane, TraceModel } from './trace-model';

/** More arrows than this can't be told apart where they cross the window. */
const mostCrossing = 400;

export interface DrawingProps {
  readonly model: TraceModel;
  readonly shown: ShownRows;
  readonly lanes: LaneLayout;
  readonly relations: Uint8Array | undefined;
  readonly rowHeight: number;
  /** The rows that are drawn. */
  readonly first: number;
  readonly last: number;
}

interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Lines of agents, bars of tasks, and arrows, as far as they touch the window. */
export function Drawing(props: DrawingProps) {
  const { shown, lanes, rowHeight, first, last } = props;
  const height = (last - first + 2) * rowHeight;
  const touching = shown.arrows.filter(({ fromRow, toRow }) => fromRow <= last && toRow >= first);
  const isNear = ({ fromRow, toRow }: PlacedArrow) => fromRow >= first || toRow <= last;
  const bars = shown.bars.filter(({ fromRow, toRow }) => fromRow <= last && toRow >= first);
  return (
    <svg
      class="drawing"
      aria-hidden="true"
      width={lanes.width}
      height={height}
      style={{ top: `${first * rowHeight}px`, left: `${layout.gutter}px` }}
    >
      {props.model.lanes.map((lane, at) => (
        <LaneLine key={lane.name} lane={lane} x={lanes.lines[at]} {...props} height={height} />
      ))}
      <path class="crossing" d={pathOf(crossingLines(touching, isNear, props))} />
      {bars.map((bar) => (
        <TaskBar key={`b${bar.from}`} bar={bar} {...props} />
      ))}
      {touching.filter(isNear).map((arrow) => (
        <ArrowLine key={`a${arrow.from}`} arrow={arrow} {...props} />
      ))}
    </svg>
  );
}

function LaneLine({
  lane,
  x,
  shown,
  first,
  rowHeight,
  height,
}: DrawingProps & { lane: Lane; x: number | undefined; height: number }) {
  if (x === undefined) return null;
  const y = (index: number | undefined, otherwise: number) =>
    index === undefined ? otherwise : yOf(shown.rowAt[index] ?? -1, first, rowHeight);
  const clipped = (value: number) => Math.max(0, Math.min(height, value));
  const born = clipped(y(lane.born, 0));
  const started = lane.born === undefined ? born : clipped(y(lane.started, height));
  const ended = clipped(y(lane.ended, height));
  return (
    <g>
      <line class="lane-line waiting" x1={x} x2={x} y1={born} y2={Math.min(started, ended)} />
      <line class="lane-line" x1={x} x2={x} y1={Math.min(started, ended)} y2={ended} />
      <line class="lane-line gone" x1={x} x2={x} y1={ended} y2={height} />
    </g>
  );
}

function TaskBar({ bar, lanes, first, last, rowHeight, relations }: DrawingProps & { bar: PlacedBar }) {
  const x = lanes.lines[bar.lane];
  if (x === undefined) return null;
  const top = yOf(Math.max(bar.fromRow, first - 1), first, rowHeight) - Math.min(6, rowHeight / 3);
  const bottom = yOf(Math.min(bar.toRow, last + 1), first, rowHeight) + Math.min(6, rowHeight / 3);
  return (
    <rect
      class={`bar ${relationOf(relations, bar.from)}${bar.to === undefined ? ' going-on' : ''}`}
      x={x - layout.bar / 2 + bar.depth * layout.nested}
      y={top}
      width={layout.bar}
      height={Math.max(2, bottom - top)}
      rx="2"
    />
  );
}

function ArrowLine({ arrow, relations, ...props }: DrawingProps & { arrow: PlacedArrow }) {
  const line = lineOf(arrow, props);
  if (line === undefined) return null;
  const clipped = clip(line, -props.rowHeight, (props.last - props.first + 2) * props.rowHeight);
  const isOver = arrow.to !== undefined;
  const isLost = arrow.category === 'loss';
  const strength = strongest(relationOf(relations, arrow.from), relationOf(relations, arrow.to ?? arrow.from));
  return (
    <g class={`arrow ${arrow.category} ${strength}${isOver ? '' : ' on-its-way'}`} data-from={arrow.from}>
      <line {...clipped} />
      {isLost ? <path class="head" d={crossAt(line)} /> : <path class="head" d={headAt(line)} />}
    </g>
  );
}

/** An arrow is of the causes, or of the effects, when both of its ends are. */
function strongest(from: string, to: string): string {
  if (from === '' || from === to) return to;
  if (from === 'selected') return to;
  return to === 'selected' ? from : 'unrelated';
}

function relationOf(relations: Uint8Array | undefined, index: number): string {
  if (relations === undefined) return '';
  switch (relations[index]) {
    case relation.cause:
      return 'cause';
    case relation.effect:
      return 'effect';
    case relation.selected:
      return 'selected';
    default:
      return 'unrelated';
  }
}

function crossingLines(
  touching: readonly PlacedArrow[],
  isNear: (arrow: PlacedArrow) => boolean,
  props: Pick<DrawingProps, 'lanes' | 'first' | 'last' | 'rowHeight'>,
): Line[] {
  const crossing = touching.filter((arrow) => !isNear(arrow));
  const stride = Math.ceil(crossing.length / mostCrossing);
  return crossing.flatMap((arrow, at) => {
    const line = at % stride === 0 ? lineOf(arrow, props) : undefined;
    return line === undefined ? [] : clip(line, 0, (props.last - props.first + 1) * props.rowHeight);
  });
}

function pathOf(lines: readonly Line[]): string {
  return lines.map(({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`).join('');
}

function lineOf(
  arrow: PlacedArrow,
  { lanes, first, rowHeight }: Pick<DrawingProps, 'lanes' | 'first' | 'rowHeight'>,
): Line | undefined {
  const from = lanes.lines[arrow.fromLane];
  const to = lanes.lines[arrow.toLane];
  if (from === undefined || to === undefined) return undefined;
  const side = Math.sign(to - from) * (layout.bar / 2);
  const whole = {
    x1: from + side,
    y1: yOf(arrow.fromRow, first, rowHeight),
    x2: to - side,
    y2: yOf(arrow.toRow, first, rowHeight),
  };
  if (arrow.to !== undefined) return whole;
  return { ...whole, x2: from + side + (whole.x2 - whole.x1) * 0.35 };
}

function yOf(row: number, first: number, rowHeight: number): number {
  return (row - first + 0.5) * rowHeight;
}

/** The part of a line between two heights. */
function clip({ x1, y1, x2, y2 }: Line, top: number, bottom: number): Line {
  const at = (y: number) => (y2 === y1 ? x1 : x1 + ((x2 - x1) * (y - y1)) / (y2 - y1));
  const start = Math.max(top, Math.min(bottom, y1));
  const end = Math.max(top, Math.min(bottom, y2));
  return { x1: start === y1 ? x1 : at(start), y1: start, x2: end === y2 ? x2 : at(end), y2: end };
}

function headAt({ x1, y1, x2, y2 }: Line): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const corner = (turn: number) =>
    `${(x2 - 8 * Math.cos(angle + turn)).toFixed(1)} ${(y2 - 8 * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${x2} ${y2}L${corner(0.42)}L${corner(-0.42)}Z`;
}

function crossAt({ x1, x2, y2 }: Line): string {
  const x = x2 - Math.sign(x2 - x1) * 6;
  return `M${x - 4} ${y2 - 4}L${x + 4} ${y2 + 4}M${x - 4} ${y2 + 4}L${x + 4} ${y2 - 4}`;
}
