import { describe, expect, it } from '@jest/globals';
import { telling, text } from './telling';

const throwing = "port.onmessage = () => { throw new RangeError('boom'); };";

describe('an error that nobody hears', () => {
  it('and that would crash the app is told, with its place and the message that was being handled', () => {
    expect(telling(throwing).send({ id: 7 })).toEqual([
      text(
        'worker#1 threw RangeError: boom, and host has nobody to hear it: on a device the app crashes [FOW_NO_ONERROR]',
        '  - the host object has neither an onerror, nor an "error" listener, nor an onAllErrors',
        '  - thrown at: w.ts:2:32',
        '  - it was handling { id: 7 }, posted at here',
        'Hint: set onerror on the host object; with onAllErrors the worker goes on, too.',
      ),
    ]);
  });

  it('and that is raised in a worker is told, without a place if there is none', () => {
    const { wk, send } = telling(
      "const child = new worker.ThreadWorker('child.ts'); port.onmessage = () => child.postMessage('x');",
      'ThreadWorker',
      "port.onmessage = () => { throw 'a string'; };",
    );
    wk.onAllErrors = () => undefined;
    expect(send(1)).toEqual([
      text(
        'worker#2 threw a string, and worker#1 has nobody to hear it: it is raised again in worker#1 [FOW_NO_ONERROR]',
        '  - the host object has neither an onerror, nor an "error" listener, nor an onAllErrors',
        "  - it was handling 'x', posted at w.ts:2:81",
        'Hint: set onerror on the host object; with onAllErrors the worker goes on, too.',
      ),
    ]);
  });

  it('outside a handler is told', () => {
    expect(telling("throw new Error('boom');").send()).toEqual([
      text(
        'worker#1 threw [Error: boom] outside a handler; on a device nobody hears of it [FOW_SCRIPT_ERROR_UNHEARD]',
        '  - thrown at: w.ts:2:7',
        '  - onerror only hears of errors in handlers; the host object has no onAllErrors that can be called',
        'Hint: set onAllErrors on the host object to hear of errors at the top level of a script and in timers.',
      ),
    ]);
  });

  it('and that came out of no message is told', () => {
    const { wk, send } = telling("port.onclose = () => { throw new Error('boom'); };");
    wk.terminate();
    expect(send()).toEqual([
      text(
        'worker#1 threw Error: boom, and host has nobody to hear it: on a device the app crashes [FOW_NO_ONERROR]',
        '  - the host object has neither an onerror, nor an "error" listener, nor an onAllErrors',
        '  - thrown at: w.ts:2:30',
        'Hint: set onerror on the host object; with onAllErrors the worker goes on, too.',
      ),
    ]);
  });

  it('and that would crash an app on an older device is told without onAllErrors, which is younger', () => {
    expect(telling(throwing, 'ThreadWorker', '', { apiVersion: 17 }).send(1)).toEqual([
      text(
        'worker#1 threw RangeError: boom, and host has nobody to hear it: on a device the app crashes [FOW_NO_ONERROR]',
        '  - the host object has neither an onerror, nor an "error" listener',
        '  - thrown at: w.ts:2:32',
        '  - it was handling 1, posted at here',
        'Hint: set onerror on the host object.',
      ),
    ]);
  });

  it('outside a handler, on an older device, is told without onAllErrors', () => {
    expect(telling("throw new Error('boom');", 'ThreadWorker', '', { apiVersion: 17 }).send()).toEqual([
      text(
        'worker#1 threw [Error: boom] outside a handler; on a device nobody hears of it [FOW_SCRIPT_ERROR_UNHEARD]',
        '  - thrown at: w.ts:2:7',
        '  - onerror only hears of errors in handlers; onAllErrors came with API level 18',
        'Hint: catch them in the script.',
      ),
    ]);
  });

  it('outside a handler, as its host is gone, is told', () => {
    const { send, workers, told } = telling(
      "new worker.ThreadWorker('child.ts'); port.onmessage = () => port.close();",
      'ThreadWorker',
      "setTimeout(() => { throw 'boom'; }, 10);",
    );
    send();
    send('close');
    workers.clock.advance(10);
    expect(told()).toEqual([
      text(
        "worker#2 threw 'boom' outside a handler; on a device nobody hears of it [FOW_SCRIPT_ERROR_UNHEARD]",
        '  - script: child.ts',
        '  - worker#1, which constructed it, is gone',
        'Hint: let a worker stop the workers that it has constructed before it ends.',
      ),
    ]);
  });

  it('outside a handler of a RestrictedWorker is told', () => {
    const { wk, send } = telling("setTimeout(() => { throw 'boom'; }, 0);", 'RestrictedWorker');
    wk.onAllErrors = () => undefined;
    expect(send()).toEqual([
      text(
        "worker#1 threw 'boom' outside a handler; on a device nobody hears of it [FOW_SCRIPT_ERROR_UNHEARD]",
        '  - script: w.ts',
        '  - a RestrictedWorker tells nobody of errors at the top level of its script and in timers',
        'Hint: catch them in the script, or use a ThreadWorker.',
      ),
    ]);
  });

  it.each(['port.onmessage = () => { throw { f() {} }; };', 'setTimeout(() => { throw { f() {} }; }, 0);'])(
    'as it can not be sent is told: %s',
    (script) => {
      const { wk, send } = telling(`port.onmessage = () => 0; ${script}`);
      wk.onAllErrors = () => undefined;
      expect(send(1)).toEqual([
        text(
          "worker#1 threw { f: [Function: f] }, which can't be sent to the host [FOW_ERROR_NOT_SENT]",
          '  - a device calls the error handler of the host without the error, and without a handler says nothing',
          'Hint: throw an Error, or plain data.',
        ),
      ]);
    },
  );
});

describe('an onAllErrors', () => {
  it('that keeps onerror from being called is told', () => {
    const { wk, send } = telling(throwing);
    wk.onerror = () => undefined;
    wk.onAllErrors = () => undefined;
    expect(send(1)).toEqual([
      text(
        'onerror was not called for RangeError: boom of worker#1: its host object has a property onAllErrors [FOW_ONERROR_SKIPPED]',
        '  - onAllErrors is a function, and was called',
        '  - while there is such a property, a device calls no onerror and does not stop the worker',
        'Hint: use one of the two.',
      ),
    ]);
  });

  it('that hears what can not be sent is told', () => {
    const { wk, send } = telling('port.onmessage = () => { throw { f() {} }; };');
    wk.onerror = () => undefined;
    wk.onAllErrors = () => undefined;
    expect(send(1)[1]).toBe(
      text(
        'onerror was not called for an error of worker#1: its host object has a property onAllErrors [FOW_ONERROR_SKIPPED]',
        '  - onAllErrors is a function, and was called',
        '  - while there is such a property, a device calls no onerror and does not stop the worker',
        'Hint: use one of the two.',
      ),
    );
  });

  it.each([
    [() => undefined, 'onerror was not called'],
    [undefined, 'nobody was called'],
  ])('that is there but undefined is told; onerror: %p', (onerror, outcome) => {
    const { wk, send } = telling(throwing);
    wk.onerror = onerror;
    wk.onAllErrors = undefined;
    expect(send(1)).toEqual([
      text(
        `${outcome} for RangeError: boom of worker#1: its host object has a property onAllErrors [FOW_ONERROR_SKIPPED]`,
        '  - onAllErrors is undefined, but it is there',
        '  - while there is such a property, a device calls no onerror and does not stop the worker',
        'Hint: delete the property, or make it a function.',
      ),
    ]);
  });

  it('that hears the error in the place of no onerror is not worth a word', () => {
    const { wk, send } = telling(throwing);
    wk.onAllErrors = () => undefined;
    expect(send(1)).toEqual([]);
  });
});
