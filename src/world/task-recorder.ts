import { assertNever } from '../base';
import type { Task } from '../kernel';
import type { CallTask, MessageTask, WorkerRecord, WorkerTask } from '../ohos';
import type { TraceEvent } from '../trace';
import { errorText } from './raised-error';
import type { RecorderPorts } from './recorder';
import { carriesData, kindOf, sourceOf } from './task-view';
import type { WorkerHistory } from './worker-history';

/** Writes down what becomes of tasks: in the trace, and messages in each worker's history. */
export class TaskRecorder {
  constructor(
    private readonly ports: RecorderPorts,
    private readonly historyOf: (record: WorkerRecord) => WorkerHistory,
  ) {}

  queued(task: Task<WorkerTask>): void {
    const { payload } = task;
    if (payload.kind !== 'exit' && payload.kind !== 'timer') this.ports.sites.note(payload);
    if (payload.kind === 'start') this.historyOf(payload.worker).start = payload;
    if (carriesData(payload)) task.note = this.ports.copy(contentOf(payload));
    if (payload.kind === 'message' && !payload.isTwin) this.#posted(task, payload);
    else
      this.#add(
        sourceOf(payload),
        { type: 'queue', task: task.id, to: task.agent.name, kind: kindOf(payload) },
        payload,
      );
  }

  #posted(task: Task<WorkerTask>, payload: MessageTask): void {
    const { note: data } = task;
    const history = this.historyOf(payload.worker);
    (payload.to === 'worker' ? history : history.port).posted.add(data);
    this.#add(sourceOf(payload), { type: 'post', task: task.id, to: task.agent.name, data }, payload);
  }

  #add(agent: string, event: TraceEvent, payload: WorkerTask): void {
    const { trace, sites } = this.ports;
    trace.add(agent, event, undefined, sites.siteOf(payload));
  }

  ended({ id, agent }: Task<WorkerTask>): void {
    this.ports.trace.add(agent.name, { type: 'end', task: id }, id);
  }

  began(task: Task<WorkerTask>): void {
    const { trace } = this.ports;
    const { payload, id } = task;
    const agent = task.agent.name;
    const from = sourceOf(payload);
    switch (payload.kind) {
      case 'start':
        return trace.add(agent, { type: 'start', task: id, file: scriptOf(payload.worker, this.ports.relativePath) });
      case 'message':
        return this.#delivered(task, payload);
      case 'error':
      case 'failure':
        return trace.add(agent, { type: 'error', task: id, from, error: errorLineOf(payload) });
      case 'call':
        return this.#called(task, payload);
      case 'exit':
        return trace.add(agent, { type: 'exit', task: id, from, exitCode: payload.worker.exitCode });
      case 'timer':
        return trace.add(agent, { type: 'timer', task: id, timerId: payload.timerId });
      case 'stop':
        return trace.add(agent, { type: 'begin', task: id, kind: 'stop' });
      default:
        return assertNever(payload);
    }
  }

  #delivered(task: Task<WorkerTask>, message: MessageTask): void {
    const { worker, to } = message;
    if (this.ports.isUnreadable(message)) {
      return this.ports.trace.add(task.agent.name, { type: 'begin', task: task.id, kind: 'message' });
    }
    const { note: data } = task;
    const history = this.historyOf(worker);
    (to === 'host' ? history : history.port).received.add(data);
    this.ports.trace.add(task.agent.name, { type: 'message', task: task.id, from: sourceOf(task.payload), data });
  }

  #called(task: Task<WorkerTask>, call: CallTask): void {
    const from = sourceOf(call);
    const { note: data } = task;
    const stale = call.answer !== undefined;
    this.ports.trace.add(task.agent.name, { type: 'call', task: task.id, from, method: methodOf(call), data, stale });
  }
}

/** What a task carries from one agent to another. */
function contentOf(payload: WorkerTask): unknown {
  switch (payload.kind) {
    case 'message':
      return payload.data;
    case 'error':
      return payload.event;
    case 'failure':
      return payload.error;
    case 'call':
      return payload.args;
    default:
      return undefined;
  }
}

function errorLineOf(payload: Extract<WorkerTask, { kind: 'error' | 'failure' }>): string {
  if (payload.kind === 'failure') return errorText(payload.error);
  return payload.event?.message ?? 'undefined';
}

export function methodOf({ instanceName, methodName }: CallTask): string {
  return `${instanceName}.${methodName}`;
}

/** The script of a worker as it is shown. */
export function scriptOf({ script }: WorkerRecord, relativePath: RecorderPorts['relativePath']): string {
  if (script.kind === 'stand-in') return '(stand-in)';
  return script.kind === 'found' ? relativePath(script.file) : script.record;
}
