import { AssertException } from './assert-exception';
import { assertions } from './assertions';
import { type AssertionCall, failureText } from './failure-text';
import { judgePromise, promiseAssertions } from './promise-assertions';
import type { Verdict } from './verdict';

/** An assertion of the user's own. `expected` holds all arguments that it was given. */
export type CustomAssertion = (actual: unknown, expected: readonly unknown[]) => { pass: boolean; message?: string };

type Assertion = (...args: unknown[]) => unknown;

/** What `expect` answers. Custom assertions come and go, so that their names are not known beforehand. */
export type Assert = { not(): Assert; message(text: string): Assert } & Record<string, Assertion>;

interface Manner {
  readonly negated: boolean;
  readonly message: string | undefined;
}

/** `expect` and the custom assertions that it knows. */
export class Expectations {
  readonly #custom = new Map<string, CustomAssertion>();

  /** @param failed is told of every assertion that fails. */
  constructor(private readonly failed: (failure: AssertException) => void) {}

  readonly expect = (actual?: unknown): Assert => this.#assert(actual, { negated: false, message: undefined });

  /** Under the function's name. */
  register(assertion: CustomAssertion): void {
    this.#custom.set(assertion.name, assertion);
  }

  unregister(assertion: string | CustomAssertion): void {
    this.#custom.delete(typeof assertion === 'string' ? assertion : assertion.name);
  }

  #assert(actual: unknown, manner: Manner): Assert {
    const made: Record<string, Assertion> = {
      not: () => this.#assert(actual, { ...manner, negated: !manner.negated }),
      message: (text) => this.#assert(actual, { ...manner, message: String(text) }),
    };
    for (const [name, judge] of Object.entries(assertions)) {
      made[name] = (...args) => this.#enforce(judge(actual, args), callOf(name, args, manner));
    }
    for (const name of promiseAssertions) {
      made[name] = (...args) => {
        // Made here, where the stack still shows the line that asserts.
        const failure = new AssertException();
        return judgePromise(name, actual, args).then((verdict) =>
          this.#enforce(verdict, callOf(name, args, manner), failure),
        );
      };
    }
    for (const [name, custom] of this.#custom) {
      made[name] = (...args) => this.#enforceCustom(custom(actual, args), callOf(name, args, manner));
    }
    return made as Assert;
  }

  /** @param failure made earlier, for the sake of its stack. */
  #enforce(verdict: Verdict, call: AssertionCall, failure?: AssertException): void {
    if (verdict.pass !== call.negated) return;
    const text = failureText(call, verdict);
    this.#fail(failure === undefined ? new AssertException(text) : withMessage(failure, text));
  }

  #enforceCustom({ pass, message = '' }: ReturnType<CustomAssertion>, call: AssertionCall): void {
    if (pass !== call.negated) return;
    const { name, negated, message: own } = call;
    const said = `${negated ? 'not().' : ''}${name}: ${message}`;
    this.#fail(new AssertException(own === undefined ? said : `${own}\n\n${said}`));
  }

  #fail(failure: AssertException): never {
    this.failed(failure);
    throw failure;
  }
}

function callOf(name: string, args: readonly unknown[], { negated, message }: Manner): AssertionCall {
  return { name, negated, message, arity: args.length };
}

/** The stack holds the message, too. */
function withMessage(failure: AssertException, message: string): AssertException {
  const frames = (failure.stack ?? '').split('\n').slice(1);
  failure.message = message;
  failure.stack = [`${failure.name}: ${message}`, ...frames].join('\n');
  return failure;
}
