/** The steps from a message to a part of it, each as code. */
export type Path = readonly string[];

export function show(path: Path): string {
  return `$${path.join('')}`;
}

/** As code would have it: `.name`, `[0]`, `["two words"]`, `[Symbol(tag)]`. */
export function property(path: Path, key: string | symbol): Path {
  if (typeof key === 'symbol') return [...path, `[${String(key)}]`];
  if (/^\d+$/.test(key) && String(Number(key)) === key) return [...path, `[${key}]`];
  return [...path, /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`];
}

/** Of a Map, the value of a key; a key that is no short code itself is told by its place. */
export function mapValue(path: Path, key: unknown, place: number): Path {
  if (typeof key === 'string') return [...path, `.get(${JSON.stringify(key)})`];
  return [...path, typeof key === 'number' ? `.get(${key})` : `.values()[${place}]`];
}

export function mapKey(path: Path, place: number): Path {
  return [...path, `.keys()[${place}]`];
}

export function member(path: Path, place: number): Path {
  return [...path, `.values()[${place}]`];
}
