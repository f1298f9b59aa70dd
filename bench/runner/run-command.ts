import { spawn } from 'node:child_process';

/** Runs a program to its end and answers its standard output. Throws when it fails. */
export async function runCommand(program: string, args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      output[stream] += text;
    });
  }
  const exitCode = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (exitCode === 0) return output.stdout;
  throw new Error(`${program} ${args.join(' ')} ended with ${exitCode}\n${output.stdout}${output.stderr}`);
}
