import type { ScriptResolution } from '../project';

/** A function of the test that runs in place of a worker script; it gets what the script would import. */
export type StandIn = (worker: typeof import('@ohos.worker').default) => unknown;

export interface StandInScript {
  readonly kind: 'stand-in';
  readonly standIn: StandIn;
}

/** What a script URL leads to. */
export type ScriptLookup = ScriptResolution | StandInScript;

/** What a worker runs. */
export type WorkerScript = Exclude<ScriptLookup, { kind: 'refused' }>;
