import { preview, ToolError } from '../base';

/** Calls of the control surface that can't be answered. */
export function calledInsideHandler(method: string, task: string): ToolError {
  return new ToolError({
    code: 'FOW_CALLED_IN_HANDLER',
    summary: `workers.${method}() was called while ${task} was being performed`,
    facts: ['a handler runs inside a task; no other task can run before it has returned'],
    hint: `call workers.${method}() from the test itself.`,
  });
}

export function calledInWorker(): ToolError {
  return new ToolError({
    code: 'FOW_CONTROL_IN_WORKER',
    summary: "'fake-ohos-worker' was imported inside a worker",
    facts: ['it controls the workers from the test; a worker script runs as it would on a device'],
    hint: 'import it in the test file only.',
  });
}

export function badStandIn(url: unknown, standIn: unknown): ToolError {
  return new ToolError({
    code: 'FOW_BAD_STAND_IN',
    summary: `workers.script(${preview(url)}, ${preview(standIn)}) has no function to run in place of a script`,
    facts: ['expected: a script URL, as the constructor gets it, and a function such as ({ workerPort }) => { … }'],
    hint: 'to run the script itself, leave the call out.',
  });
}

export function notDebugging(): ToolError {
  return new ToolError({
    code: 'FOW_NOT_DEBUGGING',
    summary: 'workers.debug() was called, and nobody debugs',
    facts: ['a test that stands still needs somebody who lets it go on'],
    hint: "run the test with `npx fake-ohos-worker debug <test file> -t '<name of the test>'`, or remove the call.",
  });
}

export function configuredTooLate(options: object): ToolError {
  return new ToolError({
    code: 'FOW_CONFIGURED_TOO_LATE',
    summary: `workers.configure(${preview(options)}) came after the first worker`,
    facts: ['only mode, clock, maxSteps, maxHandlerTime, onUnhandled and leaks can change while there are workers'],
    hint: 'call it before the first `new`, or call workers.reset() first.',
  });
}

export function onlyInConfig(option: string, value: unknown): ToolError {
  return new ToolError({
    code: 'FOW_CONFIGURED_TOO_LATE',
    summary: `workers.configure({ ${option}: ${preview(value)} }) came after the first import`,
    facts: [`${option} is about imports, and the test file has been loaded`],
    hint: `set globals.fakeOhosWorker.${option} in Jest's config.`,
  });
}

/** @param what the task that was chosen, or what is none. */
export function cannotBeNext(what: string, legal: readonly string[]): ToolError {
  return new ToolError({
    code: 'FOW_TASK_NOT_NEXT',
    summary: `${what} can't be the next one`,
    facts: [`may come next: ${legal.length === 0 ? 'nothing, the queue is empty' : legal.join('; ')}`],
    hint: 'take one of workers.pending that is the first of its channel.',
  });
}

export function badTime(value: unknown): ToolError {
  return new ToolError({
    code: 'FOW_BAD_TIME',
    summary: `The clock can't be advanced by ${preview(value)}`,
    facts: ['expected: milliseconds, 0 or more'],
    hint: 'virtual time only goes forward; workers.reset() begins at 0 again.',
  });
}

export function badDate(value: unknown): ToolError {
  return new ToolError({
    code: 'FOW_BAD_TIME',
    summary: `The date can't be set to ${preview(value)}`,
    facts: ['expected: a Date, or milliseconds since 1970-01-01T00:00:00Z'],
    hint: 'without an argument, the date is what it would be if it had never been set.',
  });
}

export function timersNotFaked(timers: 'real' | 'legacy'): ToolError {
  const legacy = timers === 'legacy';
  return new ToolError({
    code: 'FOW_TIMERS_NOT_FAKED',
    summary: "The option clock is 'jest', and there is no clock of Jest's to follow",
    facts: [
      legacy
        ? "the timers are Jest's legacy fake timers, which have no clock"
        : "the test's timers are real ones: jest.useFakeTimers() has not been called, or was undone",
    ],
    hint: legacy
      ? 'call jest.useFakeTimers() without legacyFakeTimers.'
      : "call jest.useFakeTimers() before the first worker is constructed, or leave the option clock at 'virtual'.",
  });
}

export function neverCame(wanted: object, delivered: number, trace: string): ToolError {
  return new ToolError({
    code: 'FOW_NEVER_CAME',
    summary: `workers.runUntil() ran out of tasks: no task matched ${previewMatch(wanted)}`,
    facts: [`performed: ${delivered}`, ...labelled(trace === '' ? 'nothing has happened' : trace, 'trace')],
    hint: 'is the worker still starting, has it ended, or does it wait for a promise of the host (use settle)?',
  });
}

export interface OverBudget {
  readonly exhausted: 'maxSteps' | 'maxTime';
  /** Milliseconds of real time, if they are limited. */
  readonly took: number;
  /** How many tasks have been performed. */
  readonly spent: number;
  /** The tasks that keep coming back. */
  readonly loop: readonly string[];
}

export function overBudget({ exhausted, took, spent, loop }: OverBudget): ToolError {
  const time = exhausted === 'maxTime' ? ` in ${Math.round(took)} ms of real time` : '';
  return new ToolError({
    code: 'FOW_OVER_BUDGET',
    summary: `${spent} tasks have been performed${time} and there is no end in sight`,
    facts: loop.map((task) => `again and again: ${task}`),
    hint: `two sides that answer each other for ever, or an interval? Step through it, or raise ${exhausted} if it is only long.`,
  });
}

/** A predicate says more by its text than by its name. */
function previewMatch(wanted: object): string {
  if (typeof wanted !== 'function') return preview(wanted);
  const text = String(wanted).replaceAll(/\s+/g, ' ');
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

function labelled(text: string, label: string): string[] {
  return text.split('\n').map((line) => `${label}: ${line}`);
}
