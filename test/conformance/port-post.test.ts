import { describe, expect, it } from '@jest/globals';
import { anApp } from './support/an-app';
import { threw } from './support/business-errors';

/** Evaluates expressions on a running worker, each on its own; answers the outcomes and what the host got. */
function onARunningWorker(expressions: readonly string[], kind: 'ThreadWorker' | 'Worker' = 'ThreadWorker') {
  const attempts = expressions.map((expression) => `log(attempt(() => ${expression}));`).join('\n');
  const app = anApp({
    'w.ts': `const port = worker.workerPort ?? worker.parentPort;
      port.onmessage = () => { ${attempts} };`,
  });
  const { worker, log, url } = app;
  const received: unknown[] = [];
  const wk = new worker[kind](url('w.ts'));
  wk.onmessage = ({ data }: { data: unknown }) => received.push(data);
  wk.onmessageerror = () => received.push('the host heard of it');
  wk.onexit = (code: number) => received.push(`exit ${code}`);
  wk.postMessage('go');
  app.run();
  return { ...app, wk, received, outcomes: [...log] };
}

const badList = threw.parameter('Transfer list must be an Array');
const nothing = 'returned undefined';

describe.each(['postMessage', 'postMessageWithSharedSendable'])('%s of the port', (method) => {
  it('sends to the host and answers nothing [L-23]', () => {
    const { outcomes, received } = onARunningWorker([`port.${method}({ id: 1 })`, `port.${method}(undefined)`]);
    expect({ outcomes, received }).toEqual({ outcomes: [nothing, nothing], received: [{ id: 1 }, undefined] });
  });

  it('refuses a call without arguments, and wrong transfer lists, with 401 [E-40, E-20]', () => {
    const { outcomes, received } = onARunningWorker([
      `port.${method}()`,
      `port.${method}(1, undefined)`,
      `port.${method}(1, null)`,
      `port.${method}(1, 5)`,
      `port.${method}(1, () => 0)`,
      `port.${method}(1, { transfer: null })`,
      `port.${method}(1, { transfer: undefined })`,
    ]);
    expect({ outcomes, received }).toEqual({
      outcomes: [
        threw.parameter('the number of parameters must be more than 1.'),
        badList,
        badList,
        badList,
        badList,
        badList,
        nothing,
      ],
      received: [1],
    });
  });

  it('lets the exception of a throwing getter through [E-20]', () => {
    const { outcomes } = onARunningWorker([`port.${method}(1, { get transfer() { throw new RangeError('mine'); } })`]);
    expect(outcomes).toEqual(['threw RangeError: mine']);
  });

  it('refuses them with the old class, too, but drops what can not be sent [E-3, E-76]', () => {
    const { outcomes } = onARunningWorker(
      [`port.${method}()`, `port.${method}(1, 5)`, `port.${method}(() => 0)`],
      'Worker',
    );
    expect(outcomes).toEqual([threw.parameter('the number of parameters must be more than 1.'), badList, nothing]);
  });

  it('moves listed buffers [S-43]', () => {
    const { outcomes, received } = onARunningWorker([
      `(() => { const view = new Uint8Array([7]); port.${method}(view.buffer, [view.buffer]); return view.length; })()`,
    ]);
    expect([outcomes, [...new Uint8Array(received[0] as ArrayBuffer)]]).toEqual([['returned 0'], [7]]);
  });

  it('refuses what can not be sent with 10200006; the exit code becomes 1 though the error is caught [S-51, L-44]', () => {
    const { outcomes, received, wk, run } = onARunningWorker([`port.${method}(() => 0)`]);
    wk.terminate();
    run();
    expect({ outcomes, received }).toEqual({ outcomes: [threw.cannotSend('Function')], received: ['exit 1'] });
  });

  it('is dropped while the script is evaluated, but not before its number of arguments was looked at [E-40, E-70, L-12]', () => {
    const { worker, run, workers, url } = anApp({
      'w.ts': `const { workerPort: port } = worker;
        log(attempt(() => port.${method}()), attempt(() => port.${method}(Symbol())), attempt(() => port.${method}(1, 5)));`,
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual([threw.parameter('the number of parameters must be more than 1.'), nothing, nothing]);
    expect(workers.get(wk).dropped.map(({ reason }) => reason)).toEqual(['script-not-finished', 'script-not-finished']);
  });

  it('is dropped after close, without detaching anything [E-42, E-70, S-44]', () => {
    const { outcomes, received } = onARunningWorker([
      'port.close()',
      `(() => { const buffer = new ArrayBuffer(4); port.${method}(buffer, [buffer]); return buffer.byteLength; })()`,
      `port.${method}(() => 0)`,
    ]);
    expect({ outcomes, received }).toEqual({ outcomes: [nothing, 'returned 4', nothing], received: ['exit 0'] });
  });
});

describe('postMessageAtFront of the port', () => {
  it('refuses wrong arguments with 401 [E-43]', () => {
    const tooFew = threw.parameter('the number of postMessageAtFront parameters must be more than one.');
    const noNumber = threw.parameter('the type of postMessageAtFront second param priority must be number.');
    const noPriority = threw.parameter('priority only supports HIGH, MEDIUM LOW, IDLE.');
    const { outcomes } = onARunningWorker([
      'port.postMessageAtFront()',
      'port.postMessageAtFront(1)',
      "port.postMessageAtFront(1, '1')",
      'port.postMessageAtFront(1, undefined)',
      'port.postMessageAtFront(1, 0)',
      'port.postMessageAtFront(1, 5)',
      'port.postMessageAtFront(1, NaN)',
      'port.postMessageAtFront(1, -1)',
      'port.postMessageAtFront(1, 1, undefined)',
      'port.postMessageAtFront(1, 1, 5)',
    ]);
    expect(outcomes).toEqual([
      tooFew,
      tooFew,
      noNumber,
      noNumber,
      noPriority,
      noPriority,
      noPriority,
      noPriority,
      badList,
      badList,
    ]);
  });

  it('reads the priority through ToUint32 [E-43]', () => {
    const { outcomes, received } = onARunningWorker([
      'port.postMessageAtFront("a", 1.7)',
      'port.postMessageAtFront("b", -4294967295)',
      'port.postMessageAtFront("c", 4294967297)',
    ]);
    expect([outcomes, received]).toEqual([
      [nothing, nothing, nothing],
      ['c', 'b', 'a'],
    ]);
  });

  it('refuses what can not be sent as postMessage does, and moves listed buffers [S-43, S-51]', () => {
    const { outcomes, wk, received, run } = onARunningWorker([
      'port.postMessageAtFront(() => 0, 1)',
      '(() => { const view = new Uint8Array(4); port.postMessageAtFront(view.buffer, 2, [view.buffer]); return view.length; })()',
    ]);
    wk.terminate();
    run();
    expect([outcomes, received.at(-1)]).toEqual([[threw.cannotSend('Function'), 'returned 0'], 'exit 1']);
  });

  it('is dropped while the worker is not running, but not before its number of arguments was looked at [E-40, E-70]', () => {
    const { worker, run, url } = anApp({
      'w.ts': `const { workerPort: port, url } = worker;
        log(attempt(() => port.postMessageAtFront(1)), attempt(() => port.postMessageAtFront(1, 'x')));`,
    });
    new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual([
      threw.parameter('the number of postMessageAtFront parameters must be more than one.'),
      nothing,
    ]);
  });
});

describe('a message of a worker that can not be sent', () => {
  function posting(handlers: string, kind: 'ThreadWorker' | 'Worker' = 'ThreadWorker') {
    const app = anApp({
      'w.ts': `const port = worker.workerPort ?? worker.parentPort;
        ${handlers}
        port.onmessage = () => log(attempt(() => port.postMessage(Symbol('no'))));`,
    });
    const wk = new app.worker[kind](app.url('w.ts'));
    wk.onmessageerror = () => app.log.push('host onmessageerror');
    wk.onerror = ({ message }: { message: string }) => app.log.push(`host onerror ${message}`);
    wk.onexit = (code: number) => app.log.push(`exit ${code}`);
    wk.postMessage('go');
    app.runThrough();
    return { ...app, wk };
  }

  it('calls onmessageerror, then messageerror listeners of the port, without arguments, before it throws [S-51, A-41]', () => {
    const { log } = posting(`
      port.onmessageerror = function (...args) { log(['onmessageerror', this === port, args.length]); };
      port.addEventListener('messageerror', function (...args) { log(['listener', this === port, args.length]); });`);
    expect(log).toEqual([['onmessageerror', true, 0], ['listener', true, 0], threw.cannotSend('Symbol')]);
  });

  it('reports what onmessageerror throws as an error of a handler, goes on and throws 10200006 [L-77, E-24b]', () => {
    const { log } = posting(`
      port.onmessageerror = () => { throw new Error('mine'); };
      port.addEventListener('messageerror', () => log('listener'));`);
    expect(log).toEqual(['listener', threw.cannotSend('Symbol'), 'host onerror Error: mine', 'exit 1']);
  });

  it('that is not caught either is a second error of its handler, after that of onmessageerror [L-77, S-51]', () => {
    const { worker, log, run, url } = anApp({
      'w.ts': ({ workerPort }) => {
        workerPort.onmessageerror = () => {
          throw new Error('mine');
        };
        workerPort.onmessage = () => workerPort.postMessage(Symbol('no'));
      },
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.onerror = ({ message }: { message: string }) => log.push(message.split(',', 1)[0]);
    wk.postMessage('go');
    expect(run()).toEqual(['Error: mine', 'BusinessError: An exception occurred during serialization']);
  });

  it('reports what a messageerror listener throws and skips later ones [E-24b]', () => {
    const { log } = posting(`
      port.addEventListener('messageerror', () => { throw new Error('mine'); });
      port.addEventListener('messageerror', () => log('never'));`);
    expect(log).toEqual([threw.cannotSend('Symbol'), 'host onerror Error: mine', 'exit 1']);
  });

  it('only calls the handlers when the old class is in use; the exit code becomes 1 all the same [E-3, E-76, L-44]', () => {
    const { wk, run } = posting(`port.onmessageerror = () => log('heard');`, 'Worker');
    wk.terminate();
    expect(run()).toEqual(['heard', nothing, 'exit 1']);
  });

  it('that is not caught is an error of its handler [S-51]', () => {
    const { worker, log, run, url } = anApp({
      'w.ts': ({ workerPort }) => {
        workerPort.onmessage = () => workerPort.postMessage(Symbol('no'));
      },
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.onerror = ({ message }: { message: string }) => log.push(message);
    wk.onexit = (code: number) => log.push(code);
    wk.postMessage('go');
    expect(run()).toEqual([
      "BusinessError: An exception occurred during serialization, failed to serialize message.\nSerialize error: Serialize don't support object type: Symbol",
      1,
    ]);
  });
});
