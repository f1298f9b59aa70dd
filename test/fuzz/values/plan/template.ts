/** One way to make an object: source that is evaluated in the realm it shall belong to. */
export interface Template {
  readonly source: string;
  /** What is put into it, after it is made. */
  readonly holds?: 'elements' | 'entries' | 'members';
  /** Stands on a buffer of the plan, `BUFFER` in its source. */
  readonly onBuffer?: true;
  /** Other parts of the plan may stand on it, and it may be transferred. */
  readonly isBuffer?: true;
  /** Stays as it is made: no properties are defined on it, nothing is done to it, its sources are shared. */
  readonly fixed?: true;
  /** Its prototype stays, and it becomes no prototype. */
  readonly keepsPrototype?: true;
}

export function each(sources: readonly string[], traits: Omit<Template, 'source'> = {}): readonly Template[] {
  return sources.map((source) => ({ source, ...traits }));
}
