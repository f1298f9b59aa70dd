import { type LaneLayout, layout } from './lane-layout';
import type { PageState } from './page-state';
import { visibleLine } from './visible-text';

/** Who has a lane, above it. `states` by name, where they are known better than from the trace. */
export function LaneHeaders({
  state,
  lanes,
  states,
}: {
  state: PageState;
  lanes: LaneLayout;
  states: ReadonlyMap<string, string>;
}) {
  return (
    <div class="lane-headers" style={{ height: `${layout.header}px`, width: `${layout.gutter + lanes.width}px` }}>
      <div class="gutter corner" style={{ width: `${layout.gutter}px` }}>
        <span class="seq">#</span>
        <span class="time">time</span>
      </div>
      {state.model.value.lanes.map((lane, at) => {
        const x = lanes.lines[at];
        if (x === undefined) return null;
        const name = visibleLine(lane.name);
        const file = lane.file === undefined ? '' : visibleLine(lane.file);
        const life = states.get(lane.name) ?? lane.state;
        return (
          <div
            key={lane.name}
            class="lane-header"
            style={{ left: `${layout.gutter + x - 14}px`, width: `${lanes.laneWidth - 12}px` }}
            title={`${name} (${lane.kind}) ${file}`}
          >
            <strong class="lane-name">{name}</strong>
            <span class="lane-kind">
              {lane.kind === 'host' ? 'the test’s thread' : lane.kind}
              {life !== '' && life !== lane.kind && (
                <span class={`life ${life.split(' ')[0]}`}>{visibleLine(life)}</span>
              )}
            </span>
            {file !== '' && <span class="lane-file">{file}</span>}
            <button
              type="button"
              class="hide"
              aria-label={`Hide ${name}`}
              title={`Hide ${name}`}
              onClick={() => state.toggleAgent(lane.name)}
            >
              ×
            </button>
          </div>
        );
      })}
    </div>
  );
}
