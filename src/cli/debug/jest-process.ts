import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { DebugOrder } from '../../debug';
import { orderVariable } from '../../debug';

export interface JestCommand {
  /** Jest's own command line. */
  readonly cli: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Runs tests under the debugger, again and again if they are to go back. */
export class JestProcess {
  #child: ChildProcess | undefined;
  #again = false;

  constructor(
    private readonly command: JestCommand,
    private readonly order: DebugOrder,
  ) {}

  /** Resolves with Jest's exit code, once it is not run anew. */
  async run(): Promise<number> {
    this.#again = false;
    const child = this.#spawn();
    this.#child = child;
    const [code] = (await once(child, 'exit')) as [number | null];
    return this.#again ? this.run() : (code ?? 1);
  }

  /** Its thread is blocked, and hears of nothing that is said politely. */
  restart(): void {
    this.#again = true;
    this.#child?.kill('SIGKILL');
  }

  end(): void {
    this.#again = false;
    this.#child?.kill('SIGKILL');
  }

  #spawn(): ChildProcess {
    const { cli, args, cwd, environment } = this.command;
    const env = { ...environment, [orderVariable]: JSON.stringify(this.order) };
    return spawn(process.execPath, [cli, '--runInBand', ...args], {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
}
