/** One line of the table: an operation, what it costs with us, and what it costs with others. */
export interface Row {
  /** Also the name of the row's folder. */
  readonly name: string;
  /** The operation, in one sentence. */
  readonly measures: string;
  /** The unit of one operation's time. */
  readonly unit: 'ms' | 'µs';
  /** The most that we allow ourselves, in {@link unit}. */
  readonly atMost?: number;
  /** The most that we allow ourselves beyond the first of {@link against}: time in {@link unit}. */
  readonly atMostBeyond?: { readonly time: number; readonly percent?: number };
  /** How many right replies one operation receives. */
  readonly replies: number;
  readonly ours: Contestant;
  readonly against: readonly Contestant[];
}

/** One way to perform a row's operation. */
export interface Contestant {
  readonly name: string;
  /** The folder in `hosts/` that says what it runs in. */
  readonly host: 'jest' | 'vitest' | 'node';
  /** The file in the row's folder that performs it, without `.ts`. */
  readonly file: string;
  /** How many operations make one round: enough for some tens of milliseconds. */
  readonly operations: number;
}

/** The fake in a test of a user's Jest project. */
export function ours(operations: number): Contestant {
  return { name: 'fake-ohos-worker', host: 'jest', file: 'ours', operations };
}

/** Node's threads, in a process without any test runner. */
export function workerThreads(operations: number): Contestant {
  return { name: 'worker_threads', host: 'node', file: 'worker-threads', operations };
}

/** Vitest's simulation of web workers, in a test of a user's Vitest project. */
export function vitestWebWorker(operations: number): Contestant {
  return { name: '@vitest/web-worker', host: 'vitest', file: 'web-worker', operations };
}

/** The primitive that nobody can do without, in a process without any test runner. */
export function primitive(name: string, file: string, operations: number): Contestant {
  return { name, host: 'node', file, operations };
}
