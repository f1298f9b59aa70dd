import { stripVTControlCharacters } from 'node:util';
import { run } from '../../../src/cli/run';

export interface Printed {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, in a folder, with the environment of somebody who reads English. */
export function runIn(
  cwd: string,
  args: readonly string[],
  environment: Record<string, string> = { LANG: 'C' },
): Printed {
  let out = '';
  let err = '';
  const exitCode = run(args, '1.2.3', {
    cwd,
    environment,
    colours: false,
    print: (text) => {
      out += text;
    },
    terminal: undefined,
    goOn: (work) => {
      void work();
    },
    printError: (text) => {
      err += text;
    },
  });
  return { exitCode, out: stripVTControlCharacters(out), err: stripVTControlCharacters(err) };
}
