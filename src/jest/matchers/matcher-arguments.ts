import { type DropReason, dropReasons } from '../../world';
import type { MatcherCall, Remembered } from './matcher-context';

/** Ends a matcher that was called in a way that can't be meant, in Jest's own form. */
function refuse({ context: { utils, isNot, promise }, name, handle }: MatcherCall, wrong: WrongArgument): never {
  const hint = utils.matcherHint(name, handle.label, wrong.argument, { isNot: isNot === true, promise: promise ?? '' });
  const generic = `${utils.EXPECTED_COLOR(wrong.argument)} ${wrong.rule}`;
  const specific = 'value' in wrong ? utils.printWithType('Given', wrong.value, utils.printExpected) : undefined;
  throw new Error(utils.matcherErrorMessage(hint, generic, specific));
}

/** Ends a matcher that would have to know what is forgotten. */
export function refuseForgotten(call: MatcherCall, { all, count }: Remembered, things: string): never {
  const { context, name, handle, args } = call;
  const options = { isNot: context.isNot === true, promise: context.promise ?? '' };
  const hint = context.utils.matcherHint(name, handle.label, args.length === 0 ? '' : '…', options);
  const generic = `of ${count} ${things}, the first ${count - all.length} are forgotten`;
  const specific = 'The option trace.maxEvents says how many are kept.';
  throw new Error(context.utils.matcherErrorMessage(hint, generic, specific));
}

interface WrongArgument {
  readonly argument: string;
  /** What holds for the argument, as the end of a sentence. */
  readonly rule: string;
  /** What was given, unless nothing was. */
  readonly value?: unknown;
}

/** The argument at `index`, a whole number from `least` on. */
export function countAt(call: MatcherCall, index: number, least: 0 | 1): number {
  const value = call.args[index];
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  return refuse(call, { argument: 'n', rule: `must be a whole number from ${least} on`, value });
}

/** Messages may be anything, `undefined` too: what counts is how many arguments there are. */
export function assertMessage(
  call: MatcherCall,
  { required, before = 0 }: { required: boolean; before?: number },
): void {
  if (required && call.args.length <= before) refuse(call, { argument: 'message', rule: 'must be given' });
  const [surplus] = call.args.slice(before + 1);
  if (call.args.length > before + 1) {
    refuse(call, { argument: 'message', rule: 'must be the last argument: a message is one value', value: surplus });
  }
}

export function assertNoArguments({ context, name, args }: MatcherCall): void {
  context.utils.ensureNoExpected(args[0], name, { isNot: context.isNot === true, promise: context.promise ?? '' });
}

export function exitCodeOf(call: MatcherCall): unknown {
  const [code] = call.args;
  if (code === 0 || code === 1 || isAsymmetric(code)) return code;
  return refuse(call, { argument: 'code', rule: 'must be 0 or 1: there are no other exit codes', value: code });
}

/** The options of `toHaveDropped`. */
export function dropOptionsOf(call: MatcherCall): { readonly reason?: unknown } {
  const [, options = {}] = call.args;
  const fits =
    typeof options === 'object' && options !== null && Object.keys(options).every((option) => option === 'reason');
  if (call.args.length > 2 || !fits) {
    const value = call.args.length > 2 ? call.args[2] : options;
    return refuse(call, { argument: 'options', rule: 'must be { reason }, and the last argument', value });
  }
  const reason: unknown = Reflect.get(options, 'reason');
  if (reason === undefined || isAsymmetric(reason) || dropReasons.includes(reason as DropReason)) return options;
  return refuse(call, { argument: 'reason', rule: `must be one of ${dropReasons.join(', ')}`, value: reason });
}

/** What `toHaveRaisedError` may be given, as `toThrow`. */
export function expectedErrorOf(call: MatcherCall): string | RegExp | ErrorClass | Asymmetric | { message: string } {
  const [value] = call.args;
  if (typeof value === 'string' || value instanceof RegExp || isAsymmetric(value)) return value;
  if (isClass(value) || hasMessage(value)) return value;
  const rule = 'must be a string, a regular expression, a class, an error or an asymmetric matcher';
  return refuse(call, { argument: 'error', rule, value });
}

export interface Asymmetric {
  asymmetricMatch(value: unknown): boolean;
}

export type ErrorClass = new (...args: never[]) => unknown;

export function isAsymmetric(value: unknown): value is Asymmetric {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'asymmetricMatch') === 'function';
}

export function isClass(value: unknown): value is ErrorClass {
  return typeof value === 'function' && typeof value.prototype === 'object' && value.prototype !== null;
}

export function hasMessage(value: unknown): value is { message: string } {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'message') === 'string';
}
