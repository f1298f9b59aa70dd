import { describe, expect, it } from '@jest/globals';
import { anApp } from './support/an-app';
import { nothing, threw } from './support/business-errors';

const f = '() => 0';

/** A call of the port, its outcome while the worker runs, and once it has ended with the new and the old classes. */
const calls: readonly (readonly [call: string, running: string, ended: string, endedOld: string])[] = [
  ...[
    ['addEventListener()', threw.parameter('worker listener param count must be more than WORKPARAMNUM.')],
    ["addEventListener('x')", threw.parameter('worker listener param count must be more than WORKPARAMNUM.')],
    [`addEventListener(5, ${f})`, threw.parameter('the type of worker listener first param must be string.')],
    ["addEventListener('x', 5)", threw.parameter('the type of worker listener second param must be callable.')],
    ['removeEventListener()', threw.parameter("the number of removeEventListener's parameters must be more than 2.")],
    ['removeEventListener(5)', threw.parameter("the type of removeEventListener's 1st param must be string.")],
    [
      "removeEventListener('x', 5)",
      threw.parameter("the type of removeEventListener's second param must be callable."),
    ],
    [
      "removeEventListener('x', undefined)",
      threw.parameter("the type of removeEventListener's second param must be callable."),
    ],
    ['dispatchEvent()', threw.parameter('DispatchEvent param count must be more than 1.')],
    ['dispatchEvent(null)', threw.parameter('the type of worker DispatchEvent first param must be Event.')],
    [`dispatchEvent(${f})`, threw.parameter('the type of worker DispatchEvent first param must be Event.')],
    ['dispatchEvent({})', threw.parameter("the type of dispatchEvent's worker event must be string.")],
  ].map(([call = '', outcome = '']) => [call, outcome, outcome, outcome] as const),
  [`addEventListener('x', ${f})`, nothing, threw.notRunning('worker is not running when addEventListener.'), nothing],
  ["removeEventListener('x')", nothing, threw.notRunning('worker is not running when removeEventListener.'), nothing],
  [
    `removeEventListener('unknown', ${f})`,
    nothing,
    threw.notRunning('worker is not running when removeEventListener.'),
    nothing,
  ],
  ['removeAllListener()', nothing, threw.notRunning('worker is nullptr when ParentPortRemoveAllListener'), nothing],
  [
    "dispatchEvent({ type: 'x' })",
    'returned true',
    threw.notRunning('worker is nullptr when dispatchEvent.'),
    'returned false',
  ],
];

function attempting(call: string, before: string, kind: 'ThreadWorker' | 'Worker'): unknown[] {
  const { worker, run, url } = anApp({
    'w.ts': `const port = worker.workerPort ?? worker.parentPort;
      port.onmessage = () => { ${before}; log(attempt(() => port.${call})); };`,
  });
  new worker[kind](url('w.ts')).postMessage('go');
  return run();
}

describe('the port', () => {
  it.each(calls)('answers %s of a running worker [E-31, E-46, E-74]', (call, outcome) => {
    expect(attempting(call, '', 'ThreadWorker')).toEqual([outcome]);
  });

  it.each(calls)('answers %s after close as the platform does: arguments first [E-46]', (call, _, outcome) => {
    expect(attempting(call, 'port.close()', 'ThreadWorker')).toEqual([outcome]);
  });

  it.each(calls.map(([call, , , old]) => [call, old] as const))(
    'answers %s after close with the old class [E-3, E-76]',
    (call, outcome) => {
      expect(attempting(call, 'port.close()', 'Worker')).toEqual([outcome]);
    },
  );

  it('takes listeners while the script is evaluated [E-45, L-13]', () => {
    const { worker, run, url } = anApp({
      'w.ts': ({ workerPort }, { log }) => {
        workerPort.addEventListener('message', ({ data }: { data: unknown }) => log(data));
      },
    });
    new worker.ThreadWorker(url('w.ts')).postMessage('early');
    expect(run()).toEqual(['early']);
  });

  it('refuses listeners once the host has called terminate [L-31]', () => {
    const { worker, run, url } = anApp({
      'w.ts': ({ workerPort }, { log, attempt }) => {
        workerPort.onmessage = () => log(attempt(() => workerPort.addEventListener('x', () => 0)));
      },
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.postMessage(1);
    wk.terminate();
    expect(run()).toEqual([threw.notRunning('worker is not running when addEventListener.')]);
  });
});

describe('listeners of the port', () => {
  /** The lines that a worker writes down when it gets two messages. */
  function onTwoMessages(script: string): unknown[] {
    const { worker, runThrough, url } = anApp({
      'w.ts': `const { workerPort: port } = worker;
        const noting = (name) => (event) => log(name + ' ' + (event.data ?? event.type));
        ${script}`,
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.onAllErrors = () => undefined;
    wk.postMessage(1);
    wk.postMessage(2);
    return runThrough();
  }

  it('are called in the order of registration, after onmessage; those with once: true are called once [L-80, L-82, A-79]', () => {
    expect(
      onTwoMessages(`port.addEventListener('message', noting('permanent'));
        port.addEventListener('message', noting('once'), { once: true });
        port.addEventListener('message', noting('only true is true'), { once: 1 });
        port.onmessage = noting('onmessage');`),
    ).toEqual([
      'onmessage 1',
      'permanent 1',
      'once 1',
      'only true is true 1',
      'onmessage 2',
      'permanent 2',
      'only true is true 2',
    ]);
  });

  it('are called with the port as this and the event that onmessage got [L-20, A-40, A-55]', () => {
    expect(
      onTwoMessages(`
        port.onmessage = function (event) { event.seen = true; log(this === port); };
        port.addEventListener('message', function (event) { log(this === port && event.seen); });`),
    ).toEqual([true, true, true, true]);
  });

  it('are the same when registered twice; the first registration decides [L-81]', () => {
    expect(
      onTwoMessages(`const a = noting('a'); const b = noting('b');
        port.addEventListener('message', a);
        port.addEventListener('message', a, { once: true });
        port.addEventListener('message', b, { once: true });
        port.addEventListener('message', b);`),
    ).toEqual(['a 1', 'b 1', 'a 2']);
  });

  it('are removed one by one, by type, or all together; the property stays [L-86]', () => {
    expect(
      onTwoMessages(`const a = noting('a'); const b = noting('b');
        port.onmessage = () => { log('onmessage'); port.removeAllListener(); };
        port.addEventListener('message', a);
        port.addEventListener('message', b);
        port.addEventListener('x', a);
        port.removeEventListener('message', a);
        port.dispatchEvent({ type: 'x' });
        port.removeEventListener('x');
        port.dispatchEvent({ type: 'x' });`),
    ).toEqual(['a x', 'onmessage', 'onmessage']);
  });
});

describe('listeners of a port that is told to stop', () => {
  it('stay for the messages that were posted before [L-87, L-30]', () => {
    const { worker, run, url } = anApp({
      'w.ts': ({ workerPort }, { log }) => {
        workerPort.addEventListener('message', ({ data }: { data: unknown }) => log(data));
      },
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    run();
    for (const data of [1, 2]) wk.postMessage(data);
    wk.terminate();
    expect(run()).toEqual([1, 2]);
  });
});

describe('the type of an event', () => {
  it('is cut at 1024 UTF-8 bytes, in whatever call [E-7]', () => {
    const { worker, run, url } = anApp({
      'w.ts': ({ workerPort }, { log }) => {
        const long = 't'.repeat(2000);
        const listener = () => log('heard');
        workerPort.addEventListener(long, listener);
        workerPort.dispatchEvent({ type: 't'.repeat(1024) });
        workerPort.dispatchEvent({ type: long });
        workerPort.removeEventListener(long, listener);
        workerPort.dispatchEvent({ type: long });
      },
    });
    new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual(['heard', 'heard']);
  });
});

describe('dispatchEvent of the port', () => {
  /** What a worker and its host write down when the worker dispatches events at the end of its script. */
  function dispatching(script: string): unknown[] {
    const { worker, log, runThrough, url } = anApp({
      'w.ts': `const { workerPort: port } = worker;
        const failing = () => { throw new Error('mine'); };
        port.onmessage = () => { ${script} };`,
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.onerror = ({ message }: { message: string }) => log.push(`host onerror ${message}`);
    wk.onexit = (code: number) => log.push(`exit ${code}`);
    wk.postMessage('go');
    return runThrough();
  }

  it('gives the very object to the handler property and the listeners [A-48, L-82]', () => {
    expect(
      dispatching(`const event = { type: 'error' };
        port.onerror = function (given) { log(['onerror', given === event, this === port]); };
        port.addEventListener('error', (given) => log(['listener', given === event]));
        log(port.dispatchEvent(event));`),
    ).toEqual([['onerror', true, true], ['listener', true], true]);
  });

  it('calls onmessage, onmessageerror and onerror, but no other property [L-82]', () => {
    expect(
      dispatching(`for (const type of ['message', 'messageerror', 'error', 'close', 'custom']) {
          port['on' + type] = () => log('on' + type);
          port.dispatchEvent({ type });
        }
        port.onclose = undefined;`),
    ).toEqual(['onmessage', 'onmessageerror', 'onerror']);
  });

  it('runs handlers inside a handler [L-21]', () => {
    expect(
      dispatching(`port.addEventListener('x', () => log('inner'));
        log('before'); port.dispatchEvent({ type: 'x' }); log('after');`),
    ).toEqual(['before', 'inner', 'after']);
  });

  it('reports what a listener throws, skips later ones, and answers true [L-73]', () => {
    expect(
      dispatching(`port.addEventListener('x', failing);
        port.addEventListener('x', () => log('never'));
        log(port.dispatchEvent({ type: 'x' }));`),
    ).toEqual([true, 'host onerror Error: mine', 'exit 1']);
  });

  it('reports what the handler property throws when there are listeners, which it skips [L-73]', () => {
    expect(
      dispatching(`port.onmessageerror = failing;
        port.addEventListener('messageerror', () => log('never'), { once: true });
        log(port.dispatchEvent({ type: 'messageerror' }));
        port.onmessageerror = undefined;
        log(port.dispatchEvent({ type: 'messageerror' }));`),
    ).toEqual([true, true, 'host onerror Error: mine', 'exit 1']);
  });

  it('reports what a listener throws that the handler property has just added [L-73]', () => {
    expect(
      dispatching(`port.onmessageerror = () => port.addEventListener('messageerror', failing);
        log(port.dispatchEvent({ type: 'messageerror' }));`),
    ).toEqual([true, 'host onerror Error: mine', 'exit 1']);
  });

  it('lets the exception of a handler property through when there are no listeners [L-73]', () => {
    expect(
      dispatching(`port.onmessageerror = failing;
        log(attempt(() => port.dispatchEvent({ type: 'messageerror' })));`),
    ).toEqual(['threw Error: mine']);
  });
});
