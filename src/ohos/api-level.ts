/** The first API level with workers. */
export const oldestApiVersion = 7;
/** The API level of today's device. */
export const latestApiVersion = 26;

/** The API level from which on something exists. What is not listed is as old as workers are. */
const since = {
  ThreadWorker: 9,
  workerPort: 9,
  RestrictedWorker: 11,
  registerGlobalCallObject: 11,
  unregisterGlobalCallObject: 11,
  callGlobalCallObjectMethod: 11,
  postMessageWithSharedSendable: 12,
  ThreadWorkerPriority: 18,
  /** The option of constructors. */
  priority: 18,
  onAllErrors: 18,
  DEADLINE: 20,
  VIP: 20,
  /** The reason at the end of 10200006 (E-25, S-68). */
  serializeError: 20,
  Priority: 26,
  postMessageAtFront: 26,
} as const;

/** Something that may be younger than the simulated device. */
export type Feature = keyof typeof since;

/** Whether devices of an API level have something; `name` is a {@link Feature} or any other member. */
export function existsAt(apiVersion: number, name: string): boolean {
  const levels: Readonly<Record<string, number>> = since;
  return (levels[name] ?? oldestApiVersion) <= apiVersion;
}
