import type { Project } from '../project';
import { type FakeOhosWorkerOptions, readOptions, type Settings } from './options';
import type { Surroundings } from './surroundings';
import { configuredTooLate, onlyInConfig } from './usage-errors';

/** Options that may change while workers live. */
const changeable = ['mode', 'clock', 'maxSteps', 'maxHandlerTime', 'onUnhandled', 'leaks'];

/** The options that hold: what Jest's config says, and what scopes have changed. */
export class Configuration {
  #settings: Settings;
  #project: Project;
  #changes: { readonly scope: object; readonly options: FakeOhosWorkerOptions }[] = [];

  constructor(
    private readonly surroundings: Surroundings,
    private readonly changed: (before: Settings) => void,
  ) {
    this.#settings = readOptions(surroundings.options);
    this.#project = surroundings.openProject(this.#settings.projectRoot);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The project that they say. */
  get project(): Project {
    return this.#project;
  }

  /**
   * Changes options until the scope that is going on ends. Answers whether they need a new process.
   *
   * @param hasWorkers whether the process has had any; then options that need a new one are refused.
   */
  change(options: FakeOhosWorkerOptions, hasWorkers: boolean): boolean {
    const settings = this.#read(options);
    if (options.stubs !== undefined) throw onlyInConfig('stubs', options.stubs);
    const needsNewProcess = Object.keys(options).some((name) => !changeable.includes(name));
    if (needsNewProcess && hasWorkers) throw configuredTooLate(options);
    const scope = this.surroundings.currentScope();
    this.#apply(settings);
    this.#changes.push({ scope, options });
    return needsNewProcess;
  }

  /** The options are what they were before the scope. */
  endScope(scope: object): void {
    const left = this.#changes.filter((change) => change.scope !== scope);
    if (left.length === this.#changes.length) return;
    this.#changes = left;
    this.#apply(this.#read());
  }

  #read(...further: FakeOhosWorkerOptions[]): Settings {
    return readOptions(this.surroundings.options, ...this.#changes.map(({ options }) => options), ...further);
  }

  #apply(settings: Settings): void {
    const before = this.#settings;
    if (settings.projectRoot !== before.projectRoot) {
      this.#project = this.surroundings.openProject(settings.projectRoot);
    }
    this.#settings = settings;
    this.changed(before);
  }
}
