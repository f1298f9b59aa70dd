import type { ComponentChildren } from 'preact';
import type { PageState } from './page-state';

/** What there is in all. */
export function StatusBar({ state, children }: { state: PageState; children?: ComponentChildren }) {
  const { entries, trace } = state.model.value;
  const shown = state.rows.value.rows.length;
  const messages = entries.filter(({ entry }) => entry.type === 'post').length;
  return (
    <footer class="status">
      {children}
      <span>{number(shown)} rows</span>
      <span>{number(messages)} messages</span>
      <span>{number(trace.entries.at(-1)?.time ?? 0)} ms of the world’s clock</span>
      {trace.forgotten > 0 && (
        <span class="warning">{number(trace.forgotten)} older entries have been forgotten: raise trace.maxEvents</span>
      )}
    </footer>
  );
}

function number(value: number): string {
  return value.toLocaleString('en');
}
