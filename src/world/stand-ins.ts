import type { ToolErrorParts } from '../base';
import type { ScriptLookup, StandIn } from '../ohos';
import { type Project, type ScriptResolution, withoutExtension } from '../project';
import { badStandIn } from './usage-errors';
import type { World } from './world';

interface Entry {
  readonly url: string;
  /** The URL without its extension. */
  readonly key: string;
  /** The file of the test that gave it. */
  readonly callingFile: string | undefined;
  readonly standIn: StandIn;
  /** The compiled file that its URL means, be there one or not. */
  readonly records: WeakMap<Project, { readonly record?: string }>;
}

/** The functions of the test that run in place of worker scripts. */
export class StandIns {
  #all: Entry[] = [];
  /** URLs of the test file that no constructor has asked for, by key. */
  readonly #unused = new Map<string, string>();
  readonly #used = new Set<string>();

  constructor(private readonly world: World) {}

  /** Lasts until the scope that is going on ends. */
  add(url: string, standIn: StandIn): void {
    if (typeof url !== 'string' || typeof standIn !== 'function') throw badStandIn(url, standIn);
    const { main, ports } = this.world.session.app;
    const callingFile = main.kit.callingFiles().find((file) => !ports.isOwnFile(file));
    const entry = { url, key: withoutExtension(url), callingFile, standIn, records: new WeakMap() };
    this.#all.push(entry);
    if (!this.#used.has(entry.key)) this.#unused.set(entry.key, url);
    this.world.untilScopeEnds(() => {
      this.#all = this.#all.filter((other) => other !== entry);
    });
  }

  /**
   * What a script URL leads to: the youngest stand-in that was given for it, or else for another URL of the same script,
   * or else what the project says.
   */
  lookUp(url: string, callingFile: string | undefined): ScriptLookup {
    const { project } = this.world;
    const key = withoutExtension(url);
    const named = this.#all.findLast((entry) => entry.key === key);
    if (named !== undefined) return this.#use(named);
    const resolution = project.resolveScript(url, callingFile);
    const { record } = resolution;
    const meant = record === undefined ? undefined : this.#all.findLast((entry) => recordOf(entry, project) === record);
    return meant === undefined ? this.#showMine(resolution) : this.#use(meant);
  }

  /** What is told at the end of the test file about those that no constructor has asked for. */
  takeUnused(): ToolErrorParts | undefined {
    const urls = [...this.#unused.values()];
    this.#unused.clear();
    return urls.length === 0 ? undefined : neverConstructed(urls);
  }

  #use({ key, standIn }: Entry): ScriptLookup {
    this.#used.add(key);
    this.#unused.delete(key);
    return { kind: 'stand-in', standIn };
  }

  /** A URL that no script has may be a misspelt one that has a stand-in. */
  #showMine(resolution: ScriptResolution): ScriptLookup {
    if (resolution.kind !== 'refused' || this.#all.length === 0) return resolution;
    const { problem } = resolution;
    const urls = new Set(this.#all.map(({ url }) => JSON.stringify(url)));
    const fact = `workers.script() was given a stand-in for: ${[...urls].join(', ')}`;
    return { ...resolution, problem: { ...problem, facts: [...(problem.facts ?? []), fact] } };
  }
}

function recordOf({ url, callingFile, records }: Entry, project: Project): string | undefined {
  const known = records.get(project) ?? project.resolveScript(url, callingFile);
  records.set(project, known);
  return known.record;
}

function neverConstructed(urls: readonly string[]): ToolErrorParts {
  return {
    code: 'FOW_STAND_IN_UNUSED',
    summary: 'A stand-in has taken the place of no worker',
    facts: urls.map((url) => `workers.script(${JSON.stringify(url)}): no test of this file has started such a worker`),
    hint: 'does the app start it with another URL, or is the stand-in not needed?',
  };
}
