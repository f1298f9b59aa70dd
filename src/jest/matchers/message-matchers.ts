import type { WorkerHistory } from '../../world';
import { messagesEqual } from '../equality';
import { assertMessage, countAt, refuseForgotten } from './matcher-arguments';
import {
  type Finding,
  historyOf,
  type MatcherCall,
  type MatcherContext,
  type Remembered,
  type WorkerMatcher,
  type WorkerMatchersByName,
} from './matcher-context';
import { closestTo, diffOf, listOf } from './message-list';
import { printable } from './printable';

type MessagesOf = (history: WorkerHistory) => Remembered;

/** `toHaveReceivedMessage`, `toHavePostedMessage`, and the forms of both that count. */
export const messageMatchers: WorkerMatchersByName = {
  ...familyOf('Received', ({ received }) => received),
  ...familyOf('Posted', ({ posted }) => posted),
};

function familyOf(direction: 'Received' | 'Posted', messagesOf: MessagesOf): WorkerMatchersByName {
  return {
    [`toHave${direction}Message`]: some(messagesOf),
    [`toHave${direction}MessageTimes`]: times(messagesOf),
    [`toHave${direction}NthMessage`]: nth(messagesOf),
    [`toHave${direction}LastMessage`]: last(messagesOf),
  };
}

function some(messagesOf: MessagesOf): WorkerMatcher {
  return {
    args: ['message'],
    find(call) {
      assertMessage(call, { required: false });
      const { context, args } = call;
      const series = messagesOf(historyOf(call));
      const messages = series.all;
      const matching = matches(call, args, messages);
      if (matching.length === 0) assertAllKnown(call, series);
      const facts = () =>
        args.length > 0 && matching.length === 0
          ? unlike(context, args[0], messages)
          : [
              `expected: ${context.isNot ? 'no' : 'any'} message${equalTo(context, args)}`,
              ...printed(context, messages),
            ];
      return { pass: matching.length > 0, facts };
    },
  };
}

function times(messagesOf: MessagesOf): WorkerMatcher {
  return {
    args: ['n', 'message'],
    find(call) {
      const count = countAt(call, 0, 0);
      assertMessage(call, { required: false, before: 1 });
      const { context } = call;
      const wanted = call.args.slice(1);
      const series = messagesOf(historyOf(call));
      const messages = series.all;
      if (wanted.length > 0) assertAllKnown(call, series);
      const found = wanted.length > 0 ? matches(call, wanted, messages).length : series.count;
      const facts = () => [
        `expected: ${context.isNot ? 'not ' : ''}${countOf(count)}${equalTo(context, wanted)}`,
        `received: ${countOf(found)}${wanted.length > 0 ? `, of ${messages.length} in all` : ''}`,
        ...printed(context, messages).slice(1),
      ];
      return { pass: found === count, facts };
    },
  };
}

function nth(messagesOf: MessagesOf): WorkerMatcher {
  return {
    args: ['n', 'message'],
    find(call) {
      const n = countAt(call, 0, 1);
      assertMessage(call, { required: true, before: 1 });
      const series = messagesOf(historyOf(call));
      const forgotten = series.count - series.all.length;
      if (n <= forgotten) refuseForgotten(call, series, 'messages');
      return at(call, series, n - 1, call.args[1]);
    },
  };
}

function last(messagesOf: MessagesOf): WorkerMatcher {
  return {
    args: ['message'],
    find(call) {
      assertMessage(call, { required: true });
      const series = messagesOf(historyOf(call));
      return at(call, series, series.count - 1, call.args[0]);
    },
  };
}

/** About the message at one place. */
function at({ context }: MatcherCall, { all: messages, count }: Remembered, index: number, wanted: unknown): Finding {
  const exists = index >= 0 && index < count;
  const message = messages[index - (count - messages.length)];
  const pass = exists && messagesEqual(context, message, wanted);
  const facts = () => {
    if (!exists || pass) {
      const place = index < 0 ? '' : ` as message ${index + 1}`;
      const expected = `${context.isNot ? 'not ' : ''}${context.utils.printExpected(printable(wanted))}`;
      return [`expected: ${expected}${place}`, ...printed(context, messages)];
    }
    const all = messages.length === 1 ? [] : ['', 'all messages:', ...printed(context, messages).slice(1)];
    return [`message ${index + 1} of ${count}:`, diffOf(context, wanted, message), ...all];
  };
  return { pass, facts };
}

/** What is forgotten might have been equal. */
function assertAllKnown(call: MatcherCall, series: Remembered): void {
  if (series.count > series.all.length) refuseForgotten(call, series, 'messages');
}

/** The messages that equal the first of `wanted`; all if there is none. */
function matches(
  { context }: MatcherCall,
  wanted: readonly unknown[],
  messages: readonly unknown[],
): readonly unknown[] {
  if (wanted.length === 0) return messages;
  return messages.filter((message) => messagesEqual(context, message, wanted[0]));
}

/** No message is equal; if one is near, what differs. */
function unlike(context: MatcherContext, wanted: unknown, messages: readonly unknown[]): readonly string[] {
  const closest = closestTo(context, wanted, messages);
  const diff = closest === undefined ? [] : [diffOf(context, wanted, messages[closest])];
  if (messages.length === 1) return diff;
  const list = [`expected: ${context.utils.printExpected(printable(wanted))}`, ...printed(context, messages)];
  return closest === undefined ? list : [...list, '', `message ${closest + 1} comes closest:`, ...diff];
}

function equalTo({ utils }: MatcherContext, wanted: readonly unknown[]): string {
  return wanted.length === 0 ? '' : ` equal to ${utils.printExpected(printable(wanted[0]))}`;
}

function printed({ utils }: MatcherContext, messages: readonly unknown[]): string[] {
  return listOf(messages.map((message) => utils.printReceived(printable(message))));
}

function countOf(messages: number): string {
  return messages === 1 ? '1 message' : `${messages} messages`;
}
