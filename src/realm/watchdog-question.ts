import type { Runtime } from 'node:inspector';
import type { OverdueCall } from './overdue-call';
import type { StoppedFrame } from './watchdog-cells';

export const questionKey = Symbol.for('fake-ohos-worker.overdue');

/** What the guarded thread has in its global object. */
export interface Answering {
  /** Answers in JSON: only a text can be taken out of a thread that stands still. */
  [questionKey]?: ((frames: readonly StoppedFrame[]) => string) | undefined;
}

/** The question what the call is that stands at these frames. */
export function askAbout(
  frames: readonly StoppedFrame[],
): Runtime.EvaluateParameterType & { readonly timeout: number } {
  const key = `Symbol.for('${questionKey.description}')`;
  return { expression: `globalThis[${key}](${JSON.stringify(frames)})`, silent: true, timeout: 1_000 };
}

export function answerOf(value: unknown): OverdueCall | undefined {
  return typeof value === 'string' ? (JSON.parse(value) as OverdueCall) : undefined;
}
