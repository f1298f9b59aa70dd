import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../world/support/outcome';
import type { HostWorker } from '../world/support/platform-objects';
import { anApp } from './support/an-app';
import { nothing, threw } from './support/business-errors';

type Call = readonly [method: keyof HostWorker, ...args: unknown[]];

const f = () => 0;

const badCalls: readonly (readonly [Call, string])[] = [
  [['on'], threw.parameter('the number of listener parameters is not less than 2.')],
  [['on', 'message'], threw.parameter('the number of listener parameters is not less than 2.')],
  [['on', 5, f], threw.parameter('the type of listener first param must be string.')],
  [['on', 5, 5], threw.parameter('the type of listener first param must be string.')],
  [['on', 'message', 5], threw.parameter('the type of listener the second param must be callable.')],
  [['on', 'message', undefined], threw.parameter('the type of listener the second param must be callable.')],
  [['once', 'message'], threw.parameter('the number of listener parameters is not less than 2.')],
  [['once', new String('x'), f], threw.parameter('the type of listener first param must be string.')],
  [['once', 'message', {}], threw.parameter('the type of listener the second param must be callable.')],
  [['addEventListener', 'message'], threw.parameter('the number of listener parameters is not less than 2.')],
  [['addEventListener', null, f], threw.parameter('the type of listener first param must be string.')],
  [['addEventListener', 'message', null], threw.parameter('the type of listener the second param must be callable.')],
  [['off'], threw.parameter('the number of parameters is not less than 1.')],
  [['off', 5], threw.parameter('the type of removelistener the first param must be string.')],
  [['off', 'x', undefined], threw.parameter('the type of removelistener the second param must be callable.')],
  [['off', 'x', null], threw.parameter('the type of removelistener the second param must be callable.')],
  [['removeEventListener'], threw.parameter('the number of parameters is not less than 1.')],
  [['removeEventListener', {}], threw.parameter('the type of removelistener the first param must be string.')],
  [['removeEventListener', 'x', 5], threw.parameter('the type of removelistener the second param must be callable.')],
  [['dispatchEvent'], threw.parameter("the number of dispatchEvent's parameters must be more than 1.")],
  [['dispatchEvent', null], threw.parameter('the type of DispatchEvent first param must be event object.')],
  [['dispatchEvent', f], threw.parameter('the type of DispatchEvent first param must be event object.')],
  [['dispatchEvent', {}], threw.parameter("the type of dispatchEvent's event type must be string.")],
  [['dispatchEvent', { type: 5 }], threw.parameter("the type of dispatchEvent's event type must be string.")],
  [['registerGlobalCallObject'], threw.parameter("the number of registerGlobalCallObject's parameters must be 2.")],
  [
    ['registerGlobalCallObject', 'n'],
    threw.parameter("the number of registerGlobalCallObject's parameters must be 2."),
  ],
  [
    ['registerGlobalCallObject', 'n', {}, 1],
    threw.parameter("the number of registerGlobalCallObject's parameters must be 2."),
  ],
  [
    ['registerGlobalCallObject', 5, {}],
    threw.parameter("the type of registerGlobalCallObject's instanceName must be string."),
  ],
  [
    ['unregisterGlobalCallObject', 'n', 1],
    threw.parameter("the number of unregisterGlobalCallObject's parameters must be 1 or 0."),
  ],
  [
    ['unregisterGlobalCallObject', undefined],
    threw.parameter("the type of unregisterGlobalCallObject's instanceName must be string."),
  ],
];

function calling(wk: HostWorker, [method, ...args]: Call): string {
  return outcomeOf(() => (wk[method] as (...args: unknown[]) => unknown)(...args));
}

/** Of the class that makes the process use the new or the old rules. */
function anExitedWorker(kind: 'ThreadWorker' | 'Worker') {
  const app = anApp({ 'w.ts': '' });
  const wk = new app.worker[kind](app.url('w.ts'));
  wk.terminate();
  app.run();
  return wk;
}

describe('a host object', () => {
  it.each(badCalls)('refuses the call %j with 401 [E-0c, E-5, E-6, E-33, A-80]', (call, outcome) => {
    const { worker, url } = anApp({ 'w.ts': '' });
    expect(calling(new worker.ThreadWorker(url('w.ts')), call)).toBe(outcome);
  });

  it.each(badCalls)('of the old class refuses the call %j with 401, too [E-3]', (call, outcome) => {
    const { worker, url } = anApp({ 'w.ts': '' });
    expect(calling(new worker.Worker(url('w.ts')), call)).toBe(outcome);
  });

  it.each<[Call, string]>([
    [['off', 'unknown'], nothing],
    [['off', 'unknown', f], nothing],
    [['removeAllListener'], nothing],
    [['unregisterGlobalCallObject', 'unknown'], nothing],
    [['unregisterGlobalCallObject'], nothing],
    [['dispatchEvent', { type: 'unknown' }], 'returned true'],
    [['dispatchEvent', Object.assign([], { type: 'array' })], 'returned true'],
    [['cancelTasks'], nothing],
    [['registerGlobalCallObject', 'n', undefined], nothing],
    [['registerGlobalCallObject', 'n', 5], nothing],
  ])('answers the call %j without complaint [E-31, E-32, E-35, E-73, E-74, E-75]', (call, outcome) => {
    const { worker, url } = anApp({ 'w.ts': '' });
    expect(calling(new worker.ThreadWorker(url('w.ts')), call)).toBe(outcome);
  });

  it.each<[string, unknown]>([
    ['an async function', async () => 0],
    ['a bound function', f.bind(null)],
    ['a class', class {}],
    ['a native function', Math.max],
  ])('takes %s as listener: it is callable [E-6]', (_, listener) => {
    const { worker, url } = anApp({ 'w.ts': '' });
    expect(calling(new worker.ThreadWorker(url('w.ts')), ['on', 'x', listener])).toBe(nothing);
  });

  it('keeps working for all but posts until its exit event was delivered [E-30, L-3, E-71]', () => {
    const { worker, workers, url } = anApp({ 'w.ts': ({ workerPort }) => workerPort.close() });
    const wk = new worker.ThreadWorker(url('w.ts'));
    const calls: Call[] = [
      ['postMessage', 1],
      ['on', 'x', f],
      ['off', 'x'],
      ['removeAllListener'],
      ['dispatchEvent', { type: 'x' }],
      ['registerGlobalCallObject', 'n', {}],
      ['unregisterGlobalCallObject'],
      ['cancelTasks'],
      ['terminate'],
    ];
    workers.step();
    expect([workers.get(wk).state, ...calls.map((call) => calling(wk, call))]).toEqual([
      'terminated',
      threw.notRunning('maybe worker is terminated when PostMessage'),
      nothing,
      nothing,
      nothing,
      'returned true',
      nothing,
      nothing,
      nothing,
      nothing,
    ]);
  });
});

const gone = threw.notRunning('maybe worker is terminated');

const callsOnTheDead: readonly (readonly [Call, inNewProcess: string, inOldProcess: string])[] = [
  [['postMessage', 1], threw.notRunning('maybe worker is terminated when PostMessage'), nothing],
  [['postMessageWithSharedSendable', 1], threw.notRunning('maybe worker is terminated when PostMessage'), nothing],
  [['terminate'], threw.notRunning('worker is nullptr when Terminate'), nothing],
  [['on', 'x', f], gone, nothing],
  [['once', 'x', f], gone, nothing],
  [['addEventListener', 'x', f], gone, nothing],
  [['off', 'x'], gone, nothing],
  [['off', 'x', 5], gone, nothing],
  [['removeEventListener', 'x', f], gone, nothing],
  [['removeAllListener'], gone, nothing],
  [['dispatchEvent', { type: 'x' }], threw.notRunning('maybe worker has been terminated'), 'returned false'],
  [['dispatchEvent', {}], threw.notRunning('maybe worker has been terminated'), 'returned false'],
  [
    ['registerGlobalCallObject', 'n', {}],
    threw.notRunning('maybe worker is terminated when registerGlobalCallObject'),
    threw.notRunning('maybe worker is terminated when registerGlobalCallObject'),
  ],
  [
    ['unregisterGlobalCallObject'],
    threw.notRunning('maybe worker is terminated when unregisterGlobalCallObject'),
    threw.notRunning('maybe worker is terminated when unregisterGlobalCallObject'),
  ],
  [
    ['unregisterGlobalCallObject', 5],
    threw.notRunning('maybe worker is terminated when unregisterGlobalCallObject'),
    threw.notRunning('maybe worker is terminated when unregisterGlobalCallObject'),
  ],
  [['cancelTasks'], nothing, nothing],
];

/** Whether the platform finds fault with the arguments before it looks for the worker. */
function precedesTheDead([method, ...args]: Call): boolean {
  const [first] = args;
  if (method === 'off' || method === 'removeEventListener') return typeof first !== 'string';
  if (method === 'dispatchEvent') return typeof first !== 'object' || first === null;
  return method !== 'unregisterGlobalCallObject' || args.length > 1;
}

describe('a host object after its exit event', () => {
  it.each(callsOnTheDead)(
    'answers %j as the platform does with the new classes [E-60, E-61, E-62, E-63, E-64, E-65, E-66]',
    (call, outcome) => {
      expect(calling(anExitedWorker('ThreadWorker'), call)).toBe(outcome);
    },
  );

  it.each(callsOnTheDead.map(([call, , outcome]) => [call, outcome] as const))(
    'answers %j as the platform does with the old class [E-3, E-60, E-61, E-62, E-63, E-64, E-65, E-66, E-76]',
    (call, outcome) => {
      expect(calling(anExitedWorker('Worker'), call)).toBe(outcome);
    },
  );

  it.each(badCalls.filter(([call]) => precedesTheDead(call)))(
    'looks at the arguments of %j first where the platform does [E-67]',
    (call, outcome) => {
      expect(calling(anExitedWorker('ThreadWorker'), call)).toBe(outcome);
    },
  );

  it('never calls a handler again [E-68, L-47]', () => {
    const { worker, run, log, url } = anApp({
      'w.ts': ({ workerPort }) => {
        workerPort.onmessage = () => workerPort.close();
      },
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.postMessage(1);
    run();
    wk.onexit = () => log.push('onexit');
    expect(run()).toEqual([]);
  });
});

describe('a dead instance', () => {
  it.each(callsOnTheDead)('answers %j as after an exit [E-8]', (call, outcome) => {
    const { worker, url } = anApp({ 'w.ts': '' });
    expect(calling(new worker.ThreadWorker(url('w.ts'), null), call)).toBe(outcome);
  });

  it.each(callsOnTheDead.map(([call, , outcome]) => [call, outcome] as const))(
    'of the old class answers %j as after an exit [E-8, E-9, E-3]',
    (call, outcome) => {
      const { worker, url } = anApp({ 'w.ts': '' });
      expect(calling(new worker.Worker(url('w.ts'), { name: 5 }), call)).toBe(outcome);
    },
  );
});
