import type { Command, StopReason } from '../../debug';
import type { KeyAction } from '../keyboard';
import { visibleLine } from '../visible-text';
import type { LiveSession } from './live-session';

interface CommandButton {
  readonly name: string;
  readonly key: string;
  readonly title: string;
  readonly run: (session: LiveSession) => void;
}

const simple = (command: Extract<Command, { command: 'step' | 'over' | 'continue' | 'back' | 'restart' | 'quit' }>) => {
  return (session: LiveSession) => session.command(command);
};

const commands: readonly CommandButton[] = [
  { name: 'Step', key: 's', title: 'perform the next task', run: simple({ command: 'step' }) },
  {
    name: 'Over',
    key: 'o',
    title: 'go on until the same agent is about to perform another task',
    run: simple({ command: 'over' }),
  },
  { name: 'Continue', key: 'c', title: 'go on to a breakpoint or the end', run: simple({ command: 'continue' }) },
  { name: 'Until…', key: 'u', title: 'go on until a task fits a pattern', run: () => focusOn('pattern-text') },
  { name: 'Back', key: 'b', title: 'run the test anew up to one task before', run: simple({ command: 'back' }) },
  { name: 'Restart', key: 'r', title: 'run the test anew', run: simple({ command: 'restart' }) },
  {
    name: 'Export',
    key: 'e',
    title: 'write a test that follows this order',
    run: (session) => void session.exportTest(),
  },
  { name: 'Quit', key: 'q', title: 'let the test go on without any stop', run: simple({ command: 'quit' }) },
];

/** The debugger's commands, and how the test stands. */
export function CommandBar({ session }: { session: LiveSession }) {
  const { canCommand } = session;
  return (
    <div class="commands" role="toolbar" aria-label="Debugger">
      {commands.map(({ name, key, title, run }) => (
        <button
          key={key}
          type="button"
          disabled={!canCommand}
          title={`${title} (${key})`}
          aria-keyshortcuts={key}
          onClick={() => run(session)}
        >
          {name} <kbd>{key}</kbd>
        </button>
      ))}
      <StatusText session={session} />
    </div>
  );
}

const reasons: Readonly<Record<StopReason, string>> = {
  start: 'before the first task',
  step: 'after a step',
  breakpoint: 'at a breakpoint',
  until: 'at what was looked for',
  debug: 'at workers.debug()',
  back: 'back at an earlier task',
  difference: 'it went another way than before',
  end: 'at the end of the test',
};

function StatusText({ session }: { session: LiveSession }) {
  const status = session.status.value;
  const stopped = session.stopped.value;
  const why = visibleLine(session.why.value);
  const reason = status === 'stopped' && stopped !== undefined ? reasons[stopped.reason] : '';
  const isWrong = stopped?.reason === 'difference' || (stopped?.errors?.length ?? 0) > 0;
  return (
    <output class="live-status" aria-label="State of the test">
      <span class={`live-state ${status}${isWrong && status === 'stopped' ? ' wrong' : ''}`}>{status}</span>
      {status === 'stopped' && stopped !== undefined && <span>after {stopped.position} tasks,</span>}
      <span class="reason">{[reason, why].filter((text) => text !== '').join(': ')}</span>
      {session.notice.value !== '' && <span class="notice">{visibleLine(session.notice.value)}</span>}
    </output>
  );
}

/** The same by keys; digits choose among the legal tasks. */
export function commandKeys(session: LiveSession): KeyAction[] {
  const byName = commands.map(({ key, title, run }) => ({
    keys: [key],
    shown: key,
    name: title,
    run: () => {
      if (session.canCommand) run(session);
    },
  }));
  const digits = Array.from({ length: 9 }, (_, at) => String(at + 1));
  const choose = digits.map((digit, at) => ({
    keys: [digit],
    shown: digit,
    name: `perform task ${digit} of the legal ones`,
    run: () => {
      const task = session.stopped.value?.pending.filter(({ legal }) => legal)[at];
      if (task !== undefined) session.command({ command: 'deliver', task: task.id });
    },
  }));
  const print = { keys: ['p'], shown: 'p', name: 'print a value', run: () => focusOn('print-path') };
  return [...byName, print, ...choose];
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
