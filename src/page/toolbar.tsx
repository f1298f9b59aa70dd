import { useRef } from 'preact/hooks';
import { categories, categoryNames, hasRow } from './category';
import type { PageState } from './page-state';
import { rowHeights } from './page-state';
import { ThemeSwitch } from './theme-switch';
import { visibleLine } from './visible-text';

/** What is shown, and how. */
export function Toolbar({ state }: { state: PageState }) {
  const { test } = state.model.value.trace;
  return (
    <header class="toolbar">
      <h1 title={test === undefined ? undefined : visibleLine(test.file)}>
        {test === undefined ? 'Messages' : visibleLine(test.name)}
      </h1>
      <SearchBox state={state} />
      <AgentMenu state={state} />
      <fieldset class="group" aria-label="Zoom">
        <button
          type="button"
          aria-label="Zoom out"
          title="Zoom out (-)"
          disabled={state.zoom.value === 0}
          onClick={() => state.zoomBy(-1)}
        >
          −
        </button>
        <button
          type="button"
          aria-label="Zoom in"
          title="Zoom in (+)"
          disabled={state.zoom.value === rowHeights.length - 1}
          onClick={() => state.zoomBy(1)}
        >
          +
        </button>
      </fieldset>
      <ThemeSwitch />
      <button
        type="button"
        aria-label="Keys"
        title="Keys (?)"
        onClick={() => {
          state.isHelpOpen.value = true;
        }}
      >
        ?
      </button>
    </header>
  );
}

function SearchBox({ state }: { state: PageState }) {
  const waiting = useRef<number>(undefined);
  const found = state.found.value;
  const matches = found === undefined ? [] : state.rows.value.rows.filter((index) => found[index] === 1);
  const place = matches.indexOf(state.selected.value) + 1;
  return (
    <search class="search">
      <input
        id="search"
        type="search"
        placeholder="Search"
        aria-label="Search"
        title="Search payloads, agents and sources (/)"
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => {
          const { value } = currentTarget;
          clearTimeout(waiting.current);
          waiting.current = window.setTimeout(() => {
            state.query.value = value;
          }, 80);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          clearTimeout(waiting.current);
          state.query.value = event.currentTarget.value;
          state.moveToFound(event.shiftKey ? -1 : 1);
        }}
      />
      <output class="matches" for="search">
        {found === undefined ? '' : place > 0 ? `${place} of ${matches.length}` : `${matches.length} found`}
      </output>
    </search>
  );
}

function AgentMenu({ state }: { state: PageState }) {
  const { lanes } = state.model.value;
  const hidden = state.hiddenAgents.value;
  const shown = lanes.filter(({ name }) => !hidden.has(name)).length;
  return (
    <details class="menu">
      <summary title="Which agents are shown">
        Agents {shown === lanes.length ? lanes.length : `${shown} of ${lanes.length}`}
      </summary>
      <fieldset>
        <legend>Agents</legend>
        {lanes.map(({ name }) => (
          <label key={name}>
            <input type="checkbox" checked={!hidden.has(name)} onChange={() => state.toggleAgent(name)} />{' '}
            <bdi>{visibleLine(name)}</bdi>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** One switch for each category that the trace has. */
export function CategoryBar({ state }: { state: PageState }) {
  const counts = new Map<string, number>();
  for (const { entry, category } of state.model.value.entries) {
    if (hasRow(entry)) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const hidden = state.hiddenCategories.value;
  const isFiltered = hidden.size > 0 || state.hiddenAgents.value.size > 0;
  return (
    <fieldset class="categories" aria-label="Kinds of entries">
      {categories
        .filter((category) => counts.has(category))
        .map((category) => (
          <button
            key={category}
            type="button"
            class={`chip ${category}`}
            aria-pressed={!hidden.has(category)}
            onClick={() => state.toggleCategory(category)}
          >
            {categoryNames[category]} <span class="count">{counts.get(category)?.toLocaleString('en')}</span>
          </button>
        ))}
      {isFiltered && (
        <button type="button" class="plain" onClick={() => state.showAll()}>
          Show all
        </button>
      )}
    </fieldset>
  );
}
