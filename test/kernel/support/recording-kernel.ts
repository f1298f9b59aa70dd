import { fifo, Kernel, type SchedulingPolicy, type Task, type Turn } from '../../../src/kernel';

type Action = (turn: Turn) => void;

/** A kernel whose tasks are names; it writes down what was performed, and does what was planned for a task. */
export interface RecordingKernel {
  readonly kernel: Kernel<string>;
  readonly performed: string[];
  /** What the observer heard, such as `queued a`, `began a`, `ended a`. */
  readonly heard: string[];
  /** The turn in which each task was performed. */
  readonly turns: Map<string, Turn>;
  /** Runs `action` when the task of that name is performed. */
  during(name: string, action: Action): void;
  /** Performs everything; answers the names in order. */
  runAll(): string[];
}

export function recordingKernel(policy: SchedulingPolicy = fifo): RecordingKernel {
  const actions = new Map<string, Action>();
  const performed: string[] = [];
  const heard: string[] = [];
  const turns = new Map<string, Turn>();
  const kernel = new Kernel<string>({
    policy,
    performer: {
      perform: ({ payload }, turn) => {
        performed.push(payload);
        turns.set(payload, turn);
        actions.get(payload)?.(turn);
      },
    },
    observer: {
      queued: ({ payload }) => heard.push(`queued ${payload}`),
      began: ({ payload }) => heard.push(`began ${payload}`),
      ended: ({ payload }) => heard.push(`ended ${payload}`),
    },
  });
  return {
    kernel,
    performed,
    heard,
    turns,
    during: (name, action) => actions.set(name, action),
    runAll: () => {
      while (kernel.step() !== undefined);
      return performed;
    },
  };
}

export function names(tasks: readonly Task<string>[]): string[] {
  return tasks.map(({ payload }) => payload);
}
