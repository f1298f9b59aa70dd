import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const prompt = 'fow> ';

/** `fake-ohos-worker debug` in a pseudo-terminal, and somebody who types. */
export class TerminalSession {
  readonly #process: ChildProcess;
  readonly #exit: Promise<number | null>;
  #output = '';
  #read = 0;
  #heard: () => void = () => undefined;

  /** @param cwd the project, which has the package installed. */
  constructor(cwd: string, args: readonly string[]) {
    const cli = createRequire(join(cwd, 'package.json')).resolve('fake-ohos-worker/package.json');
    const { PATH, HOME, TMPDIR } = process.env;
    const words = [process.execPath, join(dirname(cli), 'dist/cli.js'), 'debug', ...args];
    const command = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    // Its output is a terminal to the command; `-e`: its exit code is the command's.
    this.#process = spawn('script', ['-qfec', command, '/dev/null'], {
      cwd,
      env: { PATH, HOME, TMPDIR, TERM: 'xterm', LANG: 'en_US.UTF-8' },
    });
    this.#exit = once(this.#process, 'exit').then(([code]) => {
      this.#heard();
      return code as number | null;
    });
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
      this.#heard();
    });
  }

  /** What is printed up to the next prompt that waits for a line, without what is typed and without colours. */
  async untilPrompt(): Promise<string> {
    return this.#until((text) => {
      const at = text.lastIndexOf(prompt);
      return at >= 0 && stripVTControlCharacters(text.slice(at + prompt.length)).trim() === '' ? text.length : -1;
    });
  }

  async until(wanted: string): Promise<string> {
    return this.#until((text) => {
      const at = text.indexOf(wanted);
      return at < 0 ? -1 : at + wanted.length;
    });
  }

  /** Types a line, and answers what is printed up to the next prompt. */
  async type(line: string): Promise<string> {
    this.press(`${line}\r`);
    await this.until('\n');
    return this.untilPrompt();
  }

  press(keys: string): void {
    this.#process.stdin?.write(keys);
  }

  get exitCode(): Promise<number | null> {
    return this.#exit;
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exit;
  }

  async #until(endIn: (text: string) => number): Promise<string> {
    for (;;) {
      const text = this.#output.slice(this.#read);
      const end = endIn(text);
      if (end >= 0) {
        this.#read += end;
        return plain(text.slice(0, end));
      }
      const isOver = Symbol('over');
      const heard = new Promise<undefined>((resolve) => {
        this.#heard = () => resolve(undefined);
      });
      if ((await Promise.race([heard, this.#exit.then(() => isOver)])) === isOver) {
        throw new Error(`the terminal is gone; it said:\n${this.#output}`);
      }
    }
  }
}

/** Lines as they stand on the screen, without prompts. */
function plain(text: string): string {
  const lines = stripVTControlCharacters(text).replaceAll('\r', '').split('\n');
  return lines
    .filter((line) => !line.startsWith(prompt))
    .join('\n')
    .trim();
}
