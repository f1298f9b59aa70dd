import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

/** Jest in watch mode, which goes on until it is stopped. */
export class WatchingJest {
  readonly #process: ChildProcess;
  #output = '';
  #heard: () => void = () => undefined;

  constructor(cli: string, args: readonly string[], cwd: string) {
    const { PATH, HOME, TMPDIR, TEMP, SystemRoot } = process.env;
    const env = { PATH, HOME, TMPDIR, TEMP, SystemRoot, NO_COLOR: '1' };
    this.#process = spawn(process.execPath, [cli, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += stripVTControlCharacters(text);
        this.#heard();
      });
    }
    this.#process.on('exit', () => this.#heard());
  }

  /** Everything so far, without colours. */
  get output(): string {
    return this.#output;
  }

  /** Resolves once a text stands in the output; rejects with the output when Jest ends before. */
  async printed(text: string): Promise<void> {
    while (!this.#output.includes(text)) {
      if (this.#process.exitCode !== null) throw new Error(`Jest has ended: ${this.#output}`);
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }
}
