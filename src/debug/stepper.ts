import { relative } from 'node:path';
import { BreakpointList } from './breakpoint-list';
import type { CommandPort } from './command-port';
import { type Conversation, converse } from './conversation';
import type { Debuggee, TaskDebugger, TaskInfo } from './debuggee';
import type { Recorded } from './export/replay-text';
import { type Goal, reached } from './goal';
import type { Stopped, StopReason } from './protocol';
import type { RecordedTest } from './recording';
import { type TestInfo, TestRun } from './test-run';
import { firstDifference, isSameTest, type TestSchedule, type WayBack } from './way-back';

export interface StepperPorts {
  readonly clients: CommandPort;
  /** Has the tests run anew, and never returns. Absent if nobody can. */
  readonly restart?: (way: WayBack) => never;
  /** Writes a test that follows the order so far. Answers its file. */
  readonly exportTest: (recorded: Recorded) => string;
  /** Hears of a test that is over. */
  readonly record: ((test: RecordedTest) => void) | undefined;
  /** Real time in milliseconds. */
  readonly now: () => number;
}

/** Why it stops, and before which task. */
interface Stop {
  readonly reason: StopReason;
  readonly why?: string | undefined;
  readonly next?: { readonly task: TaskInfo; readonly fixed: boolean };
  readonly errors?: readonly string[];
}

/** Lets tests stand still between their tasks, and does what the clients say. */
export class Stepper implements TaskDebugger {
  readonly #past: TestSchedule[] = [];
  readonly #breakpoints: BreakpointList;
  #goal: Goal = { to: 'start' };
  #run: TestRun | undefined;
  #stoodStill = 0;
  /** Of the next task, made where none was about to be performed. */
  #choice: number | undefined;

  /** @param way where to come back to before anybody is asked. */
  constructor(
    private readonly ports: StepperPorts,
    private readonly way?: WayBack,
  ) {
    this.#breakpoints = new BreakpointList(way?.breakpoints);
    if (way !== undefined) this.#goal = { to: 'end' };
  }

  /** For how many milliseconds of real time nothing went on. */
  get stoodStill(): number {
    return this.#stoodStill;
  }

  testBegan(info: TestInfo): void {
    this.#run = new TestRun(info, this.way && isSameTest(this.way, info) ? this.way : undefined);
    if (this.#goal.to !== 'nothing' && !this.#isOnItsWay) this.#goal = { to: 'start' };
  }

  /** The test's own function is about to be called. */
  bodyBegan(): void {
    if (this.#run !== undefined) this.#run.before = this.#run.position;
  }

  /** The test's own function has thrown, or what it answered was rejected. */
  bodyFailed(failure: string): void {
    if (this.#run !== undefined) this.#run.failure = failure;
  }

  before(debuggee: Debuggee, next: TaskInfo, fixed: boolean): number {
    const run = this.#run;
    if (run === undefined) return next.id;
    run.look(debuggee);
    const chosen = this.#chosen(run, debuggee, { task: next, fixed });
    run.schedule.push(chosen);
    return chosen;
  }

  after(debuggee: Debuggee, done: TaskInfo): void {
    const run = this.#run;
    if (run === undefined || this.#goal.to === 'nothing' || this.#isOnItsWay) return;
    run.look(debuggee);
    const why = this.#breakpoints.hit(done, 'after');
    if (why !== undefined) this.#stop(run, debuggee, { reason: 'breakpoint', why });
  }

  stopHere(debuggee: Debuggee): void {
    const run = this.#run;
    if (run === undefined || this.#goal.to === 'nothing' || this.#isOnItsWay) return;
    run.look(debuggee);
    this.#stop(run, debuggee, { reason: 'debug' });
  }

  /** The test and its hooks are over; its workers are still there. */
  testEnded(errors: readonly string[]): void {
    const run = this.#run;
    if (run === undefined) return;
    const { debuggee, wayBack } = run;
    if (debuggee !== undefined) {
      this.ports.record?.({ test: shownTest(run, debuggee), schedule: run.schedule, errors, trace: debuggee.trace() });
      const why = wayBack && `the test has ended after ${run.position} tasks`;
      run.wayBack = undefined;
      if (why !== undefined) this.#goal = { to: 'end' };
      const reason = why === undefined ? 'end' : 'difference';
      if (this.#goal.to !== 'nothing' && !this.#isOnItsWay) this.#stop(run, debuggee, { reason, why, errors });
    }
    this.#past.push({ file: run.info.file, ordinal: run.info.ordinal, schedule: run.schedule });
    this.#run = undefined;
  }

  /** Whether the test to come back to is still to come, or its place in it. */
  get #isOnItsWay(): boolean {
    if (this.way === undefined) return false;
    const { way } = this;
    const isOver = this.#past.some((past) => isSameTest(past, way));
    return !isOver && (this.#run === undefined || !isSameTest(this.#run.info, way) || this.#run.wayBack !== undefined);
  }

  #chosen(run: TestRun, debuggee: Debuggee, next: NonNullable<Stop['next']>): number {
    if (this.#goal.to === 'nothing') return next.task.id;
    if (!this.#isOnItsWay) return this.#takeChoice(debuggee, next) ?? this.#stopIfReached(run, debuggee, next);
    const { wayBack } = run;
    if (wayBack === undefined) return this.#followed(this.#recordedFor(run), run, debuggee, next) ?? next.task.id;
    if (run.position === wayBack.position) return this.#arrived(wayBack, run, debuggee, next);
    const chosen = this.#followed(wayBack.schedule, run, debuggee, next);
    if (chosen !== undefined) return chosen;
    const expected = wayBack.schedule[run.position];
    return this.#arrived(wayBack, run, debuggee, next, `task ${expected}, which came next, can't be performed now`);
  }

  #takeChoice(debuggee: Debuggee, { task, fixed }: NonNullable<Stop['next']>): number | undefined {
    const choice = this.#choice;
    this.#choice = undefined;
    if (choice === undefined || choice === task.id) return choice;
    return !fixed && isLegal(debuggee, choice) ? choice : undefined;
  }

  #recordedFor({ info }: TestRun): readonly number[] {
    return this.way?.before.find((test) => isSameTest(test, info))?.schedule ?? [];
  }

  /** The task whose turn it was; `undefined` if it can't be now. */
  #followed(
    schedule: readonly number[],
    { position }: TestRun,
    debuggee: Debuggee,
    { task, fixed }: NonNullable<Stop['next']>,
  ): number | undefined {
    const expected = schedule[position];
    if (expected === undefined || expected === task.id) return expected;
    return !fixed && isLegal(debuggee, expected) ? expected : undefined;
  }

  #arrived(
    { entries, position }: WayBack,
    run: TestRun,
    debuggee: Debuggee,
    next: NonNullable<Stop['next']>,
    problem?: string,
  ): number {
    const expected = run.wayBack?.schedule[position];
    run.wayBack = undefined;
    const difference = entries.length === 0 ? undefined : firstDifference(entries, debuggee.trace().entries, expected);
    const why = [problem, difference].filter((text) => text !== undefined).join('; ') || undefined;
    return this.#stop(run, debuggee, { reason: why === undefined ? 'back' : 'difference', why, next });
  }

  #stopIfReached(run: TestRun, debuggee: Debuggee, next: NonNullable<Stop['next']>): number {
    const hit = this.#breakpoints.hit(next.task, 'before');
    const goal = reached(this.#goal, next.task, run.position);
    if (goal !== undefined) return this.#stop(run, debuggee, { ...goal, next });
    if (hit !== undefined) return this.#stop(run, debuggee, { reason: 'breakpoint', why: hit, next });
    return next.task.id;
  }

  /** Stands still until a client lets the test go on. Answers the task to be performed. */
  #stop(run: TestRun, debuggee: Debuggee, { reason, why, next, errors }: Stop): number {
    const { clients, now } = this.ports;
    const began = now();
    clients.tell(this.#stopped(run, debuggee, { reason, why, ...(next && { next }), ...(errors && { errors }) }));
    const conversation: Conversation = {
      run,
      debuggee,
      breakpoints: this.#breakpoints,
      clients,
      next,
      atEnd: errors !== undefined,
      restart: this.ports.restart && ((position) => this.#restart(run, debuggee, position)),
      exportTest: () => {
        const { info, failure } = run;
        const schedule = run.schedule.slice(run.before);
        return this.ports.exportTest({ info, schedule, seen: debuggee.seen(), isWhole: errors !== undefined, failure });
      },
    };
    const { goal, task } = converse(conversation);
    this.#goal = goal;
    this.#stoodStill += now() - began;
    if (next === undefined) this.#choice = task;
    return task ?? next?.task.id ?? 0;
  }

  #stopped(run: TestRun, debuggee: Debuggee, { reason, why, next, errors }: Stop): Stopped {
    const { agents: tracedAgents, entries } = debuggee.trace();
    const { whole, from } = run.news({ entries });
    return {
      type: 'stopped',
      reason,
      ...(why === undefined ? {} : { why }),
      position: run.position,
      test: shownTest(run, debuggee),
      ...(errors === undefined ? {} : { errors }),
      projectRoot: debuggee.projectRoot,
      agents: debuggee.agents(),
      tracedAgents,
      pending: debuggee.pending().map((task) => ({ ...task, next: task.id === next?.task.id })),
      schedule: [...run.schedule],
      breakpoints: this.#breakpoints.all,
      whole,
      entries: entries.slice(from),
    };
  }

  #restart(run: TestRun, debuggee: Debuggee, position: number): never {
    const { restart } = this.ports;
    const { file, ordinal } = run.info;
    const entries = position >= run.traceBegan ? debuggee.trace().entries : [];
    const way: WayBack = {
      file,
      ordinal,
      schedule: [...run.schedule],
      position,
      entries,
      breakpoints: this.#breakpoints.all,
      before: this.#past,
    };
    if (restart === undefined) throw new Error('nobody can run the test anew');
    return restart(way);
  }
}

function shownTest({ info }: TestRun, { projectRoot }: Debuggee): Stopped['test'] {
  return { file: relative(projectRoot, info.file).replaceAll('\\', '/'), name: info.name };
}

function isLegal(debuggee: Debuggee, task: number): boolean {
  return debuggee.pending().some(({ id, legal }) => id === task && legal);
}
