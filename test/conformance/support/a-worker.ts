import type { HostWorker } from '../../world/support/platform-objects';
import { type App, anApp } from './an-app';

export type WorkerKind = 'ThreadWorker' | 'Worker' | 'RestrictedWorker';

export interface WorkerSetUp {
  readonly kind?: WorkerKind;
  /** Host handlers that write down what they hear; `onmessage`, `onerror` and `onexit` unless said otherwise. */
  readonly hears?: readonly ('message' | 'error' | 'exit' | 'allErrors')[];
  /** Further scripts, by URL. */
  readonly scripts?: Readonly<Record<string, string>>;
}

export interface AWorker extends App {
  readonly wk: HostWorker;
  /** Posts values to the worker, performs everything that is due, and answers the log. */
  send(...values: unknown[]): unknown[];
}

/** A worker whose script is the given text, in which `port` is its port, and a host that writes down what it hears. */
export function aWorker(script: string, setUp: WorkerSetUp = {}): AWorker {
  const { kind = 'ThreadWorker', hears = ['message', 'error', 'exit'], scripts = {} } = setUp;
  const prologue = 'const port = worker.workerPort ?? worker.parentPort;';
  const sources = Object.entries({ 'w.ts': script, ...scripts });
  const app = anApp(Object.fromEntries(sources.map(([url, text]) => [url, prologue + text])));
  const { log } = app;
  const wk = new app.worker[kind](app.url('w.ts'));
  const note = (text: string) => void log.push(text);
  if (hears.includes('message')) wk.onmessage = ({ data }: { data: unknown }) => note(`host got ${data}`);
  if (hears.includes('error')) wk.onerror = (event?: { message: string }) => note(`onerror ${event?.message}`);
  if (hears.includes('exit')) wk.onexit = (code: number) => note(`exit ${code}`);
  if (hears.includes('allErrors'))
    wk.onAllErrors = (error?: { message: string }) => note(`onAllErrors ${error?.message}`);
  const send = (...values: unknown[]): unknown[] => {
    for (const value of values) wk.postMessage(value);
    return app.runThrough();
  };
  return { ...app, wk, send };
}
