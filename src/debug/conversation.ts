import { type StoredValue, storeLiveValue } from '../trace';
import type { BreakpointList } from './breakpoint-list';
import type { CommandPort } from './command-port';
import type { Debuggee, TaskInfo } from './debuggee';
import type { Goal } from './goal';
import { follow } from './property-path';
import type { PrintTarget, Request } from './protocol';
import { problemOf } from './task-pattern';
import type { TestRun } from './test-run';

/** What clients may speak of while a test stands still. */
export interface Conversation {
  readonly run: TestRun;
  readonly debuggee: Debuggee;
  readonly breakpoints: BreakpointList;
  readonly clients: CommandPort;
  /** The task that comes next; absent at the end, and where the test has stopped between two calls. */
  readonly next: { readonly task: TaskInfo; readonly fixed: boolean } | undefined;
  readonly atEnd: boolean;
  /** Has the test run anew up to a position, and never returns. */
  readonly restart: ((position: number) => never) | undefined;
  readonly exportTest: () => string;
}

/** How the test goes on, and with which task if somebody has chosen one. */
export interface GoOn {
  readonly goal: Goal;
  readonly task?: number;
}

/** What a command comes to. */
type Outcome =
  | { readonly text?: string; readonly value?: StoredValue }
  | { readonly error: string }
  | { readonly goOn: GoOn }
  | { readonly anew: () => never };

/** Does what clients say until one of them lets the test go on. */
export function converse(conversation: Conversation): GoOn {
  const { clients } = conversation;
  for (;;) {
    const request = clients.nextRequest();
    const { id } = request;
    const outcome = attempt(request, conversation);
    if ('anew' in outcome) return outcome.anew();
    if ('goOn' in outcome) {
      clients.tell({ type: 'running' });
      clients.tell({ type: 'answer', id, ok: true });
      return outcome.goOn;
    }
    if ('error' in outcome) clients.tell({ type: 'answer', id, ok: false, error: outcome.error });
    else clients.tell({ type: 'answer', id, ok: true, ...outcome });
  }
}

/** A command that fails must not end the conversation. */
function attempt(request: Request, conversation: Conversation): Outcome {
  try {
    return perform(request, conversation);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function perform(request: Request, conversation: Conversation): Outcome {
  const { run, debuggee, breakpoints, next } = conversation;
  switch (request.command) {
    case 'step':
      return { goOn: { goal: oneMore(run) } };
    case 'over':
      return { goOn: { goal: next === undefined ? oneMore(run) : overTask(next.task, run) } };
    case 'continue':
      return { goOn: { goal: { to: 'end' } } };
    case 'quit':
      return { goOn: { goal: { to: 'nothing' } } };
    case 'until':
      return withPattern(request.pattern, (pattern) => ({
        goOn: { goal: { to: 'pattern', pattern, after: run.position } },
      }));
    case 'break':
      return withPattern(request.pattern, (pattern) => {
        const added = breakpoints.add(pattern, request.stop === 'after' ? 'after' : 'before');
        tellBreakpoints(conversation);
        return { text: `${added}` };
      });
    case 'unbreak':
      return unbreak(request.breakpoint, conversation);
    case 'deliver':
      return deliver(request.task, conversation);
    case 'print':
      return print(request.target, debuggee);
    case 'where':
      return where(request.task, debuggee);
    case 'back':
      return back(request.tasks ?? 1, conversation);
    case 'restart':
      return back(run.position, conversation);
    case 'export':
      return { text: conversation.exportTest() };
    default:
      return { error: `there is no command ${JSON.stringify(Reflect.get(request, 'command'))?.slice(0, 60)}` };
  }
}

function unbreak(breakpoint: number, conversation: Conversation): Outcome {
  if (!conversation.breakpoints.remove(breakpoint)) return { error: `there is no breakpoint ${number(breakpoint)}` };
  tellBreakpoints(conversation);
  return {};
}

function tellBreakpoints({ clients, breakpoints }: Conversation): void {
  clients.tell({ type: 'breakpoints', breakpoints: breakpoints.all });
}

function oneMore({ position }: TestRun): Goal {
  return { to: 'position', position: position + 1 };
}

function overTask({ to }: TaskInfo, { position }: TestRun): Goal {
  return { to: 'agent', agent: to, after: position };
}

function withPattern<P>(pattern: P, then: (pattern: P) => Outcome): Outcome {
  const problem = problemOf(pattern);
  return problem === undefined ? then(pattern) : { error: problem };
}

function deliver(task: number, { next, atEnd, debuggee, run }: Conversation): Outcome {
  if (atEnd) return { error: 'the test is over: nothing is performed any more' };
  if (next?.fixed && task !== next.task.id) return { error: `the test itself has chosen task ${next.task.id}` };
  const legal = debuggee.pending().filter((pending) => pending.legal);
  if (!legal.some(({ id }) => id === task)) {
    const ids = legal.map(({ id }) => id).join(', ') || 'none';
    return { error: `task ${number(task)} can't be the next one; these can: ${ids}` };
  }
  return { goOn: { goal: oneMore(run), task } };
}

function print({ root, path }: PrintTarget, debuggee: Debuggee): Outcome {
  if (!Array.isArray(path) || !path.every((key) => typeof key === 'string' || typeof key === 'number')) {
    return { error: 'a path is a list of names and numbers' };
  }
  const from = rootOf(root, debuggee);
  if ('error' in from) return from;
  const found = follow(from.value, path, from.name);
  return 'missing' in found ? { error: found.missing } : { value: storeLiveValue(found.value) };
}

function rootOf(root: PrintTarget['root'], debuggee: Debuggee): { value: unknown; name: string } | { error: string } {
  if ('task' in root) {
    const name = `task ${number(root.task)}`;
    const carried = debuggee.dataOf(root.task);
    return carried === undefined ? { error: `${name} carries no data, or is none` } : { value: carried, name };
  }
  const name = String(root.agent).slice(0, 60);
  const value = debuggee.globalOf(root.agent);
  return value === undefined ? { error: `${name} has no globals, or is no agent` } : { value, name };
}

function where(task: number, debuggee: Debuggee): Outcome {
  const described = debuggee.describe(task);
  if (described === undefined) return { error: `there is no task ${number(task)}` };
  const text = debuggee.postedAt(task);
  return text === undefined ? { error: `it is not known where task ${task} was posted: ${described}` } : { text };
}

function back(tasks: number, { run, restart }: Conversation): Outcome {
  if (restart === undefined) return { error: 'only a test that `fake-ohos-worker debug` has started can be run anew' };
  if (!Number.isInteger(tasks) || tasks < 0) return { error: 'it goes back by a whole number of tasks' };
  return { anew: () => restart(Math.max(0, run.position - tasks)) };
}

/** What a client has sent in place of one. */
function number(value: unknown): string {
  return typeof value === 'number' ? `${value}` : JSON.stringify(value)?.slice(0, 40);
}
