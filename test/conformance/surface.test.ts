import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../world/support/outcome';
import type { WorkerKind } from './support/a-worker';
import { anApp } from './support/an-app';

const hostMethods = [
  'postMessage',
  'postMessageWithSharedSendable',
  'terminate',
  'on',
  'registerGlobalCallObject',
  'unregisterGlobalCallObject',
  'once',
  'off',
  'addEventListener',
  'dispatchEvent',
  'removeEventListener',
  'removeAllListener',
  'cancelTasks',
];

const portMethods = [
  'postMessage',
  'postMessageWithSharedSendable',
  'postMessageAtFront',
  'callGlobalCallObjectMethod',
  'close',
  'cancelTasks',
  'addEventListener',
  'dispatchEvent',
  'removeEventListener',
  'removeAllListener',
];

const shared = { 'w.ts': '' };

function attributes(target: object, name: string): string {
  const found = Object.getOwnPropertyDescriptor(target, name);
  if (found === undefined) return 'absent';
  const { writable = false, enumerable = false, configurable = false } = found;
  return [writable && 'writable', enumerable && 'enumerable', configurable && 'configurable'].filter(Boolean).join(' ');
}

describe('the module object of the main thread', () => {
  const { worker } = anApp(shared);

  it('lists the three classes, which can be replaced [A-2, A-7]', () => {
    expect(Object.keys(worker)).toEqual(['ThreadWorker', 'Worker', 'RestrictedWorker']);
    expect(Object.keys(worker).map((name) => attributes(worker, name))).toEqual(
      Array.from({ length: 3 }, () => 'writable enumerable configurable'),
    );
  });

  it('has two hidden, fixed enums [A-2, A-5]', () => {
    expect(Object.getOwnPropertyNames(worker)).toEqual([
      'ThreadWorker',
      'Worker',
      'RestrictedWorker',
      'ThreadWorkerPriority',
      'Priority',
    ]);
    expect(['ThreadWorkerPriority', 'Priority'].map((name) => attributes(worker, name))).toEqual(['', '']);
  });

  it('has no port [A-3]', () => {
    expect([worker.workerPort, worker.parentPort]).toEqual([undefined, undefined]);
  });
});

describe('the enums', () => {
  const { worker } = anApp(shared);

  it('have the values of the platform [A-10, A-11]', () => {
    const members = (target: object) =>
      Object.getOwnPropertyNames(target).map((name) => [name, Reflect.get(target, name)]);
    expect(Object.fromEntries(members(worker.ThreadWorkerPriority))).toEqual({
      HIGH: 0,
      MEDIUM: 1,
      LOW: 2,
      IDLE: 3,
      DEADLINE: 4,
      VIP: 5,
    });
    expect(Object.fromEntries(members(worker.Priority))).toEqual({ IMMEDIATE: 1, HIGH: 2, LOW: 3, IDLE: 4 });
  });

  it('are extensible plain objects of hidden, fixed members, without a way back from value to name [A-12]', () => {
    for (const target of [worker.ThreadWorkerPriority, worker.Priority]) {
      expect({
        keys: Object.keys(target),
        high: attributes(target, 'HIGH'),
        reverse: target[0],
        extensible: Object.isExtensible(target),
        plain: Object.getPrototypeOf(target) === Object.prototype,
      }).toEqual({ keys: [], high: '', reverse: undefined, extensible: true, plain: true });
    }
  });
});

describe('the classes of host objects', () => {
  const { worker, url } = anApp(shared);
  const classes = [worker.ThreadWorker, worker.Worker, worker.RestrictedWorker];

  it('have their names [A-21]', () => {
    expect(classes.map(({ name }) => name)).toEqual(['ThreadWorker', 'Worker', 'RestrictedWorker']);
  });

  it('are unrelated, with the same methods [A-20, A-74, A-79]', () => {
    expect(classes.map((made) => Object.getPrototypeOf(made.prototype) === Object.prototype)).toEqual([
      true,
      true,
      true,
    ]);
    for (const { prototype } of classes) {
      expect(Object.getOwnPropertyNames(prototype)).toEqual(['constructor', ...hostMethods]);
      expect(hostMethods.map((name) => Reflect.get(prototype, name))).toEqual(
        hostMethods.map((name) => Reflect.get(worker.ThreadWorker.prototype, name)),
      );
    }
    expect(new worker.RestrictedWorker(url('w.ts')) instanceof worker.ThreadWorker).toBe(false);
  });

  it('have methods that can be replaced but neither listed nor removed, with their names [A-22]', () => {
    const { prototype } = worker.ThreadWorker;
    expect(hostMethods.map((name) => attributes(prototype, name))).toEqual(hostMethods.map(() => 'writable'));
    expect(hostMethods.map((name) => (Reflect.get(prototype, name) as () => void).name)).toEqual(hostMethods);
  });

  it('give instances nothing of their own: no handlers, no id, no name [A-23, A-25, A-27, A-82]', () => {
    const wk = new worker.ThreadWorker(url('w.ts'), { name: 'resizer' });
    expect(Reflect.ownKeys(wk)).toEqual([]);
    const names = ['onmessage', 'onmessageerror', 'onerror', 'onexit', 'onAllErrors', 'id', 'name', 'ref', 'threadId'];
    expect(names.filter((name) => name in wk)).toEqual([]);
  });

  it('can be extended; handlers of the subclass count [A-21, A-23]', () => {
    const {
      worker: module,
      log,
      run,
      url,
    } = anApp({
      'w.ts': ({ workerPort }) => {
        workerPort.onmessage = () => workerPort.postMessage('answer');
      },
    });
    class Mine extends module.ThreadWorker {
      declare onmessage: (event: { data: unknown }) => void;
    }
    Mine.prototype.onmessage = ({ data }) => log.push(['in the subclass', data]);
    const wk = new Mine(url('w.ts'));
    wk.postMessage('question');
    expect(run()).toEqual([['in the subclass', 'answer']]);
    expect([wk instanceof Mine, wk instanceof module.ThreadWorker]).toEqual([true, true]);
  });

  it.each([[5], ['text'], [{}], [null]])(
    'let handlers be anything, such as %p, in any state; only callable ones are called [A-23, A-28, E-68]',
    (value) => {
      const { worker: module, run, url } = anApp({ 'w.ts': ({ workerPort }) => workerPort.close() });
      const wk = new module.ThreadWorker(url('w.ts')) as unknown as Record<string, unknown>;
      wk.onexit = value;
      run();
      expect(wk.onexit).toBe(value);
      wk.onexit = 7;
      expect([wk.onexit, outcomeOf(() => Object.keys(wk))]).toEqual([7, "returned [ 'onexit' ]"]);
    },
  );

  it('stay with the worker when the test lets go of the instance [A-26]', () => {
    const { worker: module, run, url } = anApp({ 'w.ts': (_, { log }) => log('ran') });
    new module.ThreadWorker(url('w.ts'));
    expect(run()).toEqual(['ran']);
  });
});

describe('the module object of a worker', () => {
  function seenInside(kind: WorkerKind, body: string): unknown {
    const { worker, run, url } = anApp({ 'w.ts': `log(${body});` });
    new worker[kind](url('w.ts'));
    return run()[0];
  }

  it.each([
    ['ThreadWorker', ['ThreadWorker', 'Worker', 'RestrictedWorker', 'workerPort']],
    ['RestrictedWorker', ['ThreadWorker', 'Worker', 'RestrictedWorker', 'workerPort']],
    ['Worker', ['ThreadWorker', 'Worker', 'RestrictedWorker', 'parentPort']],
  ] as const)('of class %s has its port under one name [A-3, A-50]', (kind, names) => {
    expect(seenInside(kind, 'Object.keys(worker)')).toEqual(names);
  });

  it('belongs to the thread: its classes are other functions than those of the host [A-1]', () => {
    const { worker, run, log, url } = anApp({ 'w.ts': (inWorker, globals) => globals.log(inWorker) });
    new worker.ThreadWorker(url('w.ts'));
    run();
    const [inside] = log as (typeof worker)[];
    expect(inside?.ThreadWorker).not.toBe(worker.ThreadWorker);
    expect(inside?.ThreadWorker.name).toBe('ThreadWorker');
  });

  it('has the attributes that it has on the main thread: classes are plain data, enums are fixed [A-2, A-22]', () => {
    const descriptors = (target: string) =>
      `Object.values(Object.getOwnPropertyDescriptors(${target}))
        .map(({ writable, enumerable, configurable }) => [writable, enumerable, configurable])`;
    const [data, fixed, method] = [
      [true, true, true],
      [false, false, false],
      [true, false, false],
    ];
    expect(seenInside('ThreadWorker', descriptors('worker'))).toEqual([data, data, data, fixed, fixed, data]);
    expect(seenInside('ThreadWorker', descriptors('worker.ThreadWorker.prototype'))).toEqual([
      [true, false, true],
      ...hostMethods.map(() => method),
    ]);
  });

  it('gives its members, the port too, by their names [A-5]', () => {
    const names = "['ThreadWorker', 'RestrictedWorker', 'workerPort', 'ThreadWorkerPriority', 'Priority']";
    expect(
      seenInside('ThreadWorker', `${names}.map((name) => require('@ohos.worker')[name] === Reflect.get(worker, name))`),
    ).toEqual([true, true, true, true, true]);
  });

  it('keeps its own port when the worker constructs workers [A-4]', () => {
    const { worker, run, url } = anApp({
      'w.ts': (inWorker, { log }) => {
        const before = inWorker.workerPort;
        new inWorker.ThreadWorker('./child.ts');
        log(inWorker.workerPort === before);
      },
      'child.ts': '',
    });
    new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual([true]);
  });
});

describe('the port', () => {
  function inside(body: string, kind: WorkerKind = 'ThreadWorker'): unknown {
    const { worker, run, url } = anApp({
      'w.ts': `const port = worker.workerPort ?? worker.parentPort; log(${body});`,
    });
    new worker[kind](url('w.ts'));
    return run()[0];
  }

  it.each(['ThreadWorker', 'Worker', 'RestrictedWorker'] as const)(
    'of a %s is a plain object with methods of its own, hidden, replaceable and named [A-50, A-51, A-79]',
    (kind) => {
      expect(inside('Object.getPrototypeOf(port) === Object.prototype', kind)).toBe(true);
      expect(inside('Object.getOwnPropertyNames(port)', kind)).toEqual([...portMethods, 'self']);
      const described = `Object.getOwnPropertyNames(port).filter((name) => name !== 'self').map((name) => {
        const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(port, name);
        return [port[name].name, writable, enumerable, configurable];
      })`;
      expect(inside(described, kind)).toEqual(portMethods.map((name) => [name, true, false, false]));
    },
  );

  it('has itself as self, which is not the global object [A-53, A-77]', () => {
    expect(inside('[port.self === port, Object.keys(port), port.self.setTimeout, port.self === globalThis]')).toEqual([
      true,
      ['self'],
      undefined,
      false,
    ]);
  });

  it('has nothing that only host objects have, and no handlers [A-52, A-55]', () => {
    expect(
      inside(`['on', 'once', 'off', 'terminate', 'registerGlobalCallObject', 'onmessage', 'onerror', 'onmessageerror', 'onclose']
        .filter((name) => name in port)`),
    ).toEqual([]);
  });

  it('does not care about this [A-51]', () => {
    const { worker, log, run, url } = anApp({
      'w.ts': ({ workerPort }) => {
        const { postMessage, close } = workerPort;
        workerPort.onmessage = () => {
          postMessage('detached');
          Reflect.apply(postMessage, { other: true }, ['elsewhere']);
          close();
        };
      },
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.onmessage = ({ data }: { data: unknown }) => log.push(data);
    wk.onexit = () => log.push('exit');
    wk.postMessage('go');
    expect(run()).toEqual(['detached', 'elsewhere', 'exit']);
  });

  it('answers undefined from its methods, and true from dispatchEvent', () => {
    expect(
      inside(`[port.postMessage(1), port.postMessageWithSharedSendable(1), port.postMessageAtFront(1, 1),
        port.callGlobalCallObjectMethod('a', 'b', 0), port.cancelTasks(), port.addEventListener('x', () => 0),
        port.dispatchEvent({ type: 'y' }), port.removeEventListener('x'), port.removeAllListener(), port.close()]`),
    ).toEqual([...Array.from({ length: 6 }, () => undefined), true, undefined, undefined, undefined]);
  });
});

describe('the globals of a worker', () => {
  it('have no message functions of a browser worker [A-57]', () => {
    const { worker, run, url } = anApp({
      'w.ts': (_, globals) =>
        globals.log(['onmessage', 'postMessage', 'importScripts', 'self', 'close'].filter((name) => name in globals)),
    });
    new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual([[]]);
  });

  it('have a name only when the option is a string with characters [A-56]', () => {
    const { worker, run, url } = anApp({ 'w.ts': (_, globals) => globals.log('name' in globals) });
    new worker.ThreadWorker(url('w.ts'));
    new worker.ThreadWorker(url('w.ts'), { name: 'x' });
    expect(run()).toEqual([false, true]);
  });
});

describe('methods of host objects', () => {
  it('answer undefined, and true from dispatchEvent', () => {
    const { worker, url } = anApp(shared);
    const wk = new worker.ThreadWorker(url('w.ts'));
    expect([
      wk.postMessage(1),
      wk.postMessageWithSharedSendable(1),
      wk.on('x', () => 0),
      wk.once('x', () => 0),
      wk.off('x'),
      wk.addEventListener('x', () => 0),
      wk.removeEventListener('x'),
      wk.removeAllListener(),
      wk.dispatchEvent({ type: 'x' }),
      wk.registerGlobalCallObject('o', {}),
      wk.unregisterGlobalCallObject('o'),
      wk.cancelTasks(),
      wk.terminate(),
    ]).toEqual([...Array.from({ length: 8 }, () => undefined), true, ...Array.from({ length: 4 }, () => undefined)]);
  });
});
