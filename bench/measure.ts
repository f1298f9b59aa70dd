/** What a contestant did in one round. */
export interface Sample {
  /** The time of the operations alone; making ready and cleaning up are not in it. */
  readonly milliseconds: number;
  /** How many right replies were received: the runner refuses a sample with any other number than the row's. */
  readonly replies: number;
}

/** Performs a row's operation so many times. Each file in `rows/<row>/` exports one, named `measure`. */
export type Measure = (operations: number) => Sample | Promise<Sample>;
