import { inspect } from 'node:util';
import { preview } from '../base';
import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import type { PostSites } from './post-sites';

export const taskKinds = ['start', 'message', 'stop', 'error', 'call', 'exit', 'timer'] as const;

/** A task as the test sees it: plain data. */
export interface TaskView {
  /** Unique; grows with every task that is queued. */
  readonly id: number;
  /**
   * `start`: a script is evaluated. `message`: a message is delivered. `stop`: a worker reads the stop that
   * `terminate()` queued. `error`: an error of a worker reaches the host. `call`: the host answers a global call.
   * `exit`: the host hears that a worker has exited. `timer`: a timer of a worker fires.
   */
  readonly kind: (typeof taskKinds)[number];
  /** Name of the agent that caused it: `host`, or a worker's, such as `worker#1`. */
  readonly from: string;
  /** Name of the agent that performs it. */
  readonly to: string;
  /** Messages: a copy of the data. Errors: the event or the error. Calls: the arguments. */
  readonly data?: unknown;
  /** One line that shows what the task carries. */
  readonly preview: string;
  /** Id of the task during which this one was queued; `null` when the test itself did it. */
  readonly causedBy: number | null;
  /**
   * Where in the project it was posted, as `file:line:column`. Known of the first 256 posts of a test; absent for tasks
   * that no line of code asked for.
   */
  readonly postedAt?: string | undefined;
  /** In the answer of `step()`: what the host performed meanwhile because the task called it and waited. */
  readonly nested?: readonly TaskView[];
}

/** What is costly to tell is told when somebody asks. */
export function viewOf({ sites }: { readonly sites: PostSites }, task: Task<WorkerTask>): TaskView {
  const { id, payload, note: data } = task;
  const carries = carriesData(payload);
  const view = {
    id,
    kind: kindOf(payload),
    from: sourceOf(payload),
    to: task.agent.name,
    ...(carries ? { data } : {}),
    get preview() {
      return carries ? preview(data) : describe(payload);
    },
    causedBy: task.causeId ?? null,
  };
  Object.defineProperty(view, inspect.custom, { value: asPlainData });
  Object.defineProperty(view, 'toString', { value: asLine });
  if (!sites.has(payload)) return view;
  return Object.defineProperty(view, 'postedAt', {
    get: () => sites.of(payload),
    enumerable: true,
    configurable: true,
  });
}

/** For whoever prints it: Node would show what is told on demand as `[Getter]`. */
function asPlainData(this: TaskView): TaskView {
  return { ...this };
}

function asLine(this: TaskView): string {
  return describeTask(this);
}

/** In one line. */
export function describeTask({ kind, from, to, preview }: Pick<TaskView, 'kind' | 'from' | 'to' | 'preview'>): string {
  if (kind === 'timer') return `${preview} of ${to}`;
  return `${kind} ${from} -> ${to}${preview === '' ? '' : ` ${preview}`}`;
}

export function carriesData({ kind }: WorkerTask): boolean {
  return kind === 'message' || kind === 'error' || kind === 'failure' || kind === 'call';
}

/** Name of the agent that a task comes from. */
export function sourceOf(payload: WorkerTask): string {
  switch (payload.kind) {
    case 'timer':
      return payload.thread.name;
    case 'start':
    case 'stop':
      return payload.worker.host.name;
    case 'message':
      return payload.to === 'worker' ? payload.worker.host.name : payload.worker.label;
    default:
      return payload.worker.label;
  }
}

export function kindOf({ kind }: WorkerTask): TaskView['kind'] {
  return kind === 'failure' ? 'error' : kind;
}

function describe(payload: WorkerTask): string {
  switch (payload.kind) {
    case 'start':
      return payload.worker.url;
    case 'exit':
      return `code ${payload.worker.exitCode}`;
    case 'timer':
      return `timer ${payload.timerId}`;
    default:
      return '';
  }
}
