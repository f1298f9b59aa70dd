import { splitSource } from './script-url';

/** The candidate that a typing mistake most likely meant, or `undefined` when none is close. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 6));
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(splitSource(name).stem, splitSource(candidate).stem) }))
    .filter(({ distance }) => distance <= limit)
    // Equally near ones in alphabetical order, so that the text is the same on every machine.
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return ranked[0]?.candidate;
}

/** Insertions, deletions, changes and swaps of neighbours that lead from one to the other; case counts nothing. */
export function editDistance(from: string, to: string): number {
  const source = from.toLowerCase();
  const target = to.toLowerCase();
  // rows[i][j]: the distance from the first i letters of the source to the first j letters of the target.
  const rows: number[][] = [Array.from({ length: target.length + 1 }, (_, column) => column)];
  const at = (line: number, column: number) => rows[line]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= source.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= target.length; j += 1) {
      const changed = at(i - 1, j - 1) + (source[i - 1] === target[j - 1] ? 0 : 1);
      const swap = source[i - 1] === target[j - 2] && source[i - 2] === target[j - 1];
      row.push(Math.min(changed, at(i - 1, j) + 1, at(i, j - 1) + 1, swap ? at(i - 2, j - 2) + 1 : changed));
    }
  }
  return at(source.length, target.length);
}
