import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline';
import { inspect } from 'node:util';
import type { Answer, Command, ServerMessage, ShownBreakpoint, Stopped } from '../../debug';
import { restoreValue, type StoredEntry } from '../../trace';
import type { DebuggerClient } from '../debug/debugger-client';
import type { Colours } from '../output';
import { complete } from './complete';
import { harmless } from './harmless';
import { type Line, readLine, type View } from './read-line';
import { Show } from './show';
import type { TerminalTexts } from './terminal-texts';

/** Enter alone does these again. */
const repeatable: ReadonlySet<Command['command']> = new Set(['step', 'over', 'continue', 'until']);

export interface TerminalPorts {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly texts: TerminalTexts;
  readonly colours: Colours;
  /** Ends the tests. */
  readonly end: () => void;
}

/** The debugger's face in a terminal: shows where the test stands, and reads commands while it does. */
export class Terminal {
  readonly #lines: Interface;
  readonly #show: Show;
  #stopped: Stopped | undefined;
  #entries: StoredEntry[] = [];
  #again: Command | undefined;
  /** As at the last stop, with what has been changed here since. */
  #breakpoints: readonly ShownBreakpoint[] = [];
  #isRunning = true;

  constructor(
    private readonly client: Pick<DebuggerClient, 'ask' | 'listen'>,
    private readonly ports: TerminalPorts,
  ) {
    const { input, output, texts, colours, end } = ports;
    this.#show = new Show(texts, colours);
    this.#lines = createInterface({
      input,
      output,
      terminal: true,
      prompt: 'fow> ',
      completer: (line: string) => complete(line, this.#stopped),
    });
    client.listen((message) => this.#heard(message));
    this.#lines.on('line', (line) => void this.#entered(line));
    this.#lines.on('SIGINT', end);
    // Ctrl+D.
    this.#lines.on('close', () => void client.ask({ command: 'quit' }));
  }

  #heard(message: Exclude<ServerMessage, Answer>): void {
    switch (message.type) {
      case 'stopped':
        return this.#stop(message);
      case 'breakpoints':
        this.#breakpoints = message.breakpoints;
        return;
      case 'running':
        this.#isRunning = true;
        return;
      case 'restarting':
        this.#isRunning = true;
        return this.#print(this.ports.texts.restarting);
      case 'ended':
        this.#print(harmless(message.why));
        this.#lines.removeAllListeners('close');
        return this.#lines.close();
      default:
        return;
    }
  }

  #stop(stopped: Stopped): void {
    this.#stopped = stopped;
    this.#breakpoints = stopped.breakpoints;
    this.#entries = stopped.whole ? [...stopped.entries] : [...this.#entries, ...stopped.entries];
    this.#isRunning = false;
    this.#print(this.#show.stop(stopped, this.#entries));
    this.#lines.prompt(true);
  }

  async #entered(text: string): Promise<void> {
    if (this.#isRunning || this.#stopped === undefined) return this.#print(this.ports.texts.running);
    const stopped = this.#stopped;
    const agents = stopped.agents.map(({ name }) => name);
    const line = readLine(text, agents);
    if (line.does === 'nothing' && this.#again !== undefined) await this.#ask(this.#again);
    else await this.#do(line, stopped);
    if (!this.#isRunning && this.#stopped === stopped) this.#lines.prompt();
  }

  async #do(line: Line, stopped: Stopped): Promise<void> {
    switch (line.does) {
      case 'ask':
        return this.#ask(line.command);
      case 'show':
        return this.#print(this.#view(line.view, stopped, line.count));
      case 'refuse':
        return this.#print(this.ports.colours.red(this.ports.texts.problems[line.problem](harmless(line.word))));
      default:
        return;
    }
  }

  #view(view: View, stopped: Stopped, count?: number): string {
    switch (view) {
      case 'pending':
        return this.#show.pending(stopped);
      case 'agents':
        return this.#show.agents(stopped);
      case 'trace':
        return this.#show.trace(this.#entries, count);
      case 'breaks':
        return this.#show.breakpoints(this.#breakpoints);
      default:
        return this.#show.help();
    }
  }

  async #ask(command: Command): Promise<void> {
    if (repeatable.has(command.command)) this.#again = command;
    const answer = await this.client.ask(command);
    if (answer.ok) this.#breakpoints = withChange(this.#breakpoints, command, answer.text);
    const text = answer.ok ? this.#answerText(command, answer) : this.ports.colours.red(harmless(answer.error));
    if (text !== '') this.#print(text);
  }

  #answerText({ command }: Command, { text = '', value }: Extract<Answer, { ok: true }>): string {
    const { texts } = this.ports;
    if (value !== undefined) return harmless(inspect(restoreValue(value), { depth: 6 }));
    if (command === 'break') return texts.breakpointAdded(harmless(text));
    if (command === 'unbreak') return texts.breakpointRemoved;
    return command === 'export' ? texts.exported(harmless(text)) : harmless(text);
  }

  /** Above what the user is typing. */
  #print(text: string): void {
    const { output } = this.ports;
    cursorTo(output, 0);
    clearLine(output, 0);
    output.write(`${text}\n`);
  }
}

function withChange(
  all: readonly ShownBreakpoint[],
  command: Command,
  answer: string | undefined,
): readonly ShownBreakpoint[] {
  if (command.command === 'unbreak') return all.filter(({ number }) => number !== command.breakpoint);
  if (command.command !== 'break') return all;
  const { pattern, stop = 'before' } = command;
  return [...all, { number: Number(answer), pattern, stop, hits: 0 }];
}
