import { isAbsolute, type PlatformPath, relative } from 'node:path';
import type { createColors } from 'picocolors';

export type Colours = ReturnType<typeof createColors>;

/** Where the command is called, and where it prints. */
export interface Surroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly colours: boolean;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** The keyboard and the screen; `undefined` if nobody sits there. */
  readonly terminal: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream } | undefined;
  /** Does what takes until somebody ends it; tells the exit code then. */
  readonly goOn: (work: () => Promise<ExitCode>) => void;
}

/** 0: nothing found; 1: findings; 2: wrong usage or a broken project. */
export type ExitCode = 0 | 1 | 2;

/** How a file is shown to somebody in `cwd`: the shortest way to it that doesn't lead upwards. */
export function shownPath(
  cwd: string,
  file: string,
  path: Pick<PlatformPath, 'relative' | 'isAbsolute'> = { relative, isAbsolute },
): string {
  const way = path.relative(cwd, file);
  return way.startsWith('..') || path.isAbsolute(way) ? file : way;
}
