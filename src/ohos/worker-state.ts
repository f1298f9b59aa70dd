/** 1 if the worker ever had an error of a kind that counts (L-44), else 0. */
export type ExitCode = 0 | 1;

/**
 * Who asked the worker to stop, or what made it: its thread crashed, or its script could not be run. A stop by the error
 * rule does not count as a request of its own (L-54).
 */
export type StopCause = 'terminate' | 'close' | 'error' | 'crash' | 'no-script';

/** The platform's four phases (L-1), and `gone` once the exit event has been delivered (L-3). */
export type WorkerState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'running' }
  | { readonly phase: 'terminating' }
  | { readonly phase: 'terminated' }
  | { readonly phase: 'gone'; readonly exitCode: ExitCode | undefined };

export type Phase = WorkerState['phase'];

const order: readonly Phase[] = ['starting', 'running', 'terminating', 'terminated', 'gone'];

/** States only move forward; a move to an equal or lower one changes nothing (L-1). */
export function advance(state: WorkerState, to: WorkerState): WorkerState {
  return isAtLeast(to, state.phase) && to.phase !== state.phase ? to : state;
}

export function isAtLeast(state: WorkerState, phase: Phase): boolean {
  return order.indexOf(state.phase) >= order.indexOf(phase);
}
