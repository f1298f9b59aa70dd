import type { Verdict } from './verdict';

/** How an assertion was called. */
export interface AssertionCall {
  readonly name: string;
  readonly negated: boolean;
  /** How many arguments it was given. */
  readonly arity: number;
  /** What `message()` was given. */
  readonly message: string | undefined;
}

/** The message of a failed assertion: the user's own words first. */
export function failureText(call: AssertionCall, { expected, received, notes = [] }: Verdict): string {
  const { name, negated, arity, message } = call;
  const head = `expect(received)${negated ? '.not()' : ''}.${name}(${arity > 0 ? 'expected' : ''})`;
  const lines = [`Expected: ${negated ? 'not ' : ''}${expected}`];
  if (received !== undefined) lines.push(`Received: ${received}`);
  return [...(message === undefined ? [] : [message]), head, [...lines, ...notes].join('\n')].join('\n\n');
}
