/**
 * A program is plain data: what the main thread does, step by step, and the routines that its handlers, listeners,
 * timers, promise jobs and worker scripts perform. All of them are numbers into one list, so that a program shrinks
 * well and prints as a literal that replays it.
 */
export interface Program {
  readonly main: readonly MainStep[];
  readonly routines: readonly (readonly Action[])[];
}

/** What only the test can do. */
export type Drive =
  | { readonly do: 'run' }
  /** Performs that many tasks, one call for each. */
  | { readonly do: 'step'; readonly times: number }
  /** Performs the next task of one of the threads that have any: another order than that of arrival. */
  | { readonly do: 'pick'; readonly thread: number }
  | { readonly do: 'advance'; readonly ms: number }
  /** Writes down the queue. */
  | { readonly do: 'pending' }
  /** Writes down the states of all workers. */
  | { readonly do: 'states' };

export type MainStep = Drive | Action;

export type WorkerClassName = 'ThreadWorker' | 'Worker' | 'RestrictedWorker';

/** What any code can do, on any thread; what makes no sense there is skipped. */
export type Action =
  | { readonly do: 'construct'; readonly class: WorkerClassName; readonly args: readonly Argument[] }
  /** A call of a method of one of the workers that this thread has constructed. */
  | { readonly do: 'host'; readonly worker: number; readonly call: string; readonly args: readonly Argument[] }
  /** A call of a method of this thread's port. */
  | { readonly do: 'port'; readonly call: string; readonly args: readonly Argument[] }
  /** As `host` and `port`; what the call throws is not caught. */
  | { readonly do: 'host!'; readonly worker: number; readonly call: string; readonly args: readonly Argument[] }
  | { readonly do: 'port!'; readonly call: string; readonly args: readonly Argument[] }
  | { readonly do: 'setHost'; readonly worker: number; readonly handler: string; readonly to: Assigned }
  | { readonly do: 'setPort'; readonly handler: string; readonly to: Assigned }
  | { readonly do: 'throw'; readonly what: Made }
  | { readonly do: 'timer'; readonly repeat: boolean; readonly delay: number; readonly routine: number }
  | { readonly do: 'clear'; readonly timer: number }
  /** A promise job. */
  | { readonly do: 'job'; readonly routine: number }
  /** The rest of the routine is done in a promise job, as after an `await`. */
  | { readonly do: 'await' };

/** A routine as a function, nothing callable, or no property at all. */
export type Assigned = { readonly fn: number } | 'undefined' | 'five' | 'delete';

export type Argument =
  | number
  | string
  | null
  /** The function that performs a routine: always the same one within a thread. */
  | { readonly fn: number }
  | { readonly make: Made }
  /** An event for `dispatchEvent`. */
  | { readonly event: string }
  /** The options of a constructor. */
  | { readonly options: 'none' | 'name' | 'module' | 'badName' | 'badPriority' }
  /** An object to be registered for global calls; its method `act` performs the routine. */
  | { readonly remote: number };

/** Values that are made anew each time; `next` counts up, so that every message is told from every other. */
export type Made =
  | 'next'
  | 'object'
  | 'undefined'
  | 'error'
  | 'typeError'
  | 'function'
  | 'symbol'
  | 'promise'
  | 'holdsFunction'
  | 'list'
  | 'badList'
  | 'noTransfer'
  | 'badTransfer'
  | 'once'
  | 'NaN';
