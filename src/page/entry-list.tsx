import { spokenLabel } from './entry-label';
import type { PageState } from './page-state';
import type { ShownEntry } from './trace-model';
import { cutText, visibleLine } from './visible-text';

/** A longer list is no help: the diagram can be narrowed to what is looked for. */
const longest = 300;

/** Entries of one sort, to jump to. */
export function EntryList({
  state,
  entries,
  none,
  name,
}: {
  state: PageState;
  entries: readonly ShownEntry[];
  none: string;
  name: string;
}) {
  if (entries.length === 0) return <p class="nothing">{none}</p>;
  return (
    <>
      <ul class="links entries" aria-label={name}>
        {entries.slice(0, longest).map((shown) => (
          <li key={shown.index}>
            <button
              type="button"
              class={`link ${shown.category} ${shown.entry.type === 'console' ? `level-${visibleLine(shown.entry.level)}` : ''}`}
              aria-current={shown.index === state.selected.value}
              onClick={() => state.select(shown.index)}
            >
              <span class="seq">#{shown.entry.seq}</span> <span class="agent">{visibleLine(shown.entry.agent)}</span>{' '}
              <bdi class="line">
                {cutText(shown.entry.type === 'console' ? shown.label.text : spokenLabel(shown.label), 300)}
              </bdi>
            </button>
          </li>
        ))}
      </ul>
      {entries.length > longest && (
        <p class="note">and {(entries.length - longest).toLocaleString('en')} more, which the diagram shows</p>
      )}
    </>
  );
}

/** What went wrong, or might have. */
export function isProblem({ entry, category }: ShownEntry): boolean {
  return category === 'error' || category === 'loss' || entry.type === 'timeout' || entry.type === 'diagnostic';
}

export function isPrinted({ entry }: ShownEntry): boolean {
  return entry.type === 'console';
}
