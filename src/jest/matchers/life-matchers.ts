import type { TerminateCall } from '../../world';
import { messagesEqual } from '../equality';
import { assertNoArguments, countAt, exitCodeOf } from './matcher-arguments';
import { type Finding, historyOf, type MatcherCall, type WorkerMatchersByName } from './matcher-context';
import { numbered } from './message-list';

/** How a worker begins and ends. */
export const lifeMatchers: WorkerMatchersByName = {
  toHaveBeenTerminated: {
    args: [],
    find(call) {
      assertNoArguments(call);
      const { length } = call.handle.terminateCalls;
      return aboutCalls(call, length > 0, call.context.isNot ? 'no call of terminate()' : 'a call of terminate()');
    },
  },
  toHaveBeenTerminatedTimes: {
    args: ['n'],
    find(call) {
      const n = countAt(call, 0, 0);
      return aboutCalls(
        call,
        historyOf(call).terminateCalls.count === n,
        `${call.context.isNot ? 'not ' : ''}${countOf(n)} of terminate()`,
      );
    },
  },
  toHaveExitedWith: {
    args: ['code'],
    find(call) {
      const code = exitCodeOf(call);
      const { context, handle } = call;
      const { exitCode, state } = handle;
      const expected = context.utils.printExpected(code);
      const facts = () => [
        `expected: ${context.isNot ? 'not ' : ''}exit code ${expected}`,
        `received: ${exitCode === undefined ? `no exit yet (${state})` : `exit code ${context.utils.printReceived(exitCode)}`}`,
      ];
      return { pass: exitCode !== undefined && messagesEqual(context, exitCode, code), facts };
    },
  },
  toBeRunning: {
    args: [],
    find(call) {
      assertNoArguments(call);
      const { state } = call.handle;
      const facts = () => [`expected: ${call.context.isNot ? 'not ' : ''}running`, `received: ${meaning[state]}`];
      return { pass: state === 'running', facts };
    },
  },
};

const meaning = {
  starting: 'starting (its script has not been evaluated)',
  running: 'running',
  terminating: 'terminating (it was told to end)',
  terminated: 'terminated (it has stopped; the host has not heard of it)',
  gone: 'gone (its exit event has been delivered)',
} as const;

function aboutCalls(call: MatcherCall, pass: boolean, expected: string): Finding {
  const { terminateCalls, state } = call.handle;
  const { count } = historyOf(call).terminateCalls;
  const facts = () => [
    `expected: ${expected}`,
    `received: ${countOf(count)}`,
    ...numbered(terminateCalls.map(describeCall)),
    `state:    ${state}`,
  ];
  return { pass, facts };
}

function describeCall({ time, by, calledAt, queued, effective }: TerminateCall): string {
  const where = calledAt === undefined ? '' : `, called at: ${calledAt}`;
  const effect = effective ? `${queued.length} queued before it` : 'without effect: it was ending already';
  return `at ${time}ms by ${by}, ${effect}${where}`;
}

function countOf(calls: number): string {
  return calls === 1 ? '1 call' : `${calls} calls`;
}
