import { useEffect, useMemo } from 'preact/hooks';
import { Diagram, type RowMarks } from '../diagram';
import { Help } from '../help';
import { keyActions, useKeys } from '../keyboard';
import type { PageState } from '../page-state';
import { SidePanel } from '../side-panel';
import { StatusBar } from '../status-bar';
import { CategoryBar, Toolbar } from '../toolbar';
import type { ShownEntry } from '../trace-model';
import { visibleText } from '../visible-text';
import { Breakpoints } from './breakpoints';
import { CommandBar, commandKeys } from './commands';
import type { LiveSession } from './live-session';
import { PendingList } from './pending-list';
import { PrintBox } from './print-box';
import { patternOf, stopsAt } from './task-patterns';

/** A test that stands still, or goes on. */
export function LivePage({ state, session }: { state: PageState; session: LiveSession }) {
  const actions = useMemo(() => [...commandKeys(session), ...keyActions(state)], [state, session]);
  const marks = useMemo(() => rowMarks(session), [session]);
  useKeys(actions);
  const stopped = session.stopped.value;
  const states = useMemo(() => new Map(stopped?.agents.map(({ name, state: its }) => [name, its])), [stopped]);
  useEffect(() => {
    if (stopped !== undefined) document.title = `${stopped.test.name} – debugger`;
    state.reveal.value = state.model.value.entries.length - 1;
  }, [stopped]);
  return (
    <div class="page live">
      <Toolbar state={state} />
      <CommandBar session={session} />
      <CategoryBar state={state} />
      <main>
        <aside class="left" aria-label="Debugger">
          <Errors errors={stopped?.errors ?? []} />
          <PendingList session={session} />
          <Breakpoints session={session} />
          <PrintBox session={session} />
        </aside>
        <Diagram state={state} states={states} marks={marks} />
        <SidePanel
          state={state}
          projectRoot={stopped?.projectRoot}
          actions={(shown) => <EntryActions shown={shown} session={session} />}
        />
      </main>
      <StatusBar state={state} />
      <Help state={state} actions={actions} />
    </div>
  );
}

function rowMarks(session: LiveSession): RowMarks {
  const setFor = (shown: ShownEntry) => session.breakpoints.value.filter((breakpoint) => stopsAt(breakpoint, shown));
  return {
    markOf: (shown) => {
      if (patternOf(shown) === undefined) return undefined;
      return setFor(shown).length > 0 ? 'stops' : 'passes';
    },
    toggle: (shown) => {
      const pattern = patternOf(shown);
      const existing = setFor(shown);
      if (existing.length > 0) for (const { number } of existing) void session.removeBreakpoint(number);
      else if (pattern !== undefined) void session.addBreakpoint({ command: 'break', pattern });
    },
  };
}

/** Why the test has failed. */
function Errors({ errors }: { errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <section class="errors" role="alert">
      <h3>The test has failed</h3>
      {errors.map((error) => (
        <pre key={error}>{visibleText(error)}</pre>
      ))}
    </section>
  );
}

function EntryActions({ shown, session }: { shown: ShownEntry; session: LiveSession }) {
  const pattern = patternOf(shown);
  if (pattern === undefined) return null;
  const { text } = shown.label;
  const isMessage = pattern.kind === 'message' && text !== '' && !text.endsWith('…');
  return (
    <section class="buttons" aria-label="Stop at what is like this">
      <button
        type="button"
        disabled={!session.canCommand}
        onClick={() => void session.addBreakpoint({ command: 'break', pattern })}
      >
        Break on the like
      </button>
      {isMessage && (
        <button
          type="button"
          disabled={!session.canCommand}
          onClick={() => void session.addBreakpoint({ command: 'break', pattern: { ...pattern, text } })}
        >
          … with this payload
        </button>
      )}
      <button
        type="button"
        disabled={!session.canCommand}
        onClick={() => session.command({ command: 'until', pattern })}
      >
        Run until the next
      </button>
    </section>
  );
}
