/** Where things stand in the diagram, in pixels. */
export const layout = {
  /** Left of the lanes: number and time. */
  gutter: 112,
  header: 62,
  narrowestLane: 150,
  widestLane: 420,
  /** Bars, and how far each one in another stands out. */
  bar: 8,
  nested: 5,
} as const;

export interface LaneLayout {
  /** By lane, its line, counted from the end of the gutter; `undefined` of hidden ones. */
  readonly lines: readonly (number | undefined)[];
  readonly laneWidth: number;
  readonly width: number;
}

/** Shares the room among the lanes that are shown. */
export function layOutLanes(count: number, isHidden: (lane: number) => boolean, room: number): LaneLayout {
  const lanes = Array.from({ length: count }, (_, lane) => lane);
  const shown = lanes.filter((lane) => !isHidden(lane)).length;
  const fair = Math.floor((room - layout.gutter) / Math.max(1, shown));
  const laneWidth = Math.max(layout.narrowestLane, Math.min(layout.widestLane, fair));
  let place = 0;
  const lines = lanes.map((lane) => (isHidden(lane) ? undefined : 22 + laneWidth * place++));
  return { lines, laneWidth, width: Math.max(laneWidth * shown, room - layout.gutter) };
}
