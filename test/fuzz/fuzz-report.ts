/** What one part of the fuzzing is asked to do. */
export interface FuzzRequest {
  /** How many random cases. */
  readonly runs: number;
  /** The same seed and number of runs give the same cases. */
  readonly seed: number;
  /** Hears now and then how many cases are done, for a line of progress. */
  readonly report: (done: number) => void;
}

/** What came of it. */
export interface FuzzReport {
  /** How many cases were compared. */
  readonly runs: number;
  /** How often each kind of thing happened; 0 for what could have happened and didn't. */
  readonly coverage: Readonly<Record<string, number>>;
  /** The first difference, shrunk: a text with the seed, the case as a literal that replays it, and both results. */
  readonly difference: string | undefined;
}

/** One part of the fuzzing: `fuzzPrograms` and `fuzzValues`. */
export type Fuzz = (request: FuzzRequest) => FuzzReport;
