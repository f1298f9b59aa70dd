import type { PendingTask, ShownBreakpoint, Stopped, TaskPattern } from '../../debug';
import { formatEntries, restoreEntries, type StoredEntry } from '../../trace';
import type { Colours } from '../output';
import { harmless, harmlessLine } from './harmless';
import { type CommandName, commandNames } from './read-line';
import type { TerminalTexts } from './terminal-texts';

/** So many tasks and lines of the trace are shown at each stop. */
const shownAtStop = 6;

/** Puts what the debugger tells into words. What comes from the app is made harmless. */
export class Show {
  constructor(
    private readonly texts: TerminalTexts,
    private readonly colours: Colours,
  ) {}

  /** A stop: why, what has happened last, what may come next. */
  stop(stopped: Stopped, entries: readonly StoredEntry[]): string {
    const { reason, why, position, test, errors = [] } = stopped;
    const { bold, dim, red } = this.colours;
    const { reasons, performed, last } = this.texts;
    const reasonText = why === undefined ? reasons[reason] : `${reasons[reason]}: ${harmlessLine(why)}`;
    return [
      '',
      `${bold(harmlessLine(`${test.file} › ${test.name}`))}`,
      `${bold(reasonText)} ${dim(`(${performed(position)})`)}`,
      ...errors.map((error) => red(harmless(error))),
      ...this.#titled(last, this.trace(entries, shownAtStop)),
      this.pending(stopped, shownAtStop),
    ].join('\n');
  }

  pending({ pending }: Stopped, most = Number.POSITIVE_INFINITY): string {
    if (pending.length === 0) return this.colours.dim(this.texts.nothingPending);
    const shown = pending.slice(0, most);
    const width = shown.reduce((widest, { id }) => Math.max(widest, `${id}`.length), 0);
    const more = pending.length > most ? [this.colours.dim(`  … ${pending.length - most}`)] : [];
    const lines = shown.map((task) => this.#task(task, width));
    return [this.colours.dim(this.texts.pending), ...lines, ...more].join('\n');
  }

  agents({ agents }: Stopped): string {
    const width = Math.max(...agents.map(({ name }) => name.length));
    const lines = agents.map(({ name, state, file = '' }) =>
      harmlessLine(`  ${name.padEnd(width)}  ${state === name ? '' : `${state}  ${file}`}`.trimEnd()),
    );
    return [this.colours.dim(this.texts.agents), ...lines].join('\n');
  }

  /** The text of the trace, or the last lines of it. */
  trace(entries: readonly StoredEntry[], lines = Number.POSITIVE_INFINITY): string {
    const text = formatEntries(restoreEntries(entries.slice(-4 * lines)));
    return text
      .split('\n')
      .slice(-lines)
      .map((line) => harmlessLine(line))
      .join('\n');
  }

  breakpoints(all: readonly ShownBreakpoint[]): string {
    const { texts, colours } = this;
    if (all.length === 0) return colours.dim(texts.noBreakpoints);
    const lines = all.map(({ number, pattern, stop, hits }) =>
      harmlessLine(`  ${number}  ${texts[stop]} ${patternText(pattern)}  (${texts.hits(hits)})`),
    );
    return [colours.dim(texts.breakpoints), ...lines].join('\n');
  }

  help(): string {
    const { help, helpOfPatterns } = this.texts;
    const names = Object.keys(commandNames) as CommandName[];
    const width = Math.max(...names.map((name) => help[name][0].length));
    const lines = names.map((name) => {
      const [usage, what] = help[name];
      return `  ${commandNames[name].padEnd(2)}  ${usage.padEnd(width)}  ${what}`;
    });
    return [...lines, helpOfPatterns].join('\n');
  }

  #task(task: PendingTask, width: number): string {
    const { id, kind, from, to, preview, postedAt, next, legal } = task;
    const { cyan, dim, green } = this.colours;
    const mark = next ? green('>') : legal ? cyan('+') : ' ';
    const line = harmlessLine(`${kind} ${from} -> ${to}  ${preview}`.trimEnd());
    return `${mark} ${`${id}`.padStart(width)}  ${line}${postedAt === undefined ? '' : dim(`  ${harmlessLine(postedAt)}`)}`;
  }

  #titled(title: string, text: string): string[] {
    return text === '' ? [] : [this.colours.dim(title), text];
  }
}

/** As the user would write it. */
function patternText({ kind, from, to, text }: TaskPattern): string {
  const arrow = from === undefined && to === undefined ? undefined : `${from ?? ''} -> ${to ?? ''}`.trim();
  return [kind, arrow, text && JSON.stringify(text)].filter((part) => part !== undefined).join(' ');
}
