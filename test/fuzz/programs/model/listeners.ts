interface Entry {
  readonly listener: Callable;
  once: boolean;
  removed: boolean;
}

export type Callable = (this: unknown, ...args: unknown[]) => unknown;

export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

interface Walk {
  readonly entries: Entry[];
  current: Entry | undefined;
  /** Fixed before each call (L-84). */
  next: Entry | undefined;
}

/** The listeners of one host object or port: an ordered list for each type. */
export class ModelListeners {
  readonly #types = new Map<string, Entry[]>();
  readonly #walks: Walk[] = [];

  /** @param undefinedBehaviour is told when the program does what no rule decides (L-85). */
  constructor(private readonly undefinedBehaviour: (what: string) => void) {}

  /** Whether there is a table, be it an empty one (L-57). */
  hasTable(type: string): boolean {
    return this.#types.has(type);
  }

  hasAny(type: string): boolean {
    return (this.#types.get(type)?.length ?? 0) > 0;
  }

  /** The first registration wins (L-81), unless a mutant says that the last one does. */
  add(type: string, listener: Callable, once: boolean, lastWins = false): void {
    const entries = this.#types.get(type) ?? [];
    this.#types.set(type, entries);
    const known = entries.find((entry) => entry.listener === listener);
    if (known === undefined) entries.push({ listener, once, removed: false });
    else if (lastWins) known.once = once;
  }

  remove(type: string, listener?: Callable): void {
    const entries = this.#types.get(type) ?? [];
    if (listener === undefined) {
      if (this.#walks.some((walk) => walk.entries === entries))
        this.undefinedBehaviour('a type removed while dispatching');
      this.#types.delete(type);
      return;
    }
    const entry = entries.find((candidate) => candidate.listener === listener);
    if (entry !== undefined) this.#removeEntry(entries, entry, 'a listener removed while dispatching');
  }

  removeAll(): void {
    if (this.#walks.length > 0) this.undefinedBehaviour('all listeners removed while dispatching');
    this.#types.clear();
  }

  /** Gone with the native record; a walk that goes on finds nothing more. */
  clear(): void {
    this.#types.clear();
  }

  /**
   * Calls `call` with each listener in order. It answers whether the walk goes on; when it doesn't, the rest is skipped,
   * and its `once` listeners are removed or left, as the rule of the caller says.
   */
  walk(type: string, call: (listener: Callable) => 'goes on' | 'breaks off' | 'breaks off and sweeps'): void {
    const entries = this.#types.get(type);
    if (entries === undefined) return;
    const walk: Walk = { entries, current: undefined, next: entries[0] };
    this.#walks.push(walk);
    try {
      while (walk.next !== undefined) {
        const current: Entry = walk.next;
        walk.current = current;
        walk.next = entries[entries.indexOf(current) + 1];
        const outcome = call(current.listener);
        walk.current = undefined;
        if (current.once) this.#removeEntry(entries, current, 'a once listener removed twice');
        if (outcome === 'goes on') continue;
        if (outcome === 'breaks off and sweeps') this.#sweep(walk);
        return;
      }
    } finally {
      this.#walks.pop();
    }
  }

  /** Removes every `once` listener of a type that is not called because an exception is pending (L-70). */
  sweep(type: string): void {
    const entries = this.#types.get(type);
    if (entries !== undefined) this.#sweep({ entries, current: undefined, next: entries[0] });
  }

  #sweep({ entries, next }: Walk): void {
    const rest = next === undefined ? [] : entries.slice(entries.indexOf(next));
    for (const entry of rest) if (entry.once) this.#removeEntry(entries, entry, 'a once listener removed twice');
  }

  #removeEntry(entries: Entry[], entry: Entry, what: string): void {
    if (entry.removed) return this.undefinedBehaviour(what);
    for (const walk of this.#walks) {
      if (walk.next === entry || (walk.current === entry && entry.once)) this.undefinedBehaviour(what);
    }
    entry.removed = true;
    entries.splice(entries.indexOf(entry), 1);
  }
}
