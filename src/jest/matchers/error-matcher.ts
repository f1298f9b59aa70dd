import { errorText, type RaisedError } from '../../world';
import { expectedErrorOf, hasMessage, isAsymmetric, isClass } from './matcher-arguments';
import { historyOf, type MatcherCall, type MatcherContext, type WorkerMatchersByName } from './matcher-context';
import { listOf } from './message-list';

export const errorMatcher: WorkerMatchersByName = {
  toHaveRaisedError: {
    args: ['error'],
    find(call) {
      const { context, world } = call;
      const wanted = call.args.length === 0 ? anyError : wantedBy(call);
      const raised = historyOf(call).raised.all;
      const matching = raised.filter(wanted.matches);
      // What the test expects neither fails it nor comes out of the next run().
      if (context.isNot !== true) for (const error of matching) world.session.uncaught.expect(error);
      const facts = () => [
        `expected: ${context.isNot ? 'no ' : ''}${wanted.description}`,
        ...listOf(raised.map((each) => describeRaised(context, each))),
      ];
      return { pass: matching.length > 0, facts };
    },
  },
};

interface WantedError {
  readonly description: string;
  matches(raised: RaisedError): boolean;
}

const anyError: WantedError = { description: 'uncaught error', matches: () => true };

/** As `toThrow` reads its argument. */
function wantedBy(call: MatcherCall): WantedError {
  const wanted = expectedErrorOf(call);
  const shown = (value: unknown): string => call.context.utils.printExpected(value);
  if (typeof wanted === 'string') {
    return {
      description: `error with ${shown(wanted)} in its message`,
      matches: ({ error }) => messageOf(error).includes(wanted),
    };
  }
  if (wanted instanceof RegExp) {
    const matches = ({ error }: RaisedError): boolean => messageOf(error).search(wanted) >= 0;
    return { description: `error whose message matches ${shown(wanted)}`, matches };
  }
  if (isAsymmetric(wanted)) {
    return { description: `error that is ${shown(wanted)}`, matches: ({ error }) => wanted.asymmetricMatch(error) };
  }
  if (isClass(wanted)) {
    const { name } = wanted;
    const matches = ({ error, classes }: RaisedError): boolean => error instanceof wanted || classes.includes(name);
    return { description: `error of the class ${name}`, matches };
  }
  const { message } = wanted;
  return {
    description: `error with the message ${shown(message)}`,
    matches: ({ error }) => messageOf(error) === message,
  };
}

function messageOf(thrown: unknown): string {
  return hasMessage(thrown) ? thrown.message : errorText(thrown);
}

/** An error of a class of the app arrives as one of the builtin kinds. */
function describeRaised({ utils }: MatcherContext, { error, classes }: RaisedError): string {
  const [own] = classes;
  const isOther = hasMessage(error) && own !== undefined && !errorText(error).startsWith(own);
  return `${utils.printReceived(error)}${isOther ? ` (${own})` : ''}`;
}
