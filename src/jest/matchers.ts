import { preview } from '../base';
import { formatEntries } from '../trace';
import { type Leak, type WorkerHandle, Workers } from '../world';

/** As much of Jest's matcher context as the matchers use. */
export interface MatcherContext {
  readonly isNot?: boolean;
  readonly promise?: string;
  equals(a: unknown, b: unknown, customTesters?: unknown[], strictCheck?: boolean): boolean;
  readonly customTesters?: unknown[];
  readonly utils: {
    matcherHint(name: string, received?: string, expected?: string, options?: object): string;
    printExpected(value: unknown): string;
    printReceived(value: unknown): string;
    printDiffOrStringify(expected: unknown, received: unknown, a: string, b: string, expand: boolean): string;
  };
}

export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

type Matcher = (this: MatcherContext, subject: unknown, ...expected: unknown[]) => MatcherResult;

/** How many lines of trace a failure shows. */
const shownEntries = 12;

/** The matchers, for the workers of one engine. */
export function createMatchers(workers: Workers): Record<string, Matcher> {
  const handleOf = (subject: unknown): WorkerHandle => workers.get(subject as object);
  return {
    toHaveReceivedMessage(subject, ...expected) {
      const handle = handleOf(subject);
      return aboutMessages(this, workers, handle, 'toHaveReceivedMessage', handle.received, expected);
    },
    toHavePostedMessage(subject, ...expected) {
      const handle = handleOf(subject);
      return aboutMessages(this, workers, handle, 'toHavePostedMessage', handle.posted, expected);
    },
    toHaveBeenTerminated(subject) {
      const handle = handleOf(subject);
      const { terminateCalls, state } = handle;
      const facts = `calls of terminate(): ${terminateCalls.length}\nstate: ${state}`;
      return verdict(this, workers, handle, 'toHaveBeenTerminated', '', terminateCalls.length > 0, facts);
    },
    toHaveExitedWith(subject, code) {
      const handle = handleOf(subject);
      const { exitCode, state } = handle;
      const received = exitCode === undefined ? `no exit yet (${state})` : `exit code ${exitCode}`;
      const facts = `expected: exit code ${preview(code)}\nreceived: ${received}`;
      return verdict(this, workers, handle, 'toHaveExitedWith', 'code', this.equals(exitCode, code), facts);
    },
    toHaveNoLeaks(subject) {
      const leaks = subject instanceof Workers ? subject.leaks() : leaksOf(workers, handleOf(subject));
      const hint = this.utils.matcherHint('toHaveNoLeaks', 'workers', '', { isNot: this.isNot === true });
      return { pass: leaks.length === 0, message: () => [hint, '', leakTable(leaks)].join('\n') };
    },
  };
}

function aboutMessages(
  context: MatcherContext,
  workers: Workers,
  handle: WorkerHandle,
  name: string,
  messages: readonly unknown[],
  expected: readonly unknown[],
): MatcherResult {
  const [wanted] = expected;
  const matches = (message: unknown): boolean => context.equals(message, wanted, context.customTesters);
  const pass = expected.length === 0 ? messages.length > 0 : messages.some(matches);
  const facts = (): string => {
    const [only] = messages;
    if (expected.length === 1 && messages.length === 1 && context.isNot !== true) {
      return context.utils.printDiffOrStringify(wanted, only, 'expected', 'received', false);
    }
    const list = messages.map((message, index) => `  ${index + 1}. ${context.utils.printReceived(message)}`);
    const line = expected.length === 0 ? 'any message' : context.utils.printExpected(wanted);
    return [`expected: ${line}`, `received: ${list.length === 0 ? 'none' : ''}`.trimEnd(), ...list].join('\n');
  };
  return verdict(context, workers, handle, name, expected.length === 0 ? '' : 'message', pass, facts);
}

function verdict(
  { utils, isNot, promise }: MatcherContext,
  workers: Workers,
  handle: WorkerHandle,
  name: string,
  expected: string,
  pass: boolean,
  facts: string | (() => string),
): MatcherResult {
  const message = (): string => {
    const hint = utils.matcherHint(name, handle.label, expected, { isNot: isNot === true, promise: promise ?? '' });
    const text = typeof facts === 'string' ? facts : facts();
    return [hint, '', text, ...advice(workers, handle), '', traceOf(workers, handle)].join('\n');
  };
  return { pass, message };
}

/** What has not happened yet, and what would make it happen. */
function advice(workers: Workers, { label }: WorkerHandle): string[] {
  const queued = workers.pending.length;
  const timers = workers.leaks().find(({ agent, what }) => agent === label && what === 'timer');
  return [
    ...(queued === 0 ? [] : [`queued: ${queued} ${queued === 1 ? 'task' : 'tasks'}; workers.run() performs them`]),
    ...(timers === undefined ? [] : [`timers: ${timers.detail}; workers.clock.advance(ms) makes them fire`]),
  ];
}

/** The last entries that have to do with the worker. */
function traceOf(workers: Workers, { label }: WorkerHandle): string {
  const entries = workers.trace.entries.filter((entry) => {
    return entry.agent === label || ['to', 'from', 'worker'].some((role) => Reflect.get(entry, role) === label);
  });
  const title = entries.length > shownEntries ? `the last ${shownEntries} entries` : 'all entries';
  return `trace of ${label}, ${title}:\n${formatEntries(entries.slice(-shownEntries))}`;
}

function leaksOf(workers: Workers, { label }: WorkerHandle): Leak[] {
  return workers.leaks().filter(({ agent }) => agent === label);
}

function leakTable(leaks: readonly Leak[]): string {
  if (leaks.length === 0) return 'expected something to be left, but nothing is';
  const width = Math.max(...leaks.map(({ agent }) => agent.length));
  return ['left:', ...leaks.map(({ agent, what, detail }) => `  ${agent.padEnd(width)}  ${what}: ${detail}`)].join(
    '\n',
  );
}
