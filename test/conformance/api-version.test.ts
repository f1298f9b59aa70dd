import { describe, expect, it } from '@jest/globals';
import * as kit from '@kit.ArkTS';
import * as ohos from '@ohos.worker';
import { outcomeOf } from '../world/support/outcome';
import type { HostWorker } from '../world/support/platform-objects';
import { type App, anApp } from './support/an-app';
import { nothing, threw } from './support/business-errors';

/** An app on a device of an API level, with a worker that runs `text`, in which `port` is its port. */
function onDevice(apiVersion: number, text = ''): App & { readonly wk: HostWorker } {
  const app = anApp({ 'w.ts': `const port = worker.workerPort ?? worker.parentPort; ${text}` }, { apiVersion });
  const wk = new (apiVersion < 9 ? app.worker.Worker : app.worker.ThreadWorker)(app.url('w.ts'));
  return { ...app, wk };
}

const levels = Array.from({ length: 20 }, (_, index) => index + 7);
const younger = (names: Readonly<Record<string, number>>, level: number) =>
  Object.fromEntries(Object.entries(names).map(([name, since]) => [name, since <= level]));
const present = (names: Readonly<Record<string, number>>, target: object) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, name in target]));

describe.each(levels)('on a device of API level %i', (level) => {
  const classes = { Worker: 7, ThreadWorker: 9, RestrictedWorker: 11, ThreadWorkerPriority: 18, Priority: 26 };
  const hostMethods = {
    postMessage: 7,
    terminate: 7,
    on: 7,
    once: 7,
    off: 7,
    addEventListener: 7,
    removeEventListener: 7,
    removeAllListener: 7,
    dispatchEvent: 7,
    cancelTasks: 7,
    registerGlobalCallObject: 11,
    unregisterGlobalCallObject: 11,
    postMessageWithSharedSendable: 12,
  };
  const portMembers = {
    postMessage: 7,
    close: 7,
    cancelTasks: 7,
    addEventListener: 7,
    removeEventListener: 7,
    removeAllListener: 7,
    dispatchEvent: 7,
    self: 7,
    callGlobalCallObjectMethod: 11,
    postMessageWithSharedSendable: 12,
    postMessageAtFront: 26,
  };

  it('the module has what existed then, on the main thread [A-2, A-10, A-11]', () => {
    const { worker } = onDevice(level);
    const expected = younger(classes, level);
    expect(present(classes, worker)).toEqual(expected);
    expect(present(classes, ohos)).toEqual(expected);
    const { ThreadWorkerPriority, Priority } = expected;
    expect(present({ worker: 7, ThreadWorkerPriority: 18, Priority: 26 }, kit)).toEqual({
      worker: true,
      ThreadWorkerPriority,
      Priority,
    });
  });

  it('the module has what existed then, in a worker [A-2, A-3]', () => {
    const { run } = onDevice(
      level,
      `log(${JSON.stringify([...Object.keys(classes), 'workerPort', 'parentPort'])}.map((name) => name in worker));`,
    );
    expect(run()).toEqual([[...Object.values(younger(classes, level)), level >= 9, level < 9]]);
  });

  it('host objects have the methods of the time [A-20]', () => {
    const { wk } = onDevice(level);
    expect(present(hostMethods, wk)).toEqual(younger(hostMethods, level));
  });

  it('ports have the members of the time [A-50]', () => {
    const { run } = onDevice(level, `log(${JSON.stringify(Object.keys(portMembers))}.map((name) => name in port));`);
    expect(run()).toEqual([Object.values(younger(portMembers, level))]);
  });

  it('workers answer messages, fail and exit, and hear of it [A-79]', () => {
    const { wk, log, run } = onDevice(
      level,
      `port.onclose = () => log('onclose');
      port.onmessage = ({ data }) => { port.postMessage(data); throw data; };`,
    );
    wk.onmessage = ({ data }: { data: unknown }) => log.push(`got ${data}`);
    wk.onerror = ({ message }: { message: string }) => log.push(`onerror ${message}`);
    wk.onexit = (code: number) => log.push(`exit ${code}`);
    wk.postMessage('x');
    expect(run()).toEqual(['got x', 'onerror x', 'onclose', 'exit 1']);
  });

  it('as many workers may live as the level allows [L-127, L-120, L-122]', () => {
    const { worker, url } = anApp({ 'w.ts': '' }, { apiVersion: level });
    const WorkerClass = level < 9 ? worker.Worker : worker.ThreadWorker;
    const outcomes = Array.from({ length: 65 }, () => outcomeOf(() => void new WorkerClass(url('w.ts'))));
    const allowed = level < 8 ? 7 : level < 11 ? 8 : 64;
    expect(outcomes.filter((outcome) => outcome === nothing)).toHaveLength(allowed);
    expect(outcomes[allowed]).toBe(threw.initialization('the number of workers exceeds the maximum.'));
  });
});

describe('the limits of a device', () => {
  it('are those of its level, unless an option says otherwise, as a parameter of the device does [L-125]', () => {
    const { worker, url } = anApp({ 'w.ts': '' }, { apiVersion: 9, limits: { ThreadWorker: 10 } });
    const outcomes = Array.from({ length: 11 }, () => outcomeOf(() => void new worker.ThreadWorker(url('w.ts'))));
    expect(outcomes.filter((outcome) => outcome === nothing)).toHaveLength(10);
  });
});

describe('the priority of a ThreadWorker', () => {
  it('has no DEADLINE and no VIP before API level 20 [A-10]', () => {
    const namesAt = (apiVersion: number) =>
      Object.getOwnPropertyNames(anApp({}, { apiVersion }).worker.ThreadWorkerPriority);
    expect(namesAt(19)).toEqual(['HIGH', 'MEDIUM', 'LOW', 'IDLE']);
    expect(namesAt(20)).toEqual(['HIGH', 'MEDIUM', 'LOW', 'IDLE', 'DEADLINE', 'VIP']);
  });

  it.each([
    [17, 'none', nothing],
    [18, 'none', threw.parameter('the priority value is invalid')],
    [19, 3, nothing],
    [19, 4, threw.parameter('the priority value is invalid')],
    [19, 5, threw.parameter('the priority value is invalid')],
    [20, 5, nothing],
    [20, 6, threw.parameter('the priority value is invalid')],
  ])('at API level %i, %p: %s [A-10, E-11]', (apiVersion, priority, outcome) => {
    const { worker, url } = anApp({ 'w.ts': '' }, { apiVersion });
    expect(outcomeOf(() => void new worker.ThreadWorker(url('w.ts'), { priority }))).toBe(outcome);
  });

  it('is not read before API level 18 [A-10, E-10]', () => {
    const { worker, url, log } = anApp({ 'w.ts': '' }, { apiVersion: 17 });
    const options = {
      get priority() {
        return log.push('read');
      },
    };
    new worker.ThreadWorker(url('w.ts'), options);
    expect(log).toEqual([]);
  });
});

describe('onAllErrors', () => {
  const script = `
    setTimeout(() => { throw new Error('in a timer'); }, 0);
    port.onmessage = () => { throw new Error('in a handler'); };`;

  it.each([
    [17, ['onerror Error: in a handler', 'exit 1']],
    [18, ['onAllErrors in a timer', 'onAllErrors Error: in a handler']],
  ])('is a property as any other before API level 18: at %i [L-55, L-52]', (apiVersion, heard) => {
    const { wk, log, run } = onDevice(apiVersion, script);
    wk.onAllErrors = ({ message }: { message: string }) => log.push(`onAllErrors ${message}`);
    wk.onerror = ({ message }: { message: string }) => log.push(`onerror ${message}`);
    wk.onexit = (code: number) => log.push(`exit ${code}`);
    wk.postMessage('go');
    expect(run()).toEqual(heard);
  });
});

describe('10200006', () => {
  const withoutReason = threw.serialization('failed to serialize message.');

  it.each([
    [19, withoutReason],
    [20, threw.cannotSend('Symbol')],
  ])('says why from API level 20 on: at %i [E-25, S-68]', (apiVersion, outcome) => {
    const { wk, run, log } = onDevice(
      apiVersion,
      `port.onmessage = () => {
        log(attempt(() => port.postMessage(Symbol())));
        log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0, Symbol())));
      };`,
    );
    log.push(outcomeOf(() => wk.postMessage(Symbol())));
    wk.postMessage('go');
    expect(run()).toEqual([outcome, outcome, outcome]);
  });
});

describe('apiVersion in workers.configure', () => {
  it('holds for what imports give from then on, and for new workers', () => {
    const { log, url, workers, run } = anApp({ 'w.ts': "log('Priority' in worker);" }, { apiVersion: 20 });
    new ohos.default.ThreadWorker(url('w.ts'));
    log.push('Priority' in ohos, 'Priority' in kit, 'Priority' in ohos.default);
    expect([kit.worker === ohos.default, kit.Priority]).toEqual([true, undefined]);
    expect(run()).toEqual([false, false, false, false]);
    workers.reset();
    workers.configure({ apiVersion: 26 });
    expect(ohos.default).toHaveProperty('Priority', ohos.Priority);
  });

  it('leaves what was taken out of an import before as it was', () => {
    const before = anApp().worker;
    const { worker } = anApp({}, { apiVersion: 8 });
    expect(['ThreadWorker' in before, 'ThreadWorker' in worker]).toEqual([true, false]);
  });
});
