import type { ScriptLookup, StandIn } from '../ohos';
import type { ScriptResolution } from '../project';
import { badStandIn } from './usage-errors';
import type { World } from './world';

/** The functions of the test that run in place of worker scripts. */
export class StandIns {
  #all: { readonly url: string; readonly standIn: StandIn }[] = [];

  constructor(private readonly world: World) {}

  /** Lasts until the scope that is going on ends. */
  add(url: string, standIn: StandIn): void {
    if (typeof url !== 'string' || typeof standIn !== 'function') throw badStandIn(url, standIn);
    const entry = { url, standIn };
    this.#all.push(entry);
    this.world.untilScopeEnds(() => {
      this.#all = this.#all.filter((other) => other !== entry);
    });
  }

  /** What a script URL leads to: the youngest stand-in that was given for it, or what the project says. */
  lookUp(url: string, inProject: () => ScriptResolution): ScriptLookup {
    const entry = this.#all.findLast((candidate) => candidate.url === url);
    if (entry !== undefined) return { kind: 'stand-in', standIn: entry.standIn };
    const resolution = inProject();
    return resolution.kind === 'refused' && this.#all.length > 0 ? this.#showMine(resolution) : resolution;
  }

  /** A URL that no script has may be a misspelt one that has a stand-in. */
  #showMine({ kind, problem }: Extract<ScriptResolution, { kind: 'refused' }>): ScriptLookup {
    const urls = new Set(this.#all.map(({ url }) => JSON.stringify(url)));
    const fact = `workers.script() was given a stand-in for: ${[...urls].join(', ')}`;
    return { kind, problem: { ...problem, facts: [...(problem.facts ?? []), fact] } };
  }
}
