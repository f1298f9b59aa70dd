import { describeProblem, isToolError, ToolError } from '../base';
import type { TraceFile } from '../trace';
import { findLeaks, type LeftBehind, leakFailure, leakWarning, undoneNote, type World } from '../world';
import { addNote, messageOf, thrownIn } from './failure-note';
import { printWithoutFrames } from './own-frames';
import type { Scope } from './scope-tracker';

/** Tells what scopes leave behind: a failed test what nobody has performed, one that has passed what it leaks. */
export class ScopeReport {
  readonly #leftRunning: LeftBehind[] = [];

  /** @param writePage writes the trace of a test as a page, and answers its path. */
  constructor(
    private readonly world: () => World,
    private readonly writePage?: (folder: string, test: string, trace: TraceFile) => string,
  ) {}

  /** Everything of the scope is over; its workers end now. Explains its failures and answers further ones. */
  scopeEnded(scope: Scope, failures: unknown[]): readonly unknown[] {
    const world = this.world();
    if (scope.kind === 'test' && failures.length > 0) explain(failures, world);
    const unused = world.arrangements.takeUnused(scope);
    const errors = [...world.takeUnseenErrors(), ...(failures.length === 0 ? unused : [])];
    const passed = failures.length === 0 && errors.length === 0 && scope.failing !== true;
    const leaked = passed ? this.#leaked(world, scope) : [];
    if (scope.kind === 'test' && scope.failing !== true) this.#showTrace(world, scope, [failures, errors, leaked]);
    world.endScope(scope);
    if (scope.kind === 'file') this.#warn(world);
    return [...errors, ...leaked];
  }

  /** Below the first failure. */
  #showTrace({ settings, session }: World, { name }: Scope, lists: readonly (readonly unknown[])[]): void {
    const { html } = settings.trace;
    const failures = lists.find((list) => list.length > 0) as unknown[] | undefined;
    if (html === undefined || failures === undefined || session.app.workers.length === 0) return;
    const file = this.writePage?.(html, name, session.trace.toJSON());
    if (file !== undefined) addNote(failures, `trace: ${file}`);
  }

  #leaked(world: World, scope: Scope): readonly Error[] {
    const { leaks: reaction } = world.settings;
    if (reaction === 'ignore') return [];
    const title = titleOf(scope);
    const leaks = findLeaks(world, scope);
    const running = leaks.filter(({ what }) => what === 'worker');
    if (reaction === 'warn' && running.length > 0) this.#leftRunning.push({ title, leaks: running });
    return reaction === 'fail' && leaks.length > 0 ? [withoutFrames(new ToolError(leakFailure({ title, leaks })))] : [];
  }

  #warn({ surroundings, standIns }: World): void {
    const tests = this.#leftRunning.splice(0);
    if (tests.length > 0) printWithoutFrames(() => surroundings.warn(describeProblem(leakWarning(tests))));
    const unused = standIns.takeUnused();
    if (unused !== undefined) printWithoutFrames(() => surroundings.warn(describeProblem(unused)));
  }
}

/** What comes out of `run`, and our own errors and matchers, leave nothing to explain. */
function explain(failures: unknown[], world: World): void {
  const [first] = failures;
  const thrown = thrownIn(first);
  const message = messageOf(first);
  if (isToolError(thrown) || world.session.uncaught.includes(thrown) || /^(queued: |left:$)/m.test(message)) return;
  const note = undoneNote(world, message.startsWith('Exceeded timeout of'));
  if (note !== undefined) addNote(failures, describeProblem(note));
}

function titleOf({ kind, name }: Scope): string {
  return kind === 'file' ? 'the test file' : `${kind === 'describe' ? 'the block ' : ''}"${name}"`;
}

/** It was made nowhere in the user's code. */
function withoutFrames(error: Error): Error {
  error.stack = String(error);
  return error;
}
