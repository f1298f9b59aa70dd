import type { Stage } from './actor';
import { createFakeDriver } from './fake-driver';
import { limits } from './limits';
import { createModelDriver } from './model/driver';
import type { Mutant } from './model/mutants';
import type { Sight } from './model/sights';
import { type Driver, performProgram } from './perform-program';
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
  readonly seen?: (what: Sight) => void;
  /** A rule of the model that is deliberately wrong. */
  readonly mutant?: Mutant | undefined;
}

export function compare(program: Program, { seen = () => undefined, mutant }: CompareOptions = {}): Comparison {
  const { lines: model, undetermined } = performOnModel(program, { seen, mutant });
  const fake = performProgram(program, createFakeDriver);
  return { fake, model, differsAt: firstDifference(fake, model, undetermined?.line), undetermined };
}

/** The model alone. */
export function performOnModel(program: Program, { seen = () => undefined, mutant }: CompareOptions = {}) {
  let undetermined: Comparison['undetermined'];
  const createDriver = (stage: Stage): Driver =>
    createModelDriver(stage, {
      limits,
      seen,
      undetermined: (what) => {
        undetermined ??= { what, line: stage.lines.length };
      },
      mutant,
    });
  const lines = performProgram(program, createDriver);
  return { lines, undetermined };
}

/** The first line that differs, before `end`. */
export function firstDifference(
  one: readonly string[],
  other: readonly string[],
  end = Math.max(one.length, other.length),
): number | undefined {
  for (let line = 0; line < end; line++) if (one[line] !== other[line]) return line;
  return undefined;
}
