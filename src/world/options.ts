import { preview, ToolError } from '../base';
import { deviceLimits, type WorkerLimits } from '../ohos';

/** Settings of the world; in Jest's config under `globals.fakeOhosWorker`, in a test through `workers.configure`. */
export interface FakeOhosWorkerOptions {
  /**
   * `manual` (default): nothing runs until the test says so. `auto`: whenever the test yields to the event loop, what
   * is due runs, and worker timers follow real time, as on a device.
   */
  readonly mode?: 'manual' | 'auto';
  /**
   * `context` (default with the preset): each worker has globals of its own. `module`: only a module registry of its
   * own, inside the test's realm.
   */
  readonly isolation?: 'context' | 'module';
  /** Where the DevEco project is, if it can't be found from Jest's `rootDir`; absolute or relative to `rootDir`. */
  readonly project?: { readonly root?: string };
  /** What an unhandled promise rejection in a worker does: fail its test (default), be recorded, or nothing. */
  readonly onUnhandled?: 'fail' | 'record' | 'ignore';
  /** How many tasks `run`, `runUntil` and `settle` perform before they give up. Default 250,000. */
  readonly maxSteps?: number;
  /** How many workers may live at once, for each class and in all. Default: today's device. */
  readonly limits?: Partial<WorkerLimits>;
  readonly trace?: {
    /** How many entries the trace keeps; 0 switches it off. Default 100,000. */
    readonly maxEvents?: number;
  };
}

/** The options with every default filled in. */
export interface Settings {
  readonly mode: 'manual' | 'auto';
  readonly isolation: 'context' | 'module';
  readonly projectRoot: string | undefined;
  readonly onUnhandled: 'fail' | 'record' | 'ignore';
  readonly maxSteps: number;
  readonly limits: WorkerLimits;
  readonly maxEvents: number;
}

const known = ['mode', 'isolation', 'project', 'onUnhandled', 'maxSteps', 'limits', 'trace'];

/** @throws ToolError `FOW_UNKNOWN_OPTION` */
export function readOptions(...layers: readonly unknown[]): Settings {
  const options: FakeOhosWorkerOptions = Object.assign({}, ...layers);
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw unknownOption(name, Reflect.get(options, name));
  }
  return {
    mode: options.mode ?? 'manual',
    isolation: options.isolation ?? 'context',
    projectRoot: options.project?.root,
    onUnhandled: options.onUnhandled ?? 'fail',
    maxSteps: options.maxSteps ?? 250_000,
    limits: { ...deviceLimits, ...options.limits },
    maxEvents: options.trace?.maxEvents ?? 100_000,
  };
}

function unknownOption(name: string, value: unknown): ToolError {
  return new ToolError({
    code: 'FOW_UNKNOWN_OPTION',
    summary: `There is no option "${name}"`,
    facts: [`given: ${name}: ${preview(value)}`, `known: ${known.join(', ')}`],
    hint: "options stand in Jest's config under globals.fakeOhosWorker, or are given to workers.configure().",
  });
}
