import { describeProblem } from '../../../src/base';
import type { FakeOhosWorkerOptions } from '../../../src/world';
import type { InlineScript } from '../support/inline-realm';
import { type InlineWorld, inlineWorld } from '../support/inline-world';
import type { HostWorker } from '../support/platform-objects';

type WorkerKind = 'ThreadWorker' | 'Worker' | 'RestrictedWorker';

export interface Telling extends InlineWorld {
  readonly wk: HostWorker;
  /** Posts values to the worker, performs everything that is due, and answers what {@link told} does. */
  send(...values: readonly unknown[]): string[];
  /** The full texts of all diagnostics. Where the test itself stands as a place, `here` does. */
  told(): string[];
}

const prologue = 'const port = worker.workerPort ?? worker.parentPort;\n';

/** A worker with the given script, in which `port` is its port; tests look at what the user is told. */
export function telling(
  script: string,
  kind: WorkerKind = 'ThreadWorker',
  child = '',
  options: FakeOhosWorkerOptions = {},
): Telling {
  const scripts: Record<string, InlineScript> = { 'w.ts': prologue + script, 'child.ts': prologue + child };
  const inline = inlineWorld(scripts, options);
  const wk = new inline.worker[kind]('w.ts');
  const told = (): string[] => inline.workers.diagnostics.map((problem) => withoutPlaces(describeProblem(problem)));
  const send = (...values: readonly unknown[]): string[] => {
    for (const value of values) wk.postMessage(value);
    inline.runThrough();
    return told();
  };
  return { ...inline, wk, send, told };
}

function withoutPlaces(text: string): string {
  return text.replaceAll(/\/\S*\/test\/\S*\.ts:\d+:\d+/g, 'here');
}

/** Lines as one text. */
export function text(...lines: readonly string[]): string {
  return lines.join('\n');
}
