import worker from '@ohos.worker';
import { type FakeOhosWorkerOptions, workers } from 'fake-ohos-worker';
import { outcomeOf } from '../../world/support/outcome';
import type { WorkerModule } from '../../world/support/platform-objects';
import { generateScripts, type Script } from './generate-script';
import { notes } from './notes';

export interface App {
  readonly worker: WorkerModule;
  readonly workers: typeof workers;
  /** What the test and the worker scripts wrote down, in order. */
  readonly log: unknown[];
  /** The URL of one of the app's scripts. */
  url(name: string): string;
  /** Performs everything that is due, then answers the log. */
  run(): unknown[];
  /** As {@link run}; what was thrown to the test is written down as `uncaught: …`. */
  runThrough(): unknown[];
}

/**
 * A new process of an app that has the given worker scripts.
 *
 * @example
 * const { worker, url, run } = anApp({
 *   'w.ts': ({ workerPort }, { log }) => {
 *     workerPort.onmessage = ({ data }: { data: string }) => log(data);
 *   },
 * });
 * new worker.ThreadWorker(url('w.ts')).postMessage('hello');
 * run(); // ['hello']
 */
export function anApp(scripts: Readonly<Record<string, Script>> = {}, options: FakeOhosWorkerOptions = {}): App {
  const folder = generateScripts(scripts);
  workers.reset();
  workers.configure(options);
  notes.length = 0;
  const run = (): unknown[] => {
    workers.run();
    return notes;
  };
  return {
    worker: worker as unknown as WorkerModule,
    workers,
    log: notes,
    url: (name) => `entry_test/ets/${folder}/${name}`,
    run,
    runThrough: () => {
      while (!ranThrough());
      return notes;
    },
  };
}

function ranThrough(): boolean {
  const outcome = outcomeOf(() => workers.run().delivered);
  const thrown = outcome.startsWith('threw ');
  if (thrown) notes.push(outcome.replace('threw ', 'uncaught: '));
  return !thrown;
}
