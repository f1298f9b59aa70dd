/** A rule of the platform that the fake does not follow to the letter. */
export interface Deviation {
  /** Id of the rule in the specification that the tests cite, such as `L-90`. */
  readonly rule: string;
  /** What happens instead, and why. */
  readonly what: string;
}

/** All known ones. For each a test pins what happens instead; its title ends in `[deviates: <rule>]`. */
export const deviations: readonly Deviation[] = [
  {
    rule: 'A-44',
    what: "The place of an error comes from the engine's structured call sites, not from the text of the stack: a message with parentheses can't spoil it, and a stack that user code made up gives no place. The filename is the source file, relative to the project.",
  },
  {
    rule: 'A-58',
    what: 'There is no OS thread to be named; traces and handles call a worker `worker#1`, or `<name>#1`.',
  },
  {
    rule: 'A-74',
    what: 'What a RestrictedWorker may import is not restricted.',
  },
  {
    rule: 'L-14',
    what: 'Scripts are loaded synchronously, as CommonJS: a top-level await can not be compiled. Awaits inside functions behave as on the device.',
  },
  {
    rule: 'L-28',
    what: 'A batch never gives way to urgent events of the main thread by itself. It does each time that the test takes control back: `step()` reads onmessage anew.',
  },
  {
    rule: 'L-29',
    what: 'A RestrictedWorker on the main thread sends through the event queue as a ThreadWorker does, with no coalesced signals. Workers of workers follow the rule.',
  },
  {
    rule: 'L-56',
    what: 'The test gets the error that the worker threw, with the stack of the worker, instead of an Error named by the text of the event. Further queued errors of a worker of a worker come in tasks of their own instead of being left undelivered.',
  },
  {
    rule: 'L-60',
    what: 'An unhandled rejection in a worker, which a device keeps to itself, fails the test unless the option onUnhandled says otherwise. Nothing else changes.',
  },
  {
    rule: 'L-63',
    what: 'The exception that an error handler of the port throws is recorded nowhere; a device may raise it in a later call.',
  },
  {
    rule: 'L-75',
    what: 'What would crash the app is thrown to the test, after the task in which it happened, and the app goes on. There is no error manager whose observers could prevent it.',
  },
  {
    rule: 'L-67',
    what: 'There is no process-wide error manager: its observers hear nothing.',
  },
  {
    rule: 'L-90',
    what: 'Promise jobs of the main thread run when the test yields to the event loop, not between host callbacks inside `run()`: nobody can run them inside a synchronous call. `settle()` lets them run after each task. Jobs of workers follow the rule.',
  },
  {
    rule: 'L-93',
    what: 'There is no VIP queue, as nothing of this module uses it, and no other events of the main thread, such as those of the user interface, that would count.',
  },
  {
    rule: 'L-98',
    what: 'A RestrictedWorker on the main thread sends at-front messages by their priority, as a ThreadWorker does. Workers of workers follow the rule.',
  },
  {
    rule: 'L-111',
    what: 'Virtual time stands still during a global call, and the host is never busy elsewhere: no timeout is ever reached.',
  },
  {
    rule: 'L-117',
    what: 'A global call never times out, see L-111.',
  },
  {
    rule: 'L-118',
    what: 'The number of waiting global calls is not limited: a worker waits for one at a time.',
  },
  {
    rule: 'L-119b',
    what: 'A host that waits busily for a worker in a global call waits for ever: both share one real thread.',
  },
  {
    rule: 'L-124',
    what: 'Ark runtimes made by native code do not exist, and count for nothing.',
  },
  {
    rule: 'L-131',
    what: 'Ids of timers are numbers that all workers share, but not the main thread, whose timers are those of the test.',
  },
  {
    rule: 'S-29',
    what: 'What arrives of an async function is a function that can not be called; on a device that is undetermined.',
  },
  {
    rule: 'S-31',
    what: 'The containers of ArkTS do not exist outside devices; a class that stands for one is copied as any class instance.',
  },
  {
    rule: 'S-34',
    what: 'A detached buffer has the length 0, as Node has it; on a device reading the length throws a TypeError.',
  },
  {
    rule: 'S-42',
    what: 'Buffers with memory from outside the VM are copied: Node does not tell them apart.',
  },
  {
    rule: 'S-56',
    what: 'The layout of sendables is not guarded: properties can be added and deleted.',
  },
];
