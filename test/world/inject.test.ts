import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';
import { outcomeOf } from './support/outcome';

const echo = `
  const port = worker.workerPort;
  log('started');
  port.onmessage = ({ data }) => { log('worker ' + data); port.postMessage(data); };
  port.onmessageerror = (...args) => log('worker onmessageerror ' + args.length);
  port.addEventListener('messageerror', (...args) => log('worker listener ' + args.length));
  port.onclose = () => log('worker onclose');
`;

function setUp(script = echo, rest: Readonly<Record<string, string>> = {}) {
  const inline = inlineWorld({ 'w.ts': script, ...rest });
  const { worker, log } = inline;
  const construct = () => {
    const wk = new worker.ThreadWorker('w.ts');
    Object.assign(wk, {
      onmessage: ({ data }: { data: unknown }) => log.push(`host ${String(data)}`),
      onmessageerror: (...args: unknown[]) => log.push(`host onmessageerror ${args.length}`),
      onerror: () => log.push('host onerror'),
      onexit: (code: number) => log.push(`host onexit ${code}`),
    });
    return wk;
  };
  const traced = () => inline.workers.trace.text.split('\n').filter((line) => / fault /.test(line));
  return { ...inline, construct, traced };
}

describe('inject.outOfWorkers', () => {
  it('makes the next constructor throw 10200003, and no other [E-13]', () => {
    const { workers, worker, construct, traced } = setUp();
    workers.inject.outOfWorkers();
    expect(outcomeOf(() => new worker.ThreadWorker('w.ts'))).toBe(
      'threw BusinessError 10200003: Worker initialization failed, the number of workers exceeds the maximum.',
    );
    expect(() => construct()).not.toThrow();
    expect(workers.all).toHaveLength(1);
    expect(traced()).toEqual(['0ms  host  fault      out of workers']);
  });

  it('has the text of the class, and comes after the checks of arguments [E-12]', () => {
    const { workers, worker } = setUp();
    workers.inject.outOfWorkers();
    expect(outcomeOf(() => new worker.ThreadWorker('w.ts', { name: 1 }))).toContain('401');
    expect(outcomeOf(() => new worker.RestrictedWorker('w.ts'))).toContain(
      'the number of limiteworkers exceeds the maximum.',
    );
  });
});

describe('inject.startFailure', () => {
  it('ends the next worker that starts before any of its code, with an exit event of code 0 [L-18]', () => {
    const { workers, construct, run, traced } = setUp();
    workers.inject.startFailure();
    const wk = construct();
    wk.postMessage('never read');
    construct();
    expect(run()).toEqual(['started', 'host onexit 0']);
    expect(workers.get(wk).dropped).toEqual([expect.objectContaining({ data: 'never read', reason: 'stopped' })]);
    expect(traced()).toEqual(['0ms  worker#1  fault      the script can not be run']);
  });

  it('can be meant for one worker', () => {
    const { workers, construct, run } = setUp();
    construct();
    const second = construct();
    workers.inject.startFailure(second);
    expect(run()).toEqual(['started', 'host onexit 0']);
    expect(workers.get(second).exitCode).toBe(0);
  });
});

describe('inject.scriptError', () => {
  it('makes a script throw at its top level: onAllErrors hears of it, and the worker runs on [L-19, L-52]', () => {
    const { workers, construct, run, log } = setUp();
    const wk = construct();
    wk.onAllErrors = (error: unknown) => log.push(`onAllErrors ${String(error)}`);
    workers.inject.scriptError(new RangeError('out of reach'), wk);
    expect(run()).toEqual(['onAllErrors RangeError: out of reach']);
    expect(workers.get(wk).state).toBe('running');
    expect(workers.get(wk).errors).toEqual([new RangeError('out of reach')]);
    wk.terminate();
    expect(run()).toEqual(['onAllErrors RangeError: out of reach', 'host onexit 0']);
  });

  it('is heard by nobody without onAllErrors [L-52]', () => {
    const { workers, construct, run } = setUp();
    workers.inject.scriptError('no error');
    construct();
    expect(run()).toEqual([]);
    expect(workers.diagnostics.map(({ code }) => code)).toEqual(['FOW_SCRIPT_ERROR_UNHEARD']);
  });
});

describe('inject.messageError', () => {
  it("calls the worker's onmessageerror and listeners without an argument, and the exit code becomes 1 [S-51d]", () => {
    const { workers, construct, run, traced } = setUp();
    const wk = construct();
    workers.inject.messageError('host', wk);
    for (const data of ['spoilt', 'fine']) wk.postMessage(data);
    expect(run()).toEqual(['started', 'worker onmessageerror 0', 'worker listener 0', 'worker fine', 'host fine']);
    wk.terminate();
    expect(run().slice(-2)).toEqual(['worker onclose', 'host onexit 1']);
    const { port, dropped } = workers.get(wk);
    expect(port.received).toEqual(['fine']);
    expect(dropped).toEqual([{ from: 'host', to: 'worker#1', data: 'spoilt', reason: 'unreadable' }]);
    expect(traced()).toEqual(['0ms  worker#1  fault      the message can not be rebuilt']);
  });

  it("calls the host's onmessageerror and listeners, and the exit code stays 0 [S-51d]", () => {
    const { workers, construct, run, log } = setUp();
    const wk = construct();
    wk.on('messageerror', (...args: unknown[]) => log.push(`host listener ${args.length}`));
    workers.inject.messageError(wk, 'host');
    for (const data of ['spoilt', 'fine']) wk.postMessage(data);
    expect(run()).toEqual([
      'started',
      'worker spoilt',
      'worker fine',
      'host onmessageerror 0',
      'host listener 0',
      'host fine',
    ]);
    wk.terminate();
    expect(run().at(-1)).toBe('host onexit 0');
    expect(workers.get(wk).received).toEqual(['fine']);
  });

  it('reports what the handlers throw: of the worker as class (a), of the host as uncaught [L-50, L-75]', () => {
    const inWorker = setUp("worker.workerPort.onmessageerror = () => { throw new Error('of the worker'); };");
    const first = inWorker.construct();
    inWorker.workers.inject.messageError('host', first);
    first.postMessage(1);
    expect(inWorker.run()).toEqual(['host onerror', 'host onexit 1']);

    const onHost = setUp();
    const second = onHost.construct();
    second.onmessageerror = () => {
      throw new Error('of the host');
    };
    second.on('messageerror', () => {
      throw new Error('of a listener');
    });
    onHost.workers.inject.messageError(second, 'host');
    second.postMessage(1);
    expect(onHost.runThrough()).toEqual([
      'started',
      'worker 1',
      'uncaught: Error: of the host',
      'uncaught: Error: of a listener',
    ]);
  });

  it('leaves the batch its onmessage [L-24]', () => {
    const { workers, construct, run, log } = setUp();
    const wk = construct();
    wk.onmessageerror = () => {
      wk.onmessage = () => log.push('too late for this batch');
    };
    workers.inject.messageError(wk, 'host');
    for (const data of ['spoilt', 'fine']) wk.postMessage(data);
    expect(run().at(-1)).toBe('host fine');
  });
});

describe('inject.callTimeout', () => {
  it('makes the next global call throw 10200021 after its time limit, and its method is never called [L-117]', () => {
    const { workers, construct, run, log, traced } = setUp(`
      const port = worker.workerPort;
      port.onmessage = () => log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 700)));
    `);
    const wk = construct();
    wk.registerGlobalCallObject('o', { m: () => log.push('called') });
    workers.inject.callTimeout(wk);
    wk.postMessage('first');
    expect(run()).toEqual(['threw BusinessError 10200021: Waiting for a global call timed out']);
    expect(workers.clock.now).toBe(700);
    wk.postMessage('second');
    expect(run().slice(1)).toEqual(['called', 'returned 2']);
    expect(traced()).toEqual(['  0ms  worker#1  fault      the global call times out']);
  });
});

describe('inject.crash', () => {
  it('ends the thread on the spot: nothing queued is read, no onclose, exit code 1', () => {
    const { workers, construct, run, traced } = setUp();
    const wk = construct();
    wk.postMessage('read');
    run();
    wk.postMessage('never read');
    workers.inject.crash(wk);
    expect(outcomeOf(() => wk.postMessage('too late'))).toContain('10200004');
    expect(run()).toEqual(['started', 'worker read', 'host read', 'host onexit 1']);
    expect(workers.get(wk).dropped.map(({ data }) => data)).toEqual(['never read', 'too late']);
    expect(workers.diagnostics[0]?.facts).toContain('its thread crashed');
    expect(workers.diagnostics.map(({ summary }) => summary)).toEqual([
      "worker#1 ended before it had read 'never read', which host had posted",
      "host posted 'too late' to worker#1 after its thread had crashed; a device throws 10200004",
    ]);
    expect(traced()).toEqual(['0ms  worker#1  fault      the thread crashes']);
  });

  it('can be brought about by a handler of the host', () => {
    const { workers, construct, run } = setUp();
    const wk = construct();
    wk.onmessage = () => workers.inject.crash(wk);
    wk.postMessage('go');
    expect(run()).toEqual(['started', 'worker go', 'host onexit 1']);
  });
});

describe('inject.hostGone', () => {
  it('lets the worker run on alone: posts vanish, calls throw 10200004, no exit event [L-103]', () => {
    const { workers, construct, run, traced } = setUp(`
      const port = worker.workerPort;
      port.onmessage = () => {
        port.postMessage('vanishes');
        log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 100)));
        setTimeout(() => port.close(), 10);
      };
    `);
    const wk = construct();
    wk.postMessage('go');
    workers.inject.hostGone(wk);
    expect(run()).toEqual([]);

    const second = construct();
    run();
    second.postMessage('go');
    workers.inject.hostGone(second);
    expect(run()).toEqual([
      'threw BusinessError 10200004: The Worker instance is not running, worker is null when callGlobalCallObjectMethod',
    ]);
    expect(outcomeOf(() => second.postMessage('too late'))).toContain('10200004');
    workers.clock.advance(10);
    expect(run()).toHaveLength(1);
    expect(workers.get(second).state).toBe('gone');
    expect(traced()[1]).toBe(' 0ms  host      fault      the host goes away  worker#2');
  });

  it('loses what the worker had sent and the host had not read', () => {
    const { workers, construct, run } = setUp();
    const wk = construct();
    wk.postMessage('a');
    workers.runUntil({ to: wk, kind: 'message' });
    workers.inject.hostGone(wk);
    expect(run()).toEqual(['started', 'worker a']);
    expect(workers.get(wk).dropped).toEqual([{ from: 'worker#1', to: 'host', data: 'a', reason: 'host-gone' }]);
  });

  it('never starts a worker that had not started [L-17]', () => {
    const { workers, construct, run } = setUp();
    const wk = construct();
    workers.inject.hostGone(wk);
    expect(run()).toEqual([]);
    expect([workers.get(wk).state, workers.get(wk).exitCode]).toEqual(['gone', undefined]);
  });
});

describe('a fault that has had no effect', () => {
  it('is what the test fails with, and is forgotten with the scope', () => {
    const { workers, world, construct, run } = setUp();
    const wk = construct();
    workers.inject.callTimeout(wk);
    workers.inject.messageError(wk, 'host');
    workers.inject.scriptError(new Error('x'), wk);
    run();
    const unused = world.arrangements.takeUnused(world.surroundings.currentScope());
    expect(unused.map(({ message }) => message)).toEqual([
      [
        'workers.inject.callTimeout(worker#1) had no effect in this test [FOW_FAULT_UNUSED]',
        '  - it waited for a global call of worker#1',
        'Hint: did the test not come that far, because nothing performs what is queued, or is the fault not needed?',
      ].join('\n'),
      expect.stringContaining('  - it waited for a message from worker#1 that host receives'),
    ]);
    expect(world.arrangements.takeUnused(world.surroundings.currentScope())).toEqual([]);
  });

  it('is given up by a reset, and told all the same', () => {
    const { workers, world, construct } = setUp();
    workers.inject.outOfWorkers();
    outcomeOf(construct);
    workers.inject.outOfWorkers();
    workers.inject.startFailure();
    workers.reset();
    expect(construct).not.toThrow();
    const unused = world.arrangements.takeUnused(world.surroundings.currentScope());
    expect(unused.map(({ message }) => message.split(' had ')[0])).toEqual([
      'workers.inject.outOfWorkers()',
      'workers.inject.startFailure()',
    ]);
  });

  it('waits on when a scope inside its own ends, or the options begin a new process', () => {
    const { workers, world, construct } = setUp();
    const outer = world.surroundings.currentScope();
    workers.inject.outOfWorkers();
    workers.inject.outOfWorkers();
    world.endScope({});
    expect(construct).toThrow();
    workers.configure({ apiVersion: 20 });
    expect(construct).toThrow();
    expect(world.arrangements.takeUnused(outer)).toEqual([]);
    workers.inject.outOfWorkers();
    world.endScope(outer);
    expect(construct).not.toThrow();
  });
});
