import type { TaskInfo } from './debuggee';
import type { ShownBreakpoint, TaskPattern } from './protocol';
import { describePattern, fits } from './task-pattern';

/** The breakpoints that clients have set. */
export class BreakpointList {
  #all: readonly ShownBreakpoint[];
  #last: number;

  /** @param all as they stood in an earlier run of the test. */
  constructor(all: readonly ShownBreakpoint[] = []) {
    this.#all = all.map((breakpoint) => ({ ...breakpoint, hits: 0 }));
    this.#last = Math.max(0, ...all.map(({ number }) => number));
  }

  get all(): readonly ShownBreakpoint[] {
    return this.#all;
  }

  /** Answers its number. */
  add(pattern: TaskPattern, stop: ShownBreakpoint['stop']): number {
    this.#all = [...this.#all, { number: ++this.#last, pattern, stop, hits: 0 }];
    return this.#last;
  }

  /** Answers whether there was one of that number. */
  remove(number: number): boolean {
    const before = this.#all.length;
    this.#all = this.#all.filter((breakpoint) => breakpoint.number !== number);
    return this.#all.length < before;
  }

  /** What a task has hit, in words; it counts as hit. */
  hit(task: TaskInfo, stop: ShownBreakpoint['stop']): string | undefined {
    const found = this.#all.filter((breakpoint) => breakpoint.stop === stop && fits(breakpoint.pattern, task));
    if (found.length === 0) return undefined;
    this.#all = this.#all.map((each) => (found.includes(each) ? { ...each, hits: each.hits + 1 } : each));
    return found.map(({ number, pattern }) => `breakpoint ${number}: ${describePattern(pattern)}`).join('; ');
  }
}
