import { useState } from 'preact/hooks';
import type { TaskPattern } from '../../debug';
import { visibleLine } from '../visible-text';
import type { LiveSession } from './live-session';
import { describePattern, taskKinds } from './task-patterns';

/** Where the test stops, and a form for more. */
export function Breakpoints({ session }: { session: LiveSession }) {
  const breakpoints = session.breakpoints.value;
  return (
    <section class="breakpoints">
      <h3>
        Breakpoints <span class="count">{breakpoints.length}</span>
      </h3>
      {breakpoints.length === 0 && <p class="note">Click the margin beside a message, or describe a task:</p>}
      <ul aria-label="Breakpoints">
        {breakpoints.map(({ number, pattern, stop, hits }) => (
          <li key={number}>
            <span class="stop-mark" />
            <bdi class="pattern">{describePattern(pattern)}</bdi>
            <span class="note">
              {stop === 'after' && 'after, '}
              {hits === 1 ? 'hit once' : `${hits} hits`}
            </span>
            <button
              type="button"
              class="remove"
              disabled={!session.canCommand}
              aria-label={`Remove breakpoint ${number}`}
              onClick={() => void session.removeBreakpoint(number)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <PatternForm session={session} />
    </section>
  );
}

function PatternForm({ session }: { session: LiveSession }) {
  const [pattern, setPattern] = useState<TaskPattern>({});
  const [isAfter, setAfter] = useState(false);
  const agents = session.stopped.value?.agents.map(({ name }) => name) ?? [];
  const set = (field: keyof TaskPattern, value: string) => {
    const { [field]: _, ...rest } = pattern;
    setPattern(value === '' ? rest : { ...rest, [field]: value });
  };
  return (
    <form
      class="pattern-form"
      aria-label="Pattern of tasks"
      onSubmit={(event) => {
        event.preventDefault();
        if (event.submitter?.id === 'run-until') session.command({ command: 'until', pattern });
        else void session.addBreakpoint({ command: 'break', pattern, ...(isAfter ? { stop: 'after' } : {}) });
      }}
    >
      <Choice name="kind" values={taskKinds} set={set} />
      <Choice name="from" values={agents} set={set} />
      <Choice name="to" values={agents} set={set} />
      <label class="wide">
        <span>text</span>
        <input
          id="pattern-text"
          placeholder="part of the payload"
          autocomplete="off"
          onInput={({ currentTarget }) => set('text', currentTarget.value)}
        />
      </label>
      <label class="check">
        <input type="checkbox" checked={isAfter} onChange={() => setAfter(!isAfter)} /> stop after it
      </label>
      <div class="buttons">
        <button type="submit" id="run-until" disabled={!session.canCommand}>
          Run until
        </button>
        <button type="submit" id="add-breakpoint" disabled={!session.canCommand}>
          Add breakpoint
        </button>
      </div>
    </form>
  );
}

function Choice({
  name,
  values,
  set,
}: {
  name: 'kind' | 'from' | 'to';
  values: readonly string[];
  set: (field: 'kind' | 'from' | 'to', value: string) => void;
}) {
  return (
    <label>
      <span>{name}</span>
      <select aria-label={name} onChange={({ currentTarget }) => set(name, currentTarget.value)}>
        <option value="">any</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {visibleLine(value)}
          </option>
        ))}
      </select>
    </label>
  );
}
