import type { BusinessError } from '@ohos.base';
import worker, {
  type ErrorEvent,
  type Event,
  type MessageEvent,
  type MessageEvents,
  type PostMessageOptions,
  Priority,
  ThreadWorkerPriority,
  type WorkerEventListener,
  type WorkerOptions,
} from '@ohos.worker';

const options: WorkerOptions = { name: 'resizer', type: 'classic', priority: ThreadWorkerPriority.HIGH };
const wk: worker.ThreadWorker = new worker.ThreadWorker('entry/ets/workers/Worker.ets', options);
const old: worker.Worker = new worker.Worker('workers/worker.js');
const restricted: worker.RestrictedWorker = new worker.RestrictedWorker('entry/ets/workers/Worker.ets');
export const all: worker.ThreadWorker[] = [wk, restricted];
export const priorities: number[] = [worker.ThreadWorkerPriority.VIP, worker.Priority.IMMEDIATE, Priority.IDLE];
export const high: ThreadWorkerPriority.HIGH = worker.ThreadWorkerPriority.HIGH;

interface Reply {
  readonly width: number;
}
export const seen: unknown[] = [];

wk.onmessage = (e: MessageEvents) => seen.push(e.data.foo, e.data as Reply);
wk.onmessage = (e: MessageEvent<Reply>): void => {
  seen.push(e.data.width);
};
wk.onmessage = async (e): Promise<void> => {
  const reply: Reply = e.data;
  seen.push(await Promise.resolve(reply.width));
};
wk.onmessage = undefined;
wk.onmessageerror = () => seen.push('messageerror');
wk.onmessageerror = (e: MessageEvents) => seen.push(e);
wk.onexit = (code: number) => {
  seen.push(code + 1);
};
wk.onerror = (err: ErrorEvent) => {
  const position: string = `${err.filename}:${err.lineno}:${err.colno}`;
  seen.push(err.message, err.error, position, err.backtrace?.length, err.type, err.timeStamp);
};
wk.onAllErrors = (err: ErrorEvent): void => {
  seen.push(err.message);
};
delete wk.onerror;

const buffer = new ArrayBuffer(8);
const transfer: PostMessageOptions = { transfer: [buffer] };
wk.postMessage('text');
wk.postMessage(1);
wk.postMessage({ buffer }, [buffer]);
wk.postMessage({ buffer }, transfer);
wk.postMessageWithSharedSendable({ buffer });
wk.postMessageWithSharedSendable({ buffer }, [buffer]);

const listener: WorkerEventListener = (e: Event): void => {
  seen.push(e.type);
};
wk.on('alert', listener);
wk.on('message', (e) => {
  seen.push((e as MessageEvents).data);
});
wk.once('exit', () => {});
wk.once('alert', listener, { once: false });
wk.addEventListener('alert', async (e) => {
  seen.push(await e.type);
});
wk.off('alert');
wk.off('alert', listener);
wk.removeEventListener('alert', listener);
wk.removeAllListener();
export const dispatched: boolean = wk.dispatchEvent({ type: 'alert', timeStamp: 0 });

class Album {
  getPhoto(name: string): string {
    return name;
  }
}
wk.registerGlobalCallObject('album', new Album());
wk.unregisterGlobalCallObject('album');
wk.unregisterGlobalCallObject();
wk.cancelTasks();
wk.terminate();
old.terminate();
old.registerGlobalCallObject('album', new Album());

export class TracingWorker extends worker.ThreadWorker {
  constructor(readonly script: string) {
    super(script);
    this.onexit = (code) => {
      seen.push(code);
    };
  }

  override postMessage(message: object): void {
    super.postMessage(message);
  }
}

/** A function that takes either family, as helper code does. */
export function stop(target: worker.ThreadWorker | worker.Worker): number | undefined {
  try {
    target.terminate();
    return undefined;
  } catch (error) {
    return (error as BusinessError).code;
  }
}
