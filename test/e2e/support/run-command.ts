import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end, whatever its exit code. */
export function runCommand(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** As {@link runCommand}; rejects with everything that was printed when the program fails. */
export async function runOrThrow(file: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand(file, args, options);
  if (exitCode === 0) return stdout;
  throw new Error(`${[file, ...args].join(' ')} ended with ${exitCode}\n${stdout}\n${stderr}`);
}

/** npm's own CLI, run with this Node: there is no npm executable that works the same everywhere. */
export function runNpm(args: readonly string[], cwd: string): Promise<string> {
  const cli = process.env.npm_execpath;
  return cli === undefined
    ? runOrThrow(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd })
    : runOrThrow(process.execPath, [cli, ...args], { cwd });
}
