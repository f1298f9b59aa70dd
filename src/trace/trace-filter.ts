import { isEntryType, type TraceEvent } from './trace-entry';

const roles = ['to', 'from', 'worker'] as const;

/**
 * Which entries are kept: those of the named types, if there are any, that have to do with the named agents, if there
 * are any.
 */
export class TraceFilter {
  readonly #types: ReadonlySet<string>;
  readonly #agents: ReadonlySet<string>;

  constructor(only: readonly string[]) {
    this.#types = new Set(only.filter(isEntryType));
    this.#agents = new Set(only.filter((name) => !isEntryType(name)));
  }

  keeps(agent: string, event: TraceEvent): boolean {
    if (this.#types.size > 0 && !this.#types.has(event.type)) return false;
    if (this.#agents.size === 0 || this.#agents.has(agent)) return true;
    return roles.some((role) => this.#agents.has(Reflect.get(event, role)));
  }
}
