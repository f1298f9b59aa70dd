import type { Actor, Stage } from './actor';
import type { Drive, MainStep, Program } from './program';

/** A world that programs can be performed in: the fake's or the model's. */
export interface Driver {
  readonly mainThread: Actor;
  run(): void;
  /** Performs one task and answers it as text, `idle` when there is none. */
  step(): string;
  /** As `step`, for the thread at this place among those that have something to do. */
  pick(thread: number): string;
  advance(ms: number): void;
  pending(): readonly string[];
  states(): readonly string[];
  /** An error that nobody caught, as text. */
  showUncaught(error: unknown): string;
}

/** How many handlers and actions a program may get through; it bounds programs that feed themselves. */
const fuel = 160;

/** Performs a program and answers everything that could be observed, in order. */
export function performProgram(program: Program, createDriver: (stage: Stage) => Driver): readonly string[] {
  const lines: string[] = [];
  const stage: Stage = { program, lines, fuel, lastNumber: 0, threads: 0 };
  const driver = createDriver(stage);
  for (const step of [...program.main, ...ending]) {
    if (isDrive(step)) drive(step, driver, stage);
    else attempt(stage, driver, '', () => driver.mainThread.act(step));
  }
  return lines;
}

/** What each program ends with. */
const ending: readonly MainStep[] = [{ do: 'run' }, { do: 'states' }];

function isDrive(step: MainStep): step is Drive {
  switch (step.do) {
    case 'run':
    case 'step':
    case 'pick':
    case 'advance':
    case 'pending':
    case 'states':
      return true;
    default:
      return false;
  }
}

function drive(step: Drive, driver: Driver, stage: Stage): void {
  switch (step.do) {
    case 'run':
      return runThrough(driver, stage);
    case 'step':
      for (let time = 0; time < step.times; time++) attempt(stage, driver, 'step', () => driver.step());
      return;
    case 'pick':
      return void attempt(stage, driver, 'pick', () => driver.pick(step.thread));
    case 'advance':
      return void attempt(stage, driver, `advance ${step.ms}`, () => driver.advance(step.ms));
    case 'pending':
      return void stage.lines.push(`pending ${driver.pending().join(', ')}`);
    case 'states':
      return void stage.lines.push(`states ${driver.states().join(', ')}`);
  }
}

/** What is left uncaught interrupts a run; it is taken up again. */
function runThrough(driver: Driver, stage: Stage): void {
  for (let going = true; going; ) going = !attempt(stage, driver, '', () => driver.run());
}

/** Answers whether nothing was left uncaught. */
function attempt(stage: Stage, driver: Driver, title: string, act: () => unknown): boolean {
  try {
    const result = act();
    if (title !== '') stage.lines.push(`${title}: ${result ?? 'done'}`);
    return true;
  } catch (error) {
    stage.lines.push(`${title} uncaught ${driver.showUncaught(error)}`);
    return false;
  }
}
