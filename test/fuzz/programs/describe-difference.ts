import type { Comparison } from './compare';
import type { Program } from './program';

const linesAfter = 6;

/** What was found, as a text: the way to have it again, the program as a literal, and both logs side by side. */
export function describeDifference(
  program: Program,
  { fake, model, differsAt = 0 }: Comparison,
  { seed, path }: { readonly seed: number; readonly path: string },
): string {
  const end = Math.min(Math.max(fake.length, model.length), differsAt + linesAfter);
  const rows = Array.from({ length: end }, (_, line) => [fake[line] ?? '', model[line] ?? ''] as const);
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    `The fake and the model differ: seed ${seed}, path "${path}".`,
    `Again: npm run fuzz -- --values 0 --seed ${seed} --path ${path}`,
    'The program:',
    toLiteral(program),
    `What happened, on the left with the fake, on the right with the model; line ${differsAt + 1} is the first to differ:`,
    ...rows.map(([left, right]) => (left === right ? `    ${left}` : ` != ${left.padEnd(width)} | ${right}`)),
  ].join('\n');
}

/** One line for each step and each routine; it is JSON, too. */
function toLiteral({ main, routines }: Program): string {
  const list = (items: readonly unknown[]): string => items.map((item) => `  ${JSON.stringify(item)}`).join(',\n');
  return `{"main": [\n${list(main)}\n], "routines": [\n${list(routines)}\n]}`;
}
