/** What an assertion makes of the values. */
export interface Verdict {
  readonly pass: boolean;
  /** What it asks for, as it is printed after `Expected: `. */
  readonly expected: string;
  /** What there was, as it is printed after `Received: `. Not printed if there is nothing to say. */
  readonly received?: string;
  /** Further lines. */
  readonly notes?: readonly string[];
}
