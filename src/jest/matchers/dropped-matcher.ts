import type { DroppedMessage } from '../../world';
import { messagesEqual } from '../equality';
import { dropOptionsOf, refuseForgotten } from './matcher-arguments';
import { historyOf, type MatcherContext, type WorkerMatchersByName } from './matcher-context';
import { listOf } from './message-list';
import { printable } from './printable';

export const droppedMatcher: WorkerMatchersByName = {
  toHaveDropped: {
    args: ['message', 'options'],
    find(call) {
      const options = dropOptionsOf(call);
      const { context, args } = call;
      const series = historyOf(call).dropped;
      const dropped = series.all;
      const fits = ({ data, reason }: DroppedMessage): boolean =>
        (args.length === 0 || messagesEqual(context, data, args[0])) &&
        (options.reason === undefined || messagesEqual(context, reason, options.reason));
      const facts = () => [
        `expected: ${context.isNot ? 'no' : 'a'} dropped message${described(context, args, options.reason)}`,
        ...listOf(dropped.map((message) => describeDrop(context, message))),
      ];
      const pass = dropped.some(fits);
      if (!pass && series.count > dropped.length) refuseForgotten(call, series, 'dropped messages');
      return { pass, facts };
    },
  },
};

function described({ utils }: MatcherContext, [message, ...rest]: readonly unknown[], reason: unknown): string {
  const data = message === undefined && rest.length === 0 ? '' : ` equal to ${utils.printExpected(printable(message))}`;
  return reason === undefined ? data : `${data}, with the reason ${utils.printExpected(reason)}`;
}

function describeDrop({ utils }: MatcherContext, { from, to, data, reason }: DroppedMessage): string {
  return `${from} -> ${to}  ${utils.printReceived(printable(data))}, with the reason ${utils.printReceived(reason)}`;
}
