import { describeProblem } from '../../base';
import { formatEntries, isTold } from '../../trace';
import { cureForQueue, describeQueue, describeWaiting, type WorkerHandle, type World } from '../../world';
import type { MatcherCall, MatcherContext } from './matcher-context';

/** How many lines of trace a failure shows. */
const shownEntries = 12;
/** How many diagnostics. */
const shownDiagnostics = 3;

/** What a failing matcher about one worker prints. */
export function failureText(call: MatcherCall, argumentNames: readonly string[], facts: readonly string[]): string {
  const { context, world, handle } = call;
  const given = argumentNames.slice(0, call.args.length);
  const sections = [
    [hintOf(context, call.name, handle.label, given)],
    facts,
    context.isNot === true ? [] : advice(world, handle.label),
    diagnosticsOf(handle),
    traceOf(world, handle),
  ];
  return joined(sections);
}

/** Sections with an empty line between them; those without lines are left out. */
export function joined(sections: readonly (readonly string[])[]): string {
  const full = sections.filter(({ length }) => length > 0);
  return full.map((lines) => lines.join('\n')).join('\n\n');
}

/** The first line: the call. */
export function hintOf(
  { utils, isNot, promise }: MatcherContext,
  name: string,
  subject: string,
  [expected = '', secondArgument = '']: readonly string[],
): string {
  const options = { isNot: isNot === true, promise: promise ?? '', secondArgument };
  return utils.matcherHint(name, subject, expected, options);
}

/** What has not happened yet, and what would make it happen. */
export function advice(world: World, label?: string): string[] {
  const queued = world.session.kernel.pending().length;
  const waiting = describeWaiting(world, label).map(({ what, cure }) => `${what}; ${cure}`);
  if (queued === 0) return waiting;
  const tasks = queued === 1 ? '1 task' : `${queued} tasks`;
  return [`queued: ${tasks}; ${cureForQueue(world)}`, ...indented(describeQueue(world)), ...waiting];
}

/** What is said on the console only once in a test file, each with its code once. */
function diagnosticsOf({ diagnostics, label }: WorkerHandle): string[] {
  const byCode = new Map(diagnostics.map((problem) => [problem.code, problem]));
  const told = [...byCode.values()].slice(0, shownDiagnostics).flatMap((problem) => {
    return indented(describeProblem(problem).split('\n'));
  });
  return told.length === 0 ? [] : [`what a device does not tell of ${label}:`, ...told];
}

/** The last entries that have to do with the worker. */
function traceOf({ session: { trace } }: World, { label }: WorkerHandle): string[] {
  const entries = trace.entries.filter(isTold).filter((entry) => {
    return entry.agent === label || ['to', 'from', 'worker'].some((role) => Reflect.get(entry, role) === label);
  });
  if (entries.length === 0) return [];
  const title = entries.length > shownEntries ? `the last ${shownEntries} entries` : 'all entries';
  return [`trace of ${label}, ${title}:`, formatEntries(entries.slice(-shownEntries))];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
