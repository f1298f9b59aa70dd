import worker, { type ErrorEvent, type MessageEvents, type ThreadWorkerGlobalScope } from '@ohos.worker';

const wk = new worker.ThreadWorker('entry/ets/workers/Worker.ets');
const port: ThreadWorkerGlobalScope = worker.workerPort;

// @ts-expect-error the script is missing
new worker.ThreadWorker();
// @ts-expect-error a class, not a function
worker.ThreadWorker('a');
// @ts-expect-error no such option
new worker.ThreadWorker('a', { names: 'a' });
// @ts-expect-error not a priority
new worker.ThreadWorker('a', { priority: 'HIGH' });
// @ts-expect-error the handler gets the exit code
wk.onexit = (code: string) => code;
// @ts-expect-error an ErrorEvent has no code
wk.onerror = (err: ErrorEvent) => err.code;
// @ts-expect-error a message has no target
wk.onmessage = (e: MessageEvents) => e.target;
// @ts-expect-error a handler is a function
wk.onmessage = 'handler';
// @ts-expect-error the message is missing
wk.postMessage();
// @ts-expect-error the transfer list holds ArrayBuffers
wk.postMessage({}, ['a']);
// @ts-expect-error null is refused with 401 [E-21]
wk.postMessage({}, null);
// @ts-expect-error nothing of a worker is readable on the host [A-27]
wk.name;
// @ts-expect-error the port has the handlers of a worker only
port.onexit = () => {};
// @ts-expect-error the port has no on [A-52]
port.on('message', () => {});
// @ts-expect-error the port can't be terminated [A-52]
port.terminate();
// @ts-expect-error fixed by the platform
port.name = 'b';
// @ts-expect-error self is not the global object [A-53]
port.self.setTimeout;
// @ts-expect-error optional since API 26 is new
port.postMessageAtFront('a', 1);
// @ts-expect-error the timeout is missing
port.callGlobalCallObjectMethod('album', 'getPhoto');
// @ts-expect-error a host object is no port
export const wrong: ThreadWorkerGlobalScope = wk;
// @ts-expect-error the common base exists in the types only
worker.HostWorker;
