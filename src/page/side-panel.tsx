import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Details, type DetailsProps } from './details';
import { EntryList, isPrinted, isProblem } from './entry-list';

type Tab = 'details' | 'problems' | 'console';

/** The selected entry, what went wrong, and what was printed. */
export function SidePanel(props: DetailsProps) {
  const { state } = props;
  const { entries } = state.model.value;
  const open = useMemo(() => signal<Tab>('details'), []);
  const problems = useMemo(() => entries.filter(isProblem), [entries]);
  const printed = useMemo(() => entries.filter(isPrinted), [entries]);
  const titles: Readonly<Record<Tab, string>> = {
    details: 'Details',
    problems: `Problems ${problems.length.toLocaleString('en')}`,
    console: `Console ${printed.length.toLocaleString('en')}`,
  };
  const tabs: readonly Tab[] = ['details', 'problems', 'console'];
  const moveBy = (by: number) => {
    const next = tabs.at((tabs.indexOf(open.value) + by) % tabs.length) ?? 'details';
    open.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <aside class="side" aria-label="About the selection">
      <div class="tabs" role="tablist" aria-label="About">
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            class={tab === 'problems' && problems.length > 0 ? 'has-problems' : ''}
            aria-selected={open.value === tab}
            aria-controls="side-content"
            tabIndex={open.value === tab ? 0 : -1}
            onClick={() => {
              open.value = tab;
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') moveBy(1);
              if (event.key === 'ArrowLeft') moveBy(-1);
            }}
          >
            {titles[tab]}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a panel of text is read by keys, too. */}
      <div class="side-content" id="side-content" role="tabpanel" aria-labelledby={`tab-${open.value}`} tabIndex={0}>
        {open.value === 'details' && <Details key={state.selected.value} {...props} />}
        {open.value === 'problems' && (
          <EntryList
            state={state}
            entries={problems}
            name="Problems"
            none="Nothing went wrong that the trace knows of."
          />
        )}
        {open.value === 'console' && (
          <EntryList state={state} entries={printed} name="Console" none="Nothing was printed." />
        )}
      </div>
    </aside>
  );
}
