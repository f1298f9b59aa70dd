import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../support/outcome';
import { telling, text } from './telling';

const afterTerminate = "port.onmessage = () => port.postMessage('late');";

describe('a post of a worker that is dropped', () => {
  it('as the script had not finished is told', () => {
    expect(telling("port.postMessage('hello');").send()).toEqual([
      text(
        "worker#1 posted 'hello' before its script had finished; a device drops such messages [FOW_POST_BEFORE_RUNNING]",
        '  - script: w.ts',
        '  - posted at: w.ts:2:6',
        'Hint: post from a handler or a timer: the worker is running once the synchronous part of the script is done.',
      ),
    ]);
  });

  it('as the host had called terminate() is told', () => {
    const { wk, send, told } = telling(afterTerminate);
    wk.postMessage('last');
    wk.terminate();
    send();
    expect(told()).toEqual([
      text(
        "worker#1 posted 'late' after host had called terminate(); a device drops such messages [FOW_POST_WHILE_ENDING]",
        '  - posted at: w.ts:2:29',
        'Hint: terminate() once the last answer has arrived.',
      ),
    ]);
  });

  it('as the worker had closed itself is told', () => {
    expect(telling("port.onmessage = () => { port.close(); port.postMessage('late'); };").send(1)).toEqual([
      text(
        "worker#1 posted 'late' after its close(); a device drops such messages [FOW_POST_WHILE_ENDING]",
        '  - posted at: w.ts:2:45',
        'Hint: close() ends the worker at once: call it last.',
      ),
    ]);
  });

  it('as the host had stopped the worker because of an error is told', () => {
    const { wk, send } = telling(
      "port.onmessage = ({ data }) => { if (data === 1) throw 'boom'; port.postMessage('late'); };",
    );
    wk.onerror = () => wk.postMessage('again');
    expect(send(1)).toEqual([
      text(
        "worker#1 posted 'late' after host had stopped it because of an error; a device drops such messages [FOW_POST_WHILE_ENDING]",
        '  - posted at: w.ts:2:69',
        'Hint: with an onAllErrors on the host object, a worker is not stopped by its errors.',
      ),
    ]);
  });

  it('as an older host had stopped the worker because of an error is told without onAllErrors', () => {
    const { wk, send } = telling(
      "port.onmessage = ({ data }) => { if (data === 1) throw 'boom'; port.postMessage('late'); };",
      'ThreadWorker',
      '',
      { apiVersion: 17 },
    );
    wk.onerror = () => wk.postMessage('again');
    expect(send(1)).toEqual([
      text(
        "worker#1 posted 'late' after host had stopped it because of an error; a device drops such messages [FOW_POST_WHILE_ENDING]",
        '  - posted at: w.ts:2:69',
        'Hint: catch errors in the handler: one that reaches the host stops the worker.',
      ),
    ]);
  });

  it('as its host is gone is told', () => {
    const { send, workers, told } = telling(
      "new worker.ThreadWorker('child.ts'); port.onmessage = () => port.close();",
      'ThreadWorker',
      "setTimeout(() => port.postMessage('anybody?'), 10);",
    );
    send();
    send('close');
    workers.clock.advance(10);
    expect(told()).toEqual([
      text(
        "worker#2 posted 'anybody?', but worker#1, which constructed it, is gone; a device drops such messages [FOW_HOST_GONE]",
        '  - posted at: child.ts:2:23',
        'Hint: let a worker stop the workers that it has constructed before it ends.',
      ),
    ]);
  });
});

describe('a post of the host that is refused', () => {
  it('as the worker is ending is told', () => {
    const { wk, told } = telling('');
    wk.terminate();
    expect(outcomeOf(() => wk.postMessage('again'))).toMatch(/^threw BusinessError 10200004/);
    expect(told()).toEqual([
      text(
        "host posted 'again' to worker#1 after host had called terminate(); a device throws 10200004 [FOW_POST_TO_ENDING_WORKER]",
        '  - posted at: here',
        'Hint: construct another worker, or post before this one is told to end.',
      ),
    ]);
  });

  it('is told to be dropped with the old class', () => {
    const { wk, told } = telling('', 'Worker');
    wk.terminate();
    wk.postMessage('again');
    expect(told()).toEqual([
      text(
        "host posted 'again' to worker#1 after host had called terminate(); a device drops such messages [FOW_POST_TO_ENDING_WORKER]",
        '  - posted at: here',
        'Hint: construct another worker, or post before this one is told to end.',
      ),
    ]);
  });

  it.each([
    ['port.onmessage = () => port.close();', 'after its close()'],
    ["port.onmessage = () => { throw 'boom'; };", 'after host had stopped it because of an error'],
  ])('is told with what made the worker end: %s', (script, cause) => {
    const { wk, workers, told } = telling(script);
    wk.onerror = () => undefined;
    wk.postMessage(1);
    workers.runUntil(() => workers.get(wk).state.startsWith('terminat'));
    expect(outcomeOf(() => wk.postMessage('again'))).toMatch(/^threw BusinessError 10200004/);
    expect(told()).toEqual([
      text(
        `host posted 'again' to worker#1 ${cause}; a device throws 10200004 [FOW_POST_TO_ENDING_WORKER]`,
        '  - posted at: here',
        'Hint: construct another worker, or post before this one is told to end.',
      ),
    ]);
  });
});

describe('a call of the host after the exit event', () => {
  const exited = (kind: 'ThreadWorker' | 'Worker') => {
    const started = telling('', kind);
    started.wk.terminate();
    started.run();
    return started;
  };

  it.each(['postMessage', 'terminate', 'on', 'off', 'removeAllListener', 'registerGlobalCallObject'] as const)(
    'is told: %s',
    (method) => {
      const { wk, told } = exited('ThreadWorker');
      expect(outcomeOf(() => wk[method]('x', () => 0))).toMatch(/^threw BusinessError 10200004/);
      expect(told()).toEqual([
        text(
          `host called ${method}() of worker#1 after its exit event; a device throws 10200004 [FOW_CALL_AFTER_EXIT]`,
          '  - it had ended after host had called terminate()',
          '  - called at: here',
          'Hint: let go of the object in onexit, and construct a new one.',
        ),
      ]);
    },
  );

  it.each([
    ['the worker closed itself', 'after its close()', 'port.onmessage = () => port.close();'],
    ['an error stopped it', 'after host had stopped it because of an error', 'port.onmessage = () => { throw 0; };'],
  ])('says why there is no worker any more: %s', (_, why, script) => {
    const { wk, send, told } = telling(script);
    wk.onerror = () => undefined;
    send('go');
    expect(outcomeOf(() => wk.terminate())).toMatch(/^threw BusinessError 10200004/);
    expect(told().at(-1)).toContain(`  - it had ended ${why}\n`);
  });

  it('is told to do nothing with the old class', () => {
    const { wk, told } = exited('Worker');
    wk.terminate();
    expect(told()).toEqual([
      text(
        'host called terminate() of worker#1 after its exit event; a device does nothing [FOW_CALL_AFTER_EXIT]',
        '  - it had ended after host had called terminate()',
        '  - called at: here',
        'Hint: let go of the object in onexit, and construct a new one.',
      ),
    ]);
  });

  it('is not worth a word when it never does anything', () => {
    const { wk, told } = exited('ThreadWorker');
    wk.cancelTasks();
    expect(told()).toEqual([]);
  });
});

describe('a message that was never read', () => {
  it('as the worker closed itself is told', () => {
    expect(telling('port.onmessage = () => port.close();').send(1, { id: 2 })).toEqual([
      text(
        'worker#1 ended before it had read { id: 2 }, which host had posted [FOW_MESSAGE_NEVER_READ]',
        '  - posted at: here',
        '  - close() drops what is still queued',
        'Hint: close() once the last message has been handled; terminate() lets the worker read what was posted before.',
      ),
    ]);
  });

  it('as the exit event came first is told', () => {
    expect(telling("port.onmessage = () => { port.postMessageAtFront('low', 3); port.close(); };").send(1)).toEqual([
      text(
        "worker#1 posted 'low' at the front, but its exit came first [FOW_MESSAGE_NEVER_READ]",
        '  - posted at: w.ts:2:31',
        '  - messages with the priority LOW or IDLE come after the exit event, which ends them',
        'Hint: post with the priority HIGH or IMMEDIATE, or close the worker later.',
      ),
    ]);
  });

  it("as the worker's host ended before it could start is told", () => {
    expect(
      telling("port.onmessage = () => { new worker.ThreadWorker('child.ts').postMessage('hi'); port.close(); };").send(
        1,
      ),
    ).toEqual([
      text(
        "worker#2 ended before it had read 'hi', which worker#1 had posted [FOW_MESSAGE_NEVER_READ]",
        '  - posted at: w.ts:2:62',
        '  - worker#1, which constructed it, ended before its script could start',
        'Hint: let a worker end after the workers that it has constructed.',
      ),
    ]);
  });

  it('as the app took it back is not worth a word', () => {
    const { wk, send } = telling('');
    wk.postMessage('taken back');
    wk.cancelTasks();
    expect(send()).toEqual([]);
  });
});

describe('a global call that the host never hears of', () => {
  it('as the script had not finished is told', () => {
    expect(telling("port.callGlobalCallObjectMethod('store', 'read', 0);").send()).toEqual([
      text(
        'worker#1 called store.read() of the host before its script had finished; a device answers undefined, and calls nothing [FOW_CALL_WHILE_NOT_RUNNING]',
        '  - called at: w.ts:2:6',
        'Hint: call it in a handler or a timer.',
      ),
    ]);
  });

  it('as the host had called terminate() is told', () => {
    const { wk, send } = telling("port.onmessage = () => port.callGlobalCallObjectMethod('store', 'read', 0);");
    wk.postMessage(1);
    wk.terminate();
    expect(send()).toEqual([
      text(
        'worker#1 called store.read() of the host after host had called terminate(); a device answers undefined, and calls nothing [FOW_CALL_WHILE_NOT_RUNNING]',
        '  - called at: w.ts:2:29',
        'Hint: terminate() once the last answer has arrived.',
      ),
    ]);
  });

  it('as the worker is ending is told', () => {
    expect(
      telling("port.onmessage = () => { port.close(); port.callGlobalCallObjectMethod('store', 5, 0); };").send(1),
    ).toEqual([
      text(
        'worker#1 called store.?() of the host after its close(); a device answers undefined, and calls nothing [FOW_CALL_WHILE_NOT_RUNNING]',
        '  - called at: w.ts:2:45',
        'Hint: close() ends the worker at once: call it last.',
      ),
    ]);
  });
});

it('places are known of the first 256 constructor calls, posts and drops of a process', () => {
  const told = telling('for (let n = 1; n <= 256; n++) port.postMessage(n);').send();
  const one = (n: number, ...site: readonly string[]) =>
    text(
      `worker#1 posted ${n} before its script had finished; a device drops such messages [FOW_POST_BEFORE_RUNNING]`,
      '  - script: w.ts',
      ...site,
      'Hint: post from a handler or a timer: the worker is running once the synchronous part of the script is done.',
    );
  expect([told.length, ...told.slice(254)]).toEqual([256, one(255, '  - posted at: w.ts:2:37'), one(256)]);
});
