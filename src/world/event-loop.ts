import type { Surroundings } from './surroundings';

/** Jest's own: one timer limits each test and hook. */
const leastTimers = 1;

/** What the real event loop has been asked to do since the first worker: files, sockets, timers of the test's realm. */
export class EventLoop {
  #before: ReadonlyMap<string, number> | undefined;

  constructor(private readonly surroundings: Surroundings) {}

  /** Whatever goes on by now is not of the workers' making. */
  begin(): void {
    this.#before ??= counted(this.surroundings.activeResources());
  }

  /** Node's names of what it is busy with. */
  get busyWith(): string[] {
    const now = counted(this.surroundings.activeResources());
    return [...now].filter(([name, count]) => count > this.#countBefore(name)).map(([name]) => name);
  }

  #countBefore(name: string): number {
    // Requests come and go: whatever was there then is over.
    if (name.includes('Req')) return 0;
    const count = this.#before?.get(name) ?? 0;
    return name === 'Timeout' ? Math.max(leastTimers, count) : count;
  }
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
