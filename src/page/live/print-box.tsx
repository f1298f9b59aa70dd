import { useState } from 'preact/hooks';
import { readPrintTarget } from '../../debug/read-print-target';
import { ValueTree } from '../value-tree';
import { visibleText } from '../visible-text';
import type { LiveSession } from './live-session';

/** Looks into payloads and into the globals of realms. */
export function PrintBox({ session }: { session: LiveSession }) {
  const [path, setPath] = useState('');
  const [isWrong, setWrong] = useState(false);
  const agents = session.stopped.value?.agents.map(({ name }) => name) ?? [];
  return (
    <section class="print">
      <h3>Print</h3>
      <form
        aria-label="Print a value"
        onSubmit={(event) => {
          event.preventDefault();
          const target = readPrintTarget(path.trim(), agents);
          setWrong(target === undefined);
          if (target !== undefined) void session.print(path.trim(), { command: 'print', target });
        }}
      >
        <input
          id="print-path"
          aria-label="Path of a value"
          aria-invalid={isWrong}
          placeholder={`5.items[0] or ${agents[1] ?? 'worker#1'}.count`}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => setPath(currentTarget.value)}
        />
        <button type="submit" disabled={!session.canCommand}>
          Print
        </button>
      </form>
      {isWrong && <p class="problem">A path begins with the id of a task or the name of an agent.</p>}
      <ul aria-label="Printed values">
        {session.printed.value.map(({ number, path: printed, outcome }) => (
          <li key={number}>
            <code>{visibleText(printed)}</code>
            {'error' in outcome ? (
              <p class="problem">{visibleText(outcome.error)}</p>
            ) : (
              <ValueTree value={outcome.value} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
