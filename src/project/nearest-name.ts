/** The candidate that a typing mistake most likely meant, or `undefined` when none is close. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 6));
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(withoutExtension(name), withoutExtension(candidate)) }))
    .filter(({ distance }) => distance <= limit)
    // Equally near ones in alphabetical order, so that the text is the same on every machine.
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return ranked[0]?.candidate;
}

/** Levenshtein's distance; a difference in case alone counts nothing. */
export function editDistance(from: string, to: string): number {
  const source = from.toLowerCase();
  const target = to.toLowerCase();
  let row = Array.from({ length: target.length + 1 }, (_, column) => column);
  for (let line = 1; line <= source.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= target.length; column += 1) {
      const change = (row[column - 1] ?? 0) + (source[line - 1] === target[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[target.length] ?? 0;
}

function withoutExtension(path: string): string {
  return path.replace(/\.(ets|ts|js)$/, '');
}
