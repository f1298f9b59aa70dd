import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createColors } from 'picocolors';
import { Terminal } from '../../../src/cli/terminal/terminal';
import { terminalChinese, terminalEnglish } from '../../../src/cli/terminal/terminal-texts';
import type { Answer, Command, ServerMessage, Stopped } from '../../../src/debug';
import type { StoredValue } from '../../../src/trace';

const stopped: Stopped = {
  type: 'stopped',
  reason: 'step',
  position: 2,
  test: { file: 'entry/src/test/order.test.ts', name: 'two workers › answer' },
  projectRoot: '/app',
  agents: [
    { name: 'host', kind: 'host', state: 'host' },
    { name: 'worker#1', kind: 'ThreadWorker', state: 'running', file: 'entry/src/main/ets/workers/double.ts' },
  ],
  tracedAgents: [],
  pending: [
    {
      id: 9,
      kind: 'message',
      from: 'host',
      to: 'worker#1',
      preview: '{ n: 1 }',
      causedBy: null,
      postedAt: 'a.ts:3:1',
      legal: true,
      next: true,
    },
    {
      id: 10,
      kind: 'message',
      from: 'host',
      to: 'worker#1',
      preview: '{ n: 2 }',
      causedBy: null,
      legal: false,
      next: false,
    },
    {
      id: 11,
      kind: 'timer',
      from: 'worker#1',
      to: 'worker#1',
      preview: 'timer 1',
      causedBy: 3,
      legal: true,
      next: false,
    },
  ],
  schedule: [1, 2],
  breakpoints: [],
  whole: true,
  entries: [{ seq: 1, time: 0, agent: 'worker#1', type: 'running', causes: [] }],
};

/** An answer without its number. */
type Reply =
  | { readonly ok: true; readonly text?: string; readonly value?: StoredValue }
  | { readonly ok: false; readonly error: string };

/** The cursor goes to the first column, and clears the line, or all below. */
const clearedLine = '\u001b[1G\u001b[2K';
const clearedBelow = '\u001b[1G\u001b[0J';

/** What moves the cursor, or has text run backwards. */
const harmful = ['\u0007', '\u202E', '\u001b]0', '\u001b[2J'];

/** A debugger that answers as it is told, and a terminal without a screen. */
class Stage {
  readonly asked: Command[] = [];
  readonly input = new PassThrough();
  readonly output = new PassThrough();
  ended = 0;
  readonly #answers: Reply[] = [];
  #listener: (message: Exclude<ServerMessage, Answer>) => void = () => {};

  constructor(texts = terminalEnglish) {
    const client = {
      listen: (listener: typeof this.tell) => {
        this.#listener = listener;
        return () => true;
      },
      ask: async (command: Command): Promise<Answer> => {
        this.asked.push(command);
        return { type: 'answer', id: 0, ...(this.#answers.shift() ?? { ok: true }) };
      },
    };
    const end = () => void this.ended++;
    new Terminal(client, { input: this.input, output: this.output, texts, colours: createColors(false), end });
  }

  readonly tell = (message: Exclude<ServerMessage, Answer>): void => this.#listener(message);

  willAnswer(...answers: Reply[]): void {
    this.#answers.push(...answers);
  }

  /** Types lines and answers what is printed meanwhile, without the prompt and what is typed. */
  async type(...lines: string[]): Promise<string> {
    this.printed();
    for (const line of lines) await this.press(line, '\r');
    const printed = this.printed().split('\n');
    return printed.filter((line) => !lines.includes(line)).join('\n');
  }

  /** Keys, each with the time that it takes. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.input.write(key);
      await new Promise(setImmediate);
      await new Promise(setImmediate);
    }
  }

  /** What has been printed since the last look, as it stands on the screen; lines with a prompt are left out. */
  printed(): string {
    const lines = String(this.output.read() ?? '')
      .replaceAll('\r', '')
      .split('\n');
    const shown = lines.map((line) =>
      stripVTControlCharacters(line.replaceAll(clearedBelow, clearedLine).split(clearedLine).at(-1) ?? ''),
    );
    return shown.filter((line) => !line.startsWith('fow> ')).join('\n');
  }
}

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
});

afterEach(() => {
  stage.tell({ type: 'ended', why: 'over' });
});

describe('the terminal', () => {
  it('shows at each stop where the test stands, what has happened last and what may come next', () => {
    stage.tell(stopped);
    expect(stage.printed().trim()).toBe(
      `entry/src/test/order.test.ts › two workers › answer
before the next task (2 tasks performed)
last
0ms  worker#1  running
pending
>  9  message host -> worker#1  { n: 1 }  a.ts:3:1
  10  message host -> worker#1  { n: 2 }
+ 11  timer worker#1 -> worker#1  timer 1`,
    );
  });

  it('asks for what is typed, and tells the answer', async () => {
    stage.tell(stopped);
    stage.willAnswer(
      { ok: true, text: 'a.ts:3:1' },
      { ok: true, value: { $type: 'Map', entries: [['k', [1, 2]]] } },
      { ok: false, error: 'task 10 can not' },
    );
    expect(await stage.type('where 9', 'print 9.data', 'deliver 10')).toBe(`a.ts:3:1
Map(1) { 'k' => [ 1, 2 ] }
task 10 can not`);
    expect(stage.asked).toEqual([
      { command: 'where', task: 9 },
      { command: 'print', target: { root: { task: 9 }, path: ['data'] } },
      { command: 'deliver', task: 10 },
    ]);
  });

  it('does the last step again when only Enter is pressed', async () => {
    stage.tell(stopped);
    await stage.type('over', 'pending', '');
    expect(stage.asked).toEqual([{ command: 'over' }, { command: 'over' }]);
  });

  it('keeps the breakpoints, and shows them with all else that there is', async () => {
    stage.tell(stopped);
    stage.willAnswer({ ok: true, text: '1' }, { ok: true, text: '2' }, { ok: true });
    const printed = await stage.type(
      'break after message host -> worker#1 n: 2',
      'break error',
      'unbreak 2',
      'breaks',
      'a',
    );
    expect(printed).toBe(`breakpoint 1
breakpoint 2
removed
breakpoints
  1  after message host -> worker#1 "n: 2"  (hit 0 times)
agents
  host
  worker#1  running  entry/src/main/ets/workers/double.ts`);
  });

  it('says what is wrong with a line, and asks nobody', async () => {
    stage.tell(stopped);
    expect(await stage.type('fly', 'deliver x')).toBe(`there is no command "fly"; help tells which there are
deliver needs a number, as in: deliver 5`);
    expect(stage.asked).toEqual([]);
  });

  it('takes no command while the test is running', async () => {
    stage.tell(stopped);
    stage.tell({ type: 'running' });
    expect(await stage.type('step')).toBe('the test is running; wait until it stops\n');
    expect(stage.asked).toEqual([]);
  });

  it('tells errors at the end of the test, and that it runs anew', () => {
    stage.tell({ ...stopped, reason: 'end', errors: ['expect(received)\n\nExpected: 1'], pending: [], entries: [] });
    stage.tell({ type: 'restarting', why: 'back' });
    expect(stage.printed().trim()).toBe(`entry/src/test/order.test.ts › two workers › answer
at the end of the test (2 tasks performed)
expect(received)

Expected: 1
nothing is pending
running the test anew …`);
  });

  it('lets nothing that the app says move the cursor, colour or turn the text', async () => {
    const [task] = stopped.pending;
    const hostile = '\u001b[2J\u001b]0;title\u0007 \u202Eabc\r\nfow> quit';
    stage.tell({ ...stopped, pending: [{ ...(task ?? ({} as never)), preview: hostile }], errors: [hostile] });
    const printed = String(stage.output.read());
    expect(printed).toContain('\\x1b[2J\\x1b]0;title\\x07 \\u202eabc⏎ fow> quit');
    expect(harmful.filter((text) => printed.includes(text))).toEqual([]);
    stage.willAnswer({ ok: true, value: { text: hostile } }, { ok: false, error: hostile });
    const answers = await stage.type('print 9', 'deliver 9');
    expect(harmful.filter((text) => answers.includes(text))).toEqual([]);
  });

  it('completes commands, agents, kinds and the numbers of tasks', async () => {
    stage.tell(stopped);
    await stage.press('res', '\t', '\r', 'until mess', '\t', '\r', 'print work', '\t', '.count', '\r');
    expect(stage.asked).toEqual([
      { command: 'restart' },
      { command: 'until', pattern: { kind: 'message' } },
      { command: 'print', target: { root: { agent: 'worker#1' }, path: ['count'] } },
    ]);
  });

  it('remembers lines', async () => {
    stage.tell(stopped);
    await stage.type('where 9', '\u001b[A');
    expect(stage.asked).toEqual([
      { command: 'where', task: 9 },
      { command: 'where', task: 9 },
    ]);
  });

  it('lets the test go on at Ctrl+D, and ends it at Ctrl+C', async () => {
    stage.tell(stopped);
    stage.input.write('\u0003');
    await new Promise(setImmediate);
    expect([stage.ended, stage.asked]).toEqual([1, []]);
    stage.input.write('\u0004');
    await new Promise(setImmediate);
    expect([stage.ended, stage.asked]).toEqual([1, [{ command: 'quit' }]]);
  });

  it('tells all commands, in both languages', async () => {
    stage.tell(stopped);
    const english = await stage.type('help');
    const other = new Stage(terminalChinese);
    other.tell(stopped);
    const chinese = await other.type('help');
    other.tell({ type: 'ended', why: 'over' });
    expect(english.split('\n')).toHaveLength(20);
    expect(english).toContain(
      '  d   deliver <task>           perform another of the tasks that may come next (marked +)\n',
    );
    expect(chinese).toContain('  d   deliver <任务>');
  });
});
