import { filterValues, type HypiumOptions } from '../hypium';
import { latestApiVersion, limitsAt, oldestApiVersion, type WorkerLimits } from '../ohos';
import { isEntryType, type TracePorts } from '../trace';
import { checkedOptions, count, listOf, type OptionList, oneOf } from './option-checks';

/** Settings of the world; in Jest's config under `globals.fakeOhosWorker`, in a test through `workers.configure`. */
export interface FakeOhosWorkerOptions {
  /**
   * `manual` (default): nothing runs until the test says so. `auto`: whenever the test yields to the event loop, what
   * is due runs, as on a device.
   */
  readonly mode?: 'manual' | 'auto';
  /**
   * What time workers have. `virtual` (default): it stands still until the test moves it. `jest`: that of
   * `jest.useFakeTimers()`; whoever moves one moves both. `real` (default of mode `auto`): that of the machine.
   */
  readonly clock?: 'virtual' | 'jest' | 'real';
  /**
   * `context` (default with the preset): each worker has globals of its own. `module`: only a module registry of its
   * own, inside the test's realm.
   */
  readonly isolation?: 'context' | 'module';
  /** Where the DevEco project is, if it can't be found from Jest's `rootDir`; absolute or relative to `rootDir`. */
  readonly project?: { readonly root?: string };
  /**
   * Whether modules of the platform that are neither provided nor mocked can be imported all the same: then what is used
   * of them throws, rather than their import. In Jest's config only. Default `false`.
   */
  readonly stubs?: boolean;
  /** Of a project's device tests: which of them run, with which data. In Jest's config only. */
  readonly hypium?: HypiumOptions;
  /** What an unhandled promise rejection in a worker does: fail its test (default), be recorded, or nothing. */
  readonly onUnhandled?: 'fail' | 'record' | 'ignore';
  /**
   * What is done about what a test leaves behind that has passed: `warn` (default) names the workers that nobody has
   * told to end, once for each test file; `fail` makes the test fail, because of undelivered messages and waiting timers
   * as well.
   */
  readonly leaks?: 'fail' | 'warn' | 'ignore';
  /** How many tasks `run`, `runUntil` and `settle` perform before they give up. Default 250,000. */
  readonly maxSteps?: number;
  /**
   * After how many milliseconds of real time a handler, a timer's callback or a script that does not return is cut off,
   * which ends its worker and fails the test; 0: never. Default 2,000.
   */
  readonly maxHandlerTime?: number;
  /**
   * The API level of the simulated device, 7 to 26 (default). What did not exist at that level is not there:
   * `ThreadWorker` before 9, global calls and `RestrictedWorker` before 11, `onAllErrors` before 18 … Imports of the
   * test see the change at once; a class or object that was taken out of one before stays as it is.
   */
  readonly apiVersion?: number;
  /** How many workers may live at once, for each class and in all. Default: what devices of the API level allow. */
  readonly limits?: Partial<WorkerLimits>;
  readonly trace?: {
    /**
     * How many entries the trace keeps; 0 switches it off. Default 100,000. So many messages, errors and the like are
     * also kept of each worker, but never less than 1,000.
     */
    readonly maxEvents?: number;
    /**
     * Which entries are kept: types of entries, such as `message`, and agents, such as `host` or `worker#1`. With both,
     * an entry must be of one of the types and have to do with one of the agents. Default: all.
     */
    readonly only?: readonly string[];
    /** Names of properties whose values show as `[redacted]` in all data and console lines of the trace. */
    readonly redact?: readonly string[];
    /**
     * A folder, absolute or relative to Jest's `rootDir`, into which the trace of each test that fails is written as a
     * page for the browser; the failure names the file. Needs the preset. Default: none is written.
     */
    readonly html?: string;
  };
}

/** The options with every default filled in. */
export interface Settings {
  readonly mode: 'manual' | 'auto';
  readonly clock: 'virtual' | 'jest' | 'real';
  readonly isolation: 'context' | 'module';
  readonly projectRoot: string | undefined;
  readonly onUnhandled: 'fail' | 'record' | 'ignore';
  readonly leaks: 'fail' | 'warn' | 'ignore';
  readonly maxSteps: number;
  readonly maxHandlerTime: number;
  readonly apiVersion: number;
  readonly limits: WorkerLimits;
  readonly trace: Pick<TracePorts, 'maxEvents' | 'only' | 'redact'> & { readonly html?: string };
  /** How many messages, errors and the like of each worker are remembered. */
  readonly mostKept: number;
}

/** What handles remember even with a short trace, or none. */
const leastKept = 1_000;

const tracedThings = listOf("types of entries, such as 'message', and agents, such as 'host' or 'worker#1'", (name) => {
  return isEntryType(name) || name === 'host' || name.includes('#');
});

const propertyNames = listOf('names of properties', () => true);

const path = { expected: 'a path', accepts: (value: unknown) => typeof value === 'string' && value !== '' };

const known: OptionList = {
  checks: {
    mode: oneOf('manual', 'auto'),
    clock: oneOf('virtual', 'jest', 'real'),
    isolation: oneOf('context', 'module'),
    project: { root: path },
    stubs: { expected: 'true or false', accepts: (value) => typeof value === 'boolean' },
    hypium: {
      level: oneOf(...filterValues.level),
      size: oneOf(...filterValues.size),
      testType: oneOf(...filterValues.testType),
      data: { expected: '{ suites }', accepts: (value) => typeof value === 'object' && value !== null },
    },
    onUnhandled: oneOf('fail', 'record', 'ignore'),
    leaks: oneOf('fail', 'warn', 'ignore'),
    maxSteps: count(1),
    maxHandlerTime: count(0),
    apiVersion: count(oldestApiVersion, latestApiVersion),
    limits: { ThreadWorker: count(0), RestrictedWorker: count(0), Worker: count(0), total: count(0) },
    trace: { maxEvents: count(0), only: tracedThings, redact: propertyNames, html: path },
  },
  hint: "options stand in Jest's config under globals.fakeOhosWorker, or are given to workers.configure().",
};

/**
 * Later layers win, name by name. What Jest's config says may be nothing.
 *
 * @throws ToolError `FOW_UNKNOWN_OPTION`, `FOW_BAD_OPTION`
 */
export function readOptions(configured: unknown = {}, ...layers: readonly unknown[]): Settings {
  const given = [configured, ...layers].map((layer) => checkedOptions(layer as FakeOhosWorkerOptions, known));
  const options: FakeOhosWorkerOptions = Object.assign({}, ...given);
  const { root } = Object.assign({}, ...given.map(({ project }) => project));
  const { apiVersion = latestApiVersion } = options;
  const trace: Settings['trace'] = Object.assign({ maxEvents: 100_000 }, ...given.map((each) => each.trace));
  const { mode = 'manual' } = options;
  return {
    mode,
    clock: options.clock ?? (mode === 'auto' ? 'real' : 'virtual'),
    isolation: options.isolation ?? 'context',
    projectRoot: root,
    onUnhandled: options.onUnhandled ?? 'fail',
    leaks: options.leaks ?? 'warn',
    maxSteps: options.maxSteps ?? 250_000,
    maxHandlerTime: options.maxHandlerTime ?? 2_000,
    apiVersion,
    limits: Object.assign({}, limitsAt(apiVersion), ...given.map(({ limits }) => limits)),
    trace,
    mostKept: Math.max(trace.maxEvents, leastKept),
  };
}
