import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';

/** Whether a rule of the test concerns a task. */
export type Choice = (task: Task<WorkerTask>) => boolean;

/** What the test wants of some of the tasks that take a link. */
export type LinkRule =
  | { readonly kind: 'hold' | 'drop' | 'duplicate'; readonly concerns: Choice }
  | { readonly kind: 'delay'; readonly concerns: Choice; readonly milliseconds: number };

type RuleOf<K extends LinkRule['kind']> = Extract<LinkRule, { kind: K }>;

/** The rules of one channel, in the order in which the test gave them. */
export class LinkRules {
  #all: LinkRule[] = [];

  add(rule: LinkRule): void {
    this.#all.push(rule);
  }

  /** Answers whether it was still there. */
  remove(rule: LinkRule): boolean {
    const before = this.#all.length;
    this.#all = this.#all.filter((other) => other !== rule);
    return this.#all.length < before;
  }

  removeKind(kind: LinkRule['kind']): void {
    this.#all = this.#all.filter((rule) => rule.kind !== kind);
  }

  clear(): void {
    this.#all = [];
  }

  /** Those that concern a task. Every one is asked once, as it may count. */
  of<K extends LinkRule['kind']>(kind: K, task: Task<WorkerTask>): RuleOf<K>[] {
    return this.#all.filter((rule): rule is RuleOf<K> => rule.kind === kind && rule.concerns(task));
  }
}

export function isMessage({ payload }: Task<WorkerTask>): boolean {
  return payload.kind === 'message';
}
