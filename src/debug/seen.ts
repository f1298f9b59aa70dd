import type { StoredValue } from '../trace';

/** What has been seen of a worker. */
export interface SeenWorker {
  readonly label: string;
  /** What its host object has received. */
  readonly received: readonly StoredValue[];
  /** What the worker has received. */
  readonly portReceived: readonly StoredValue[];
  readonly exitCode: number | undefined;
  /** Messages of the errors that its code did not catch. */
  readonly errors: readonly string[];
}
