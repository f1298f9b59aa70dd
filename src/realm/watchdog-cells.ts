/** Where the numbers stand that a guarded thread and its watchdog share. `cuts`: 0 when what is overdue is only told of. */
export const cell = { call: 0, mark: 1, limit: 2, cuts: 3 } as const;

/**
 * `closed`: code of ours is running, which is not to be cut off. `open`: code of the user's is. `stopping`: it is being
 * cut off; only the watchdog sets this.
 */
export const mark = { closed: 0, open: 1, stopping: 2 } as const;

/** How often within the limit the watchdog looks. */
export const looks = 16;

/** A frame of the code that was cut off, as the debugger sees it; lines and columns from 1. */
export interface StoppedFrame {
  /** Compiled file, or whatever else the script's URL names. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where the frame's function begins. */
  readonly begin: { readonly line: number; readonly column: number } | undefined;
}

/** What the watchdog's thread is given. */
export interface WatchdogData {
  readonly cells: Int32Array;
  /** Takes the frames of what is cut off. */
  readonly frames: { postMessage(frames: readonly StoppedFrame[]): void };
  /** After how many milliseconds the code is cut off without having been looked at. */
  readonly patience: number;
}
