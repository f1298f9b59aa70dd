import { matchesArgument } from './argument-matchers';
import { misuse } from './misuse';

type AnyFunction = (...args: unknown[]) => unknown;

/** What a mocked function does when it is called with some arguments. */
interface Stub {
  readonly args: readonly unknown[];
  readonly action: AnyFunction;
}

/** What `when(f)(…)` answers: one of these says what the function does from now on. */
export interface Stubbing {
  afterReturn(value: unknown): void;
  afterReturnNothing(): void;
  /** Whatever is given is thrown as it is. */
  afterThrow(thrown: unknown): void;
  afterAction(action: AnyFunction): void;
}

/** A function that does nothing, unless {@link when} has said what. */
export interface MockFunction extends AnyFunction, Stubbing {}

const stubsOf: unique symbol = Symbol('stubs');

/** @param record hears of each call. */
export function createMockFunction(record: (args: readonly unknown[]) => void): MockFunction {
  const stubs: Stub[] = [];
  // What was said last counts.
  const find = (args: readonly unknown[]) => stubs.findLast((stub) => stubMatches(stub, args));
  const mock = function (this: unknown, ...args: unknown[]): unknown {
    record(args);
    return find(args)?.action.apply(this, args);
  };
  return Object.assign(mock, { [stubsOf]: stubs }, stubbing(stubs, []));
}

/** Without arguments it is for calls without them. */
function stubMatches({ args }: Stub, given: readonly unknown[]): boolean {
  return args.length === 0 ? given[0] === undefined : args.every((wanted, at) => matchesArgument(wanted, given[at]));
}

function stubbing(stubs: Stub[], args: readonly unknown[]): Stubbing {
  const add = (action: AnyFunction): void => {
    stubs.push({ args, action });
  };
  return {
    afterReturn: (value) => add(() => value),
    afterReturnNothing: () => add(() => undefined),
    afterThrow: (thrown) =>
      add(() => {
        throw thrown;
      }),
    afterAction: add,
  };
}

/**
 * Begins to say what a mocked function does: `when(f)('a').afterReturn(1)`.
 *
 * @throws ToolError `FOW_HYPIUM_MISUSED` for a function that no `MockKit` has mocked
 */
export function when(mock: unknown): (...args: unknown[]) => Stubbing {
  const stubs: unknown = typeof mock === 'function' ? Reflect.get(mock, stubsOf) : undefined;
  if (!Array.isArray(stubs)) {
    const name = typeof mock === 'function' ? mock.name || 'an anonymous function' : String(mock);
    throw misuse(`when() can't be told of ${name}, which is no mock`, 'give it what mockFunc() has answered.');
  }
  return (...args) => stubbing(stubs as Stub[], args);
}
