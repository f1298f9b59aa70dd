import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';
import { nothing, threw } from './support/business-errors';

/** A worker that evaluates expressions when it gets a message; `call` is its global call with timeout 0. */
function calling(...expressions: readonly string[]) {
  const attempts = expressions.map((expression) => `log(attempt(() => ${expression}));`).join('\n');
  return aWorker(`
    const call = (...args) => port.callGlobalCallObjectMethod(args[0], args[1], 0, ...args.slice(2));
    port.onmessage = () => { ${attempts} };`);
}

describe('callGlobalCallObjectMethod', () => {
  it('calls a method of a registered object, with that object as this, and answers what it answers [L-112, L-115]', () => {
    const { wk, log, send } = calling("call('counter', 'add', 2)", "call('counter', 'add', 3)");
    const counter = {
      total: 0,
      add(n: number) {
        log.push(this === counter);
        this.total += n;
        return { total: this.total };
      },
    };
    wk.registerGlobalCallObject('counter', counter);
    expect(send(1)).toEqual([true, 'returned { total: 2 }', true, 'returned { total: 5 }']);
  });

  it('waits until the host has answered: nothing else of the worker runs meanwhile [L-110]', () => {
    const { wk, log, send } = aWorker(`
      setTimeout(() => log('timer'), 0);
      port.onmessage = ({ data }) => {
        log('message ' + data);
        setTimeout(() => log('timer of ' + data), 0);
        if (data === 1) log(port.callGlobalCallObjectMethod('o', 'm', 0));
      };`);
    wk.registerGlobalCallObject('o', {
      m: () => {
        log.push('on the host');
        wk.postMessage(3);
        return 'answer';
      },
    });
    expect(send(1, 2)).toEqual([
      'timer',
      'message 1',
      'on the host',
      'answer',
      'message 2',
      'message 3',
      'timer of 1',
      'timer of 2',
      'timer of 3',
    ]);
  });

  it('comes on the host after everything that was posted there before, also by others [L-110, L-94]', () => {
    const { worker, wk, log, send, url } = aWorker(`port.onmessage = ({ data }) => {
      port.postMessage(data);
      if (data === 'call') port.callGlobalCallObjectMethod('o', 'm', 0);
      port.postMessage('after ' + data);
    };`);
    const other = new worker.ThreadWorker(url('w.ts'));
    other.onmessage = ({ data }: { data: unknown }) => log.push(`from the other: ${data}`);
    wk.registerGlobalCallObject('o', { m: () => void log.push('called') });
    other.postMessage('hello');
    expect(send('call')).toEqual([
      'from the other: hello',
      'from the other: after hello',
      'host got call',
      'called',
      'host got after call',
    ]);
  });

  it('shows its nested tasks to the test as tasks of their own', () => {
    const { wk, workers } = calling("call('o', 'm', 1, 2)");
    wk.registerGlobalCallObject('o', { m: (a: number, b: number) => a + b });
    wk.postMessage('go');
    workers.run();
    expect(workers.trace.text).toContain('call       <- worker#1  o.m(1, 2)');
    expect(workers.trace.text).toContain('answer     -> worker#1  3');
  });

  it.each<[string, string]>([
    [
      'port.callGlobalCallObjectMethod()',
      "the number of callGlobalCallObjectMethod's parameters must be equal or more than 3.",
    ],
    [
      "port.callGlobalCallObjectMethod('o', 'm')",
      "the number of callGlobalCallObjectMethod's parameters must be equal or more than 3.",
    ],
    [
      "port.callGlobalCallObjectMethod(5, 5, 'x')",
      "the type of callGlobalCallObjectMethod's instanceName must be string.",
    ],
    [
      "port.callGlobalCallObjectMethod('o', 5, 'x')",
      "the type of callGlobalCallObjectMethod's methodName must be string.",
    ],
    [
      "port.callGlobalCallObjectMethod('o', 'm', 'x')",
      "the type of callGlobalCallObjectMethod's timeout must be number.",
    ],
  ])('refuses %s with 401 [E-0c, E-40]', (expression, complaint) => {
    expect(calling(expression).send(1)).toEqual([threw.parameter(complaint)]);
  });

  it('throws with the old class, too [E-3, A-79]', () => {
    const attempts = ["'o'", "'o', 'm', 1, () => 0", "'unknown', 'm', 1", "'o', 'none', 1", "'o', 'm', 1"];
    const script = attempts.map((args) => `log(attempt(() => port.callGlobalCallObjectMethod(${args})));`).join(' ');
    const { wk, send } = aWorker(`port.onmessage = () => { ${script} };`, { kind: 'Worker' });
    wk.registerGlobalCallObject('o', { m: () => () => 0 });
    expect(send(1)).toEqual([
      threw.parameter("the number of callGlobalCallObjectMethod's parameters must be equal or more than 3."),
      threw.cannotSend('Function'),
      threw.notRegistered,
      threw.notCallable,
      threw.serialization(''),
    ]);
  });

  it('takes any number as timeout [L-111]', () => {
    const timeouts = ['0', 'NaN', '-1', '0.5', '1', '5000', '1e9', 'Infinity'];
    const { wk, send } = calling(...timeouts.map((timeout) => `port.callGlobalCallObjectMethod('o', 'm', ${timeout})`));
    wk.registerGlobalCallObject('o', { m: () => 7 });
    expect(send(1)).toEqual(timeouts.map(() => 'returned 7'));
  });

  it('answers undefined without asking once the worker has closed, or in onclose [L-119d, E-70]', () => {
    const { wk, send } = aWorker(`
      port.onclose = () => log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0)));
      port.onmessage = () => { port.close(); log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0))); };`);
    wk.registerGlobalCallObject('o', { m: () => 'asked' });
    expect(send(1)).toEqual([nothing, nothing, 'exit 0']);
  });

  it('refuses arguments that can not be sent with 10200006, without messageerror [S-51b, L-44]', () => {
    const { wk, send } = aWorker(`
      port.onmessageerror = () => log('never');
      port.onmessage = () => log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0, () => 0)));`);
    send(1);
    wk.terminate();
    expect(send()).toEqual([threw.cannotSend('Function'), 'exit 0']);
  });

  it('copies its arguments as one message: shared references stay shared, changes do not come back [L-112, S-3]', () => {
    const { wk, log, send } = aWorker(`port.onmessage = () => {
      const list = [1];
      port.callGlobalCallObjectMethod('o', 'm', 0, list, { list });
      log(list);
    };`);
    wk.registerGlobalCallObject('o', {
      m: (list: number[], holder: { list: number[] }) => {
        log.push(list === holder.list, list instanceof Object);
        list.push(2);
      },
    });
    expect(send(1)).toEqual([true, true, [1]]);
  });

  it('never transfers [S-43, L-112]', () => {
    const { wk, send } = aWorker(`port.onmessage = () => {
      const buffer = new ArrayBuffer(4);
      log(port.callGlobalCallObjectMethod('o', 'm', 0, buffer), buffer.byteLength);
    };`);
    wk.registerGlobalCallObject('o', { m: (buffer: ArrayBuffer) => buffer });
    const [answer, left] = send(1) as [ArrayBuffer, number];
    expect([answer.byteLength, left]).toEqual([4, 4]);
  });

  it('reads arguments that were cut: the name at 1024 bytes, the method not [E-7, L-129]', () => {
    const { wk, send } = calling("call('n'.repeat(2000), 'm'.repeat(2000))");
    wk.registerGlobalCallObject('n'.repeat(1024), { ['m'.repeat(2000)]: () => 'found' });
    expect(send(1)).toEqual(["returned 'found'"]);
  });
});

describe('the object that a global call means', () => {
  it('must be registered with this worker [L-113, E-36]', () => {
    const { worker, wk, send, url } = calling("call('o', 'm')");
    const other = new worker.ThreadWorker(url('w.ts'));
    other.registerGlobalCallObject('o', { m: () => 'wrong' });
    wk.registerGlobalCallObject('x', { m: () => 'wrong' });
    expect(send(1)).toEqual([threw.notRegistered]);
  });

  it('is the last one that was registered under the name [L-119, E-35]', () => {
    const { wk, send } = calling("call('o', 'm')");
    wk.registerGlobalCallObject('o', { m: () => 'first' });
    wk.registerGlobalCallObject('o', { m: () => 'second' });
    expect(send(1)).toEqual(["returned 'second'"]);
  });

  it('is looked up when the host gets to it: it may be unregistered until then [L-119]', () => {
    const { wk, send } = aWorker(`port.onmessage = () => {
      port.postMessage('unregister');
      log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0)));
    };`);
    wk.registerGlobalCallObject('o', { m: () => 'too late' });
    wk.onmessage = () => wk.unregisterGlobalCallObject('o');
    expect(send(1)).toEqual([threw.notRegistered]);
  });

  it('can be unregistered by name, or all together [L-119, E-75]', () => {
    const { wk, send } = calling("call('a', 'm')", "call('b', 'm')");
    for (const name of ['a', 'b']) wk.registerGlobalCallObject(name, { m: () => name });
    wk.unregisterGlobalCallObject('a');
    expect(send(1)).toEqual([threw.notRegistered, "returned 'b'"]);
    wk.unregisterGlobalCallObject();
    expect(send(1).slice(2)).toEqual([threw.notRegistered, threw.notRegistered]);
  });

  it.each([[5], [null], [undefined], ['text']])('has no methods when it is %p [E-35]', (target) => {
    const { wk, send } = calling("call('o', 'toString')");
    wk.registerGlobalCallObject('o', target);
    expect(send(1)).toEqual([threw.notCallable]);
  });

  it.each<[string, object]>([
    ['nothing of that name', {}],
    ['a property that is no function', { m: 5 }],
    ['an async function', { m: async () => 1 }],
    [
      'a generator function',
      {
        *m() {
          yield 1;
        },
      },
    ],
  ])('must not have %s [L-113]', (_, target) => {
    const { wk, send } = calling("call('o', 'm')");
    wk.registerGlobalCallObject('o', target);
    expect(send(1)).toEqual([threw.notCallable]);
  });

  it('may inherit the method, and compute it, once [L-113]', () => {
    const { wk, log, send } = calling("call('o', 'm')", "call('p', 'm')");
    class Base {
      m(): string {
        return 'inherited';
      }
    }
    wk.registerGlobalCallObject('o', new (class extends Base {})());
    wk.registerGlobalCallObject('p', {
      get m() {
        log.push('computed');
        return () => 'from a getter';
      },
    });
    expect(send(1)).toEqual(["returned 'inherited'", 'computed', "returned 'from a getter'"]);
  });

  it('whose getter throws has no such method; the exception is one of the host [L-113, L-75]', () => {
    const { wk, send } = calling("call('o', 'm')");
    wk.registerGlobalCallObject('o', {
      get m() {
        throw new Error('in a getter');
      },
    });
    expect(send(1)).toEqual([threw.notCallable, 'uncaught: Error: in a getter']);
  });

  it('is forgotten with the exit event [L-119, L-42]', () => {
    const { wk, send } = aWorker('port.onmessage = () => port.close();');
    wk.registerGlobalCallObject('o', { m: () => 'kept' });
    send(1);
    expect(() => wk.registerGlobalCallObject('o', {})).toThrow(
      'The Worker instance is not running, maybe worker is terminated when registerGlobalCallObject',
    );
  });
});

describe('the answer to a global call', () => {
  it.each<[unknown, string]>([
    [undefined, nothing],
    [null, 'returned null'],
    [0, 'returned 0'],
    [{ a: [1] }, 'returned { a: [ 1 ] }'],
  ])('%p arrives [L-115]', (value, outcome) => {
    const { wk, send } = calling("call('o', 'm')");
    wk.registerGlobalCallObject('o', { m: () => value });
    expect(send(1)).toEqual([outcome]);
  });

  it('is of the realm of the worker [L-115]', () => {
    const { wk, send } = aWorker(
      "port.onmessage = () => log(port.callGlobalCallObjectMethod('o', 'm', 0) instanceof Array);",
    );
    wk.registerGlobalCallObject('o', { m: () => [1] });
    expect(send(1)).toEqual([true]);
  });

  it.each<[string, () => unknown]>([
    ['a promise', () => Promise.resolve(1)],
    ['a function', () => () => 0],
    ['a symbol', () => Symbol('no')],
    [
      'an async generator',
      async function* () {
        yield 1;
      },
    ],
  ])('that is %s is refused with 10200006 without detail; the host hears nothing [L-116, L-113, S-51c]', (_, m) => {
    const { wk, log, send } = calling("call('o', 'm')");
    wk.onmessageerror = () => log.push('never');
    wk.registerGlobalCallObject('o', { m });
    expect(send(1)).toEqual([threw.serialization('')]);
  });

  it('is undefined when the method throws an Error, which is an exception of the host [L-114]', () => {
    const { wk, send } = calling("call('o', 'm')");
    wk.registerGlobalCallObject('o', {
      m: () => {
        throw new Error('mine');
      },
    });
    expect(send(1)).toEqual([nothing, 'uncaught: Error: mine']);
  });

  it('is undefined when the method throws anything else, which is lost [L-114]', () => {
    const { wk, send } = calling("call('o', 'm')");
    wk.registerGlobalCallObject('o', {
      m: () => {
        throw 'text';
      },
    });
    expect(send(1)).toEqual([nothing]);
  });

  it('arrives although the host has called terminate meanwhile; later posts are dropped [L-119c]', () => {
    const { wk, send } = aWorker(`port.onmessage = () => {
      log(port.callGlobalCallObjectMethod('o', 'm', 0));
      port.postMessage('late');
      log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0)));
    };`);
    wk.registerGlobalCallObject('o', {
      m: () => {
        wk.terminate();
        return 'answer';
      },
    });
    expect(send(1)).toEqual(['answer', nothing, 'exit 0']);
  });
});
