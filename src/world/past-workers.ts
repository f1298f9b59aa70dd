import { preview, ToolError, type ToolErrorParts } from '../base';
import type { WorkerRecord } from '../ohos';
import { placed } from './diagnosis-of-drops';

/** What is known of a worker whose test, block or process is over. */
export interface PastWorker {
  readonly label: string;
  /** What it ended with. */
  readonly endedWith: string;
  readonly constructedAt: (() => string | undefined) | undefined;
}

/** Workers that are over, for as long as somebody holds on to their host objects: modules of the app may. */
export class PastWorkers {
  readonly #all = new WeakMap<object, PastWorker>();

  add({ hostObject, label }: WorkerRecord, past: Omit<PastWorker, 'label'>): void {
    if (!this.#all.has(hostObject)) this.#all.set(hostObject, { label, ...past });
  }

  of(hostObject: unknown): PastWorker | undefined {
    return this.#all.get(Object(hostObject));
  }
}

/** A stretch of the test file, in words. */
export function scopeTitle({ kind = 'file', name = '' }: { readonly kind?: string; readonly name?: string }): string {
  return kind === 'file' ? 'the test file' : `the ${kind === 'describe' ? 'block' : kind} "${name}"`;
}

const cure =
  'if a module of the app keeps it: jest.resetModules() in beforeEach, and require the app in the test, make each test construct its own; constructed in beforeAll, it lives as long as the block.';

/** A method of an object that no worker of this process stands behind. */
export function calledWhenOver(
  past: PastWorker,
  from: string,
  method: string,
  site: string | undefined,
): ToolErrorParts {
  return {
    code: 'FOW_WORKER_OF_THE_PAST',
    summary: `${from} called ${method}() of ${past.label}, which ended with ${past.endedWith}`,
    facts: ['nobody is there to hear of it', ...originOf(past), ...placed('called at', site)],
    hint: cure,
  };
}

/** What is given to the control surface must be a worker of this process. */
export function notAWorker(
  value: unknown,
  past: PastWorker | undefined,
  labels: readonly string[],
  allowed: string,
): ToolError {
  if (past !== undefined) {
    return new ToolError({
      code: 'FOW_NOT_A_WORKER',
      summary: `${past.label} is not a worker of this test: it ended with ${past.endedWith}`,
      facts: originOf(past),
      hint: cure,
    });
  }
  const isLabel = typeof value === 'string';
  return new ToolError({
    code: 'FOW_NOT_A_WORKER',
    summary: `${preview(value)} is not a worker of this test`,
    facts: [
      `expected: an instance of ThreadWorker, Worker or RestrictedWorker that was constructed in this test, its handle or its label${allowed}`,
      isLabel
        ? `there are: ${labels.length === 0 ? 'none' : labels.join(', ')}`
        : 'an instance whose second constructor argument was not an object never had a worker (E-8)',
    ],
    hint: 'give what `new worker.ThreadWorker(…)` returned.',
  });
}

function originOf({ constructedAt }: PastWorker): string[] {
  return placed('constructed at', constructedAt?.());
}
