/** The environment variable by which the command tells the tests' process to debug. */
export const orderVariable = 'FAKE_OHOS_WORKER_DEBUG';

/** What the command tells the tests' process, as JSON. */
export interface DebugOrder {
  readonly token: string;
  readonly port: number;
  /** Id of the command's process. */
  readonly parent: number;
  /** A folder that is theirs alone, for what one run leaves to the next. */
  readonly folder: string;
  /** Where to write what was seen. Absolute. */
  readonly record?: string;
}

/** The order, which no process started from here shall have; `undefined` if nobody debugs. */
export function takeOrder(environment: NodeJS.ProcessEnv): DebugOrder | undefined {
  const text = environment[orderVariable];
  if (text === undefined) return undefined;
  delete environment[orderVariable];
  return JSON.parse(text) as DebugOrder;
}
