import type { ClonePrimitives } from '../clone';
import type { Task } from '../kernel';
import type { WorkerTask } from './tasks';

interface Answer {
  readonly promise: object;
  readonly task: Task<WorkerTask>;
}

/**
 * How many promises are kept before those that are settled are forgotten. To look at one costs as much as a delivery, so
 * that most tests should not come here. Weak references are no way out: what is told must not depend on the collector.
 */
const fewestKept = 20_000;

/** What handlers and scripts of workers have answered, with the tasks in which they were called. */
export class Answers {
  readonly #tasks = new WeakMap<object, Task<WorkerTask>>();
  #promises: Answer[] = [];
  #mostKept = fewestKept;

  constructor(private readonly primitives: Pick<ClonePrimitives, 'types' | 'inspect'>) {}

  add(answer: unknown, task: Task<WorkerTask> | undefined): void {
    if (typeof answer !== 'object' || answer === null || task === undefined) return;
    this.#tasks.set(answer, task);
    if (!this.primitives.types.isPromise(answer)) return;
    this.#promises.push({ promise: answer, task });
    if (this.#promises.length > this.#mostKept) this.#forgetSettled();
  }

  /** The task in which something was answered. */
  taskOf(answer: object): Task<WorkerTask> | undefined {
    return this.#tasks.get(answer);
  }

  /** The tasks whose promises are not settled, in the order of the answers. */
  get pending(): Task<WorkerTask>[] {
    this.#forgetSettled();
    return this.#promises.map(({ task }) => task);
  }

  #forgetSettled(): void {
    this.#promises = this.#promises.filter(({ promise }) => this.#isPending(promise));
    this.#mostKept = Math.max(fewestKept, this.#promises.length * 2);
  }

  /** To ask the promise itself would count as handling its rejection. */
  #isPending(promise: object): boolean {
    const shown = this.primitives.inspect(promise, { depth: 0, customInspect: false, maxArrayLength: 0 });
    return /^[^{']*\{\s+<pending>/.test(shown);
  }
}
