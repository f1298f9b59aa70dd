export type Listener = (...args: unknown[]) => unknown;

interface Entry {
  readonly listener: Listener;
  readonly once: boolean;
  removed: boolean;
  next: Entry | undefined;
}

/** The listeners of one target: an ordered list for each event type (L-80). */
export class ListenerTable {
  readonly #first = new Map<string, Entry | undefined>();

  /** The first registration of a function decides; a second one changes nothing (L-81). */
  add(type: string, listener: Listener, once: boolean): void {
    let last: Entry | undefined;
    for (let entry = this.#first.get(type); entry !== undefined; entry = entry.next) {
      if (entry.listener === listener) return;
      last = entry;
    }
    const entry: Entry = { listener, once, removed: false, next: undefined };
    if (last === undefined) this.#first.set(type, entry);
    else last.next = entry;
  }

  /** The list stays, even when it is empty, and still counts as a list (L-57). */
  remove(type: string, listener: Listener): void {
    for (let entry = this.#first.get(type); entry !== undefined; entry = entry.next) {
      if (entry.listener === listener) return this.#unlink(type, entry);
    }
  }

  removeType(type: string): void {
    for (let entry = this.#first.get(type); entry !== undefined; entry = entry.next) entry.removed = true;
    this.#first.delete(type);
  }

  clear(): void {
    for (const type of [...this.#first.keys()]) this.removeType(type);
  }

  /** Whether the type has a list, be it an empty one (L-57). */
  hasList(type: string): boolean {
    return this.#first.has(type);
  }

  hasListeners(type: string): boolean {
    return this.#first.get(type) !== undefined;
  }

  /**
   * Calls the listeners in order of registration until `call` answers `false`; the rest is then skipped. Those of it
   * that were to be called once are `swept`, that is removed all the same (L-70), or `kept` (L-71). The next position is
   * fixed before each call (L-84); a listener that was removed meanwhile is passed over (L-85).
   */
  dispatch(type: string, call: (listener: Listener) => boolean, rest: 'swept' | 'kept' = 'swept'): void {
    let going = true;
    for (let entry = this.#first.get(type); entry !== undefined; ) {
      const next: Entry | undefined = entry.next;
      if (going) going = call(entry.listener);
      if (entry.once) this.#unlink(type, entry);
      if (!going && rest === 'kept') return;
      entry = next;
      while (entry?.removed) entry = entry.next;
    }
  }

  removeOnce(type: string): void {
    this.dispatch(type, () => false);
  }

  #unlink(type: string, entry: Entry): void {
    if (entry.removed) return;
    entry.removed = true;
    const first = this.#first.get(type);
    if (first === entry) {
      this.#first.set(type, entry.next);
      return;
    }
    for (let before = first; before !== undefined; before = before.next) {
      if (before.next === entry) before.next = entry.next;
    }
  }
}
