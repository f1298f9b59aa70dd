/** Single rules that the model can be given wrongly, to prove that the comparison finds such a mistake. */
export const mutants = [
  'a failed post leaves the exit code',
  'at-front posts go to the back',
  'cancelTasks does nothing',
  'close waits for the end of the task',
  'errors stop nothing',
  'host listeners are called after a handler threw',
  'listeners skipped after onmessage threw',
  'no starvation guard',
  'onAllErrors must be callable',
  'onmessage is read for each message',
  'posts at top level arrive',
  'promise jobs run after a throw',
  'replies after terminate arrive',
  'terminate drops what was posted before',
  'the last registration wins',
] as const;

export type Mutant = (typeof mutants)[number];
