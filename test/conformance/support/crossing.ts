import { outcomeOf } from '../../world/support/outcome';
import { anApp } from './an-app';

/** A message as it is in the worker, and the realm that it arrived in. */
export interface Arrival<T> {
  readonly value: T;
  readonly realm: typeof globalThis;
}

const receiving = { 'w.ts': 'worker.workerPort.onmessage = ({ data }) => log(data, globalThis);' };

const cannotSerialize =
  'threw BusinessError 10200006: An exception occurred during serialization, failed to serialize message.\nSerialize error: ';

/** What arrives in a worker for a message of the host. */
export function arrivalOf<T>(message: T, transfer: readonly unknown[] = []): Arrival<T> {
  const { worker, url, run, log } = anApp(receiving);
  new worker.ThreadWorker(url('w.ts')).postMessage(message, transfer);
  run();
  const [value, realm] = log as [T, typeof globalThis];
  return { value, realm };
}

export function arriving<T>(message: T, transfer: readonly unknown[] = []): T {
  return arrivalOf(message, transfer).value;
}

/** Why a message of the host is refused: the text of the engine. */
export function refusalOf(message: unknown, transfer: readonly unknown[] = []): string {
  const { worker, url } = anApp(receiving);
  const wk = new worker.ThreadWorker(url('w.ts'));
  return reasonIn(outcomeOf(() => wk.postMessage(message, transfer)));
}

/** What arrives on the host for a message that an expression makes in a worker. */
export function arrivingFrom(expression: string): unknown {
  const { worker, url, run } = anApp({ 'w.ts': posting(expression) });
  const wk = new worker.ThreadWorker(url('w.ts'));
  let arrived: unknown;
  wk.onmessage = ({ data }: { data: unknown }) => {
    arrived = data;
  };
  wk.postMessage('go');
  run();
  return arrived;
}

/**
 * Sends messages to a worker that answers each with what an expression makes of `data`; both ways, Sendables go by
 * reference.
 */
export function sharing(expression: string, imports = ''): (message: unknown) => unknown {
  const { worker, url, run } = anApp({
    'w.ts': `${imports} worker.workerPort.onmessage = ({ data }) =>
      worker.workerPort.postMessageWithSharedSendable(${expression});`,
  });
  const wk = new worker.ThreadWorker(url('w.ts'));
  let answer: unknown;
  wk.onmessage = ({ data }: { data: unknown }) => {
    answer = data;
  };
  return (message) => {
    answer = undefined;
    wk.postMessageWithSharedSendable(message);
    run();
    return answer;
  };
}

/** Why a message that an expression makes in a worker is refused. */
export function refusalFrom(expression: string): string {
  const { worker, url, run } = anApp({ 'w.ts': posting(expression) });
  new worker.ThreadWorker(url('w.ts')).postMessage('go');
  return reasonIn(String(run()[0]));
}

function posting(expression: string): string {
  return `worker.workerPort.onmessage = () => log(attempt(() => worker.workerPort.postMessage(${expression})));`;
}

function reasonIn(outcome: string): string {
  if (!outcome.startsWith(cannotSerialize)) throw new Error(`not refused: ${outcome}`);
  return outcome.slice(cannotSerialize.length);
}

/** The text for a type that can't be sent. */
export function unsupported(type: string): string {
  return `Serialize don't support object type: ${type}`;
}
