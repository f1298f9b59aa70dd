import { createFakeDriver } from './fake-driver';
import { limits } from './limits';
import { createModelDriver } from './model/driver';
import { performProgram } from './perform-program';
import type { Program } from './program';

/** What the fake and the model did with one program. */
export interface Comparison {
  readonly fake: readonly string[];
  readonly model: readonly string[];
  /** Line of the first difference, `undefined` when there is none. */
  readonly differsAt: number | undefined;
  /** What no rule decides, and the line from which on nothing is compared because of it. */
  readonly undetermined: { readonly what: string; readonly line: number } | undefined;
}

export interface CompareOptions {
  /** Hears of everything interesting that the model does. */
  readonly seen?: (what: string) => void;
  /** A rule of the model that is deliberately wrong. */
  readonly mutant?: string | undefined;
}

export function compare(program: Program, { seen = () => undefined, mutant }: CompareOptions = {}): Comparison {
  let undetermined: Comparison['undetermined'];
  const model = performProgram(program, (stage) =>
    createModelDriver(stage, {
      limits,
      seen,
      undetermined: (what) => {
        undetermined ??= { what, line: stage.lines.length };
      },
      mutant,
    }),
  );
  const fake = performProgram(program, createFakeDriver);
  const end = undetermined?.line ?? Math.max(fake.length, model.length);
  return { fake, model, differsAt: firstDifference(fake, model, end), undetermined };
}

function firstDifference(one: readonly string[], other: readonly string[], end: number): number | undefined {
  for (let line = 0; line < end; line++) if (one[line] !== other[line]) return line;
  return undefined;
}
