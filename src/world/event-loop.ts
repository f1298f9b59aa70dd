import type { Surroundings } from './surroundings';

/** Jest's own: one timer limits each test and hook. */
const leastTimers = 1;

/** What the real event loop has been asked to do since the first worker: files, sockets, timers of the test's realm. */
export class EventLoop {
  /** By Node's names, how much of what went on before is still going on, at most. */
  #before: Map<string, number> | undefined;

  constructor(private readonly surroundings: Surroundings) {}

  /** Whatever goes on when the first worker is made is not of the workers' making. */
  workerMade(): void {
    if (this.#before === undefined) this.#before = this.#count();
    else this.look();
  }

  /** What has ended by now and went on before does not hide what begins later. Answers what is going on. */
  look(): ReadonlyMap<string, number> {
    const now = this.#count();
    for (const [name, count] of this.#before ?? []) this.#before?.set(name, Math.min(count, now.get(name) ?? 0));
    return now;
  }

  /** Node's names of what it is busy with. */
  get busyWith(): string[] {
    return [...this.look()].filter(([name, count]) => count > this.#countBefore(name)).map(([name]) => name);
  }

  #countBefore(name: string): number {
    // Requests come and go: whatever was there then is over.
    if (name.includes('Req')) return 0;
    const count = this.#before?.get(name) ?? 0;
    return name === 'Timeout' ? Math.max(leastTimers, count) : count;
  }

  #count(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const name of this.surroundings.activeResources()) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  }
}
