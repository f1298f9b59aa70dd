import type { Series, WorkerHandle, WorkerHistory, World } from '../../world';
import type { EqualityContext } from '../equality';

/** As much of Jest's matcher context as the matchers use. */
export interface MatcherContext extends EqualityContext {
  readonly isNot?: boolean;
  readonly promise?: string;
  readonly expand?: boolean;
  readonly utils: EqualityContext['utils'] & {
    EXPECTED_COLOR(text: string): string;
    ensureNoExpected(expected: unknown, name: string, options?: object): void;
    matcherErrorMessage(hint: string, generic: string, specific?: string): string;
    matcherHint(name: string, received?: string, expected?: string, options?: object): string;
    printExpected(value: unknown): string;
    printReceived(value: unknown): string;
    printWithType<T>(name: string, value: T, print: (value: T) => string): string;
    printDiffOrStringify(expected: unknown, received: unknown, a: string, b: string, expand: boolean): string;
  };
}

/** What Jest takes for a matcher. */
export type JestMatcher = (
  this: MatcherContext,
  subject: unknown,
  ...args: unknown[]
) => { readonly pass: boolean; readonly message: () => string };

/** One call of a matcher that is about one worker. */
export interface MatcherCall {
  readonly context: MatcherContext;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly handle: WorkerHandle;
  readonly world: World;
}

/** Things that happened, oldest first: the youngest of so many. */
export type Remembered<T = unknown> = Pick<Series<T>, 'all' | 'count'>;

/** What has happened to the worker of a call. */
export function historyOf({ world, handle }: MatcherCall): WorkerHistory {
  return world.session.recorder.historyOf(world.recordOf(handle));
}

/** What a matcher finds. */
export interface Finding {
  readonly pass: boolean;
  /** What was expected and what is there, line by line; asked for when the assertion fails. */
  readonly facts: () => readonly string[];
}

export interface WorkerMatcher {
  /** Names of the arguments, for the first line of a failure. */
  readonly args: readonly string[];
  readonly find: (call: MatcherCall) => Finding;
}

export type WorkerMatchersByName = Readonly<Record<string, WorkerMatcher>>;
