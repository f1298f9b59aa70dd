import { preview } from '../base';
import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';

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
}

/** `data` is the copy that was taken when the task was queued. */
export function viewTask(task: Task<WorkerTask>, data: unknown): TaskView {
  const { payload } = task;
  const view = { id: task.id, kind: kindOf(payload), from: sourceOf(payload), to: task.agent.name };
  const causedBy = task.causeId ?? null;
  return carriesData(payload)
    ? { ...view, data, preview: preview(data), causedBy }
    : { ...view, preview: describe(payload), causedBy };
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

function kindOf({ kind }: WorkerTask): TaskView['kind'] {
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
