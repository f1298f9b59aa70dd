import { describe, expect, it } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import { outcomeOf } from '../world/support/outcome';
import type { WorkerModule } from '../world/support/platform-objects';
import { besideThisFile } from './app/entry/src/ohosTest/ets/workers/construct-beside';
import type { WorkerKind as Kind } from './support/a-worker';
import { anApp } from './support/an-app';
import { nothing, threw } from './support/business-errors';

const w = 'entry_test/ets/workers/empty.ts';

function constructing(worker: WorkerModule, kind: Kind, ...args: unknown[]): string {
  return outcomeOf(() => new worker[kind](...args) instanceof worker[kind]);
}

const made = 'returned true';

describe('the constructor of a worker', () => {
  it('takes a script URL', () => {
    const { worker } = anApp();
    expect(constructing(worker, 'ThreadWorker', w)).toBe(made);
  });

  it('refuses a call without arguments with 401 [E-0c, P-80]', () => {
    const { worker } = anApp();
    expect(constructing(worker, 'ThreadWorker')).toBe(threw.parameter('the number of parameters must be more than 1.'));
  });

  it.each([[undefined], [null], [5], [{}], [new String(w)]])('refuses %p as URL with 401 [E-5, E-6, P-80]', (url) => {
    const { worker } = anApp();
    expect(constructing(worker, 'ThreadWorker', url)).toBe(
      threw.parameter('the type of the first param must be string.'),
    );
  });

  it.each(['other.ts', ''])(
    'refuses the URL %p with 10200007 when no such script can be found [P-7, P-81, E-16]',
    (url) => {
      const { worker } = anApp();
      expect(constructing(worker, 'ThreadWorker', url)).toBe(threw.path);
    },
  );

  it.each(Object.entries(besideThisFile))(
    'looks for a relative URL beside the file that calls it: %s [P-10]',
    (_way, construct) => {
      anApp();
      expect(workers.get(construct()).state).toBe('starting');
    },
  );

  it('cuts the URL at 1024 UTF-8 bytes and at NUL [E-7]', () => {
    const { worker } = anApp();
    const record = 'entry_test/ets/workers/empty';
    const filled = `${'/'.repeat(1024 - record.length)}${record}`;
    const urls = [`${filled}€`, `/${filled}`, `${w}\0tail`];
    expect(urls.map((url) => constructing(worker, 'ThreadWorker', url))).toEqual([made, threw.path, made]);
  });

  it('needs new [E-14]', () => {
    const { worker } = anApp();
    const call = worker.ThreadWorker as unknown as (url: string) => unknown;
    expect(outcomeOf(() => call(w))).toBe(
      "threw TypeError: Class constructor ThreadWorker cannot be invoked without 'new'",
    );
  });

  it('throws nothing for what goes wrong later, in the script [E-15, L-19]', () => {
    const { worker, run, workers, url } = anApp({ 'w.ts': 'throw new Error("later")' });
    const wk = new worker.ThreadWorker(url('w.ts'));
    run();
    expect(workers.get(wk).state).toBe('running');
  });
});

describe('an error of the platform', () => {
  it('is an Error with own code and name, in that order, and a message of title and detail [E-0a, E-0b]', () => {
    const { worker } = anApp();
    let thrown: unknown;
    try {
      new worker.ThreadWorker();
    } catch (error) {
      thrown = error;
    }
    const error = thrown as Error & { code: unknown };
    expect(error.constructor).toBe(Error);
    expect(Object.entries(error)).toEqual([
      ['code', 401],
      ['name', 'BusinessError'],
    ]);
    expect(String(error)).toBe(
      'BusinessError: Parameter error. The input parameters are invalid, the number of parameters must be more than 1.',
    );
  });
});

describe('the choice of worker classes', () => {
  it.each<[Kind, Kind, string]>([
    ['Worker', 'ThreadWorker', threw.initialization('Using both Worker and ThreadWorker is not supported.')],
    ['Worker', 'RestrictedWorker', threw.initialization('Using both Worker and LimitedWorker is not supported.')],
    ['ThreadWorker', 'Worker', threw.initialization('Using both Worker and other Workers is not supported.')],
    ['RestrictedWorker', 'Worker', threw.initialization('Using both Worker and other Workers is not supported.')],
    ['ThreadWorker', 'RestrictedWorker', made],
    ['RestrictedWorker', 'ThreadWorker', made],
  ])('after %s answers %s as the platform does [E-2]', (first, second, outcome) => {
    const { worker } = anApp();
    new worker[first](w);
    expect(constructing(worker, second, w)).toBe(outcome);
  });

  it.each([[[]], [['other.ts']], [[w, { type: 'module' }]]])(
    'is made by a first call that then fails, with arguments %p [E-1]',
    (args) => {
      const { worker } = anApp();
      constructing(worker, 'Worker', ...args);
      expect(constructing(worker, 'ThreadWorker', w)).toBe(
        threw.initialization('Using both Worker and ThreadWorker is not supported.'),
      );
    },
  );

  it('comes before any other check [E-1, E-2]', () => {
    const { worker } = anApp();
    new worker.ThreadWorker(w);
    expect(constructing(worker, 'Worker')).toBe(
      threw.initialization('Using both Worker and other Workers is not supported.'),
    );
  });

  it('is not undone by a call that it refused, nor when all workers have exited [E-1]', () => {
    const { worker, run } = anApp();
    new worker.ThreadWorker(w).terminate();
    constructing(worker, 'Worker', w);
    run();
    expect([constructing(worker, 'Worker', w), constructing(worker, 'ThreadWorker', w)]).toEqual([
      threw.initialization('Using both Worker and other Workers is not supported.'),
      made,
    ]);
  });

  it('counts for all threads: a worker can not construct the other kind [E-1]', () => {
    const { worker, run, url } = anApp({
      'w.ts': (inWorker, { attempt, log }) => log(attempt(() => new inWorker.Worker('./w.ts'))),
    });
    new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual([threw.initialization('Using both Worker and other Workers is not supported.')]);
  });

  it('is made anew after a reset, as in a new process [E-1]', () => {
    const { worker, workers } = anApp();
    new worker.ThreadWorker(w);
    workers.reset();
    expect(constructing(worker, 'Worker', w)).toBe(made);
  });
});

describe('a second argument that is no object', () => {
  it.each([[undefined], [null], [5], ['name'], [() => 0]])(
    'makes %p a dead instance without a word, that holds no slot and never exits [E-8, E-77, L-49]',
    (options) => {
      const { worker, run, log, workers } = anApp({}, { limits: { ThreadWorker: 1 } });
      const wk = new worker.ThreadWorker(w, options);
      wk.onexit = () => log.push('exit');
      run();
      expect(wk instanceof worker.ThreadWorker).toBe(true);
      expect(outcomeOf(() => wk.postMessage(1))).toBe(threw.notRunning('maybe worker is terminated when PostMessage'));
      expect({ log, all: workers.all.length, next: constructing(worker, 'ThreadWorker', w) }).toEqual({
        log: [],
        all: 0,
        next: made,
      });
    },
  );

  it('does no harm when a third one follows, as the options are then not looked at [E-8b]', () => {
    const { worker, workers } = anApp();
    const wk = new worker.ThreadWorker(w, { name: 5, priority: 99, type: 'module' }, 1);
    const other = new worker.ThreadWorker(w, null, undefined);
    expect([workers.get(wk).name, workers.get(other).state]).toEqual(['', 'starting']);
  });

  it('may be any object [E-6]', () => {
    const { worker, workers } = anApp();
    for (const options of [[], new Date(0), new Error('options')]) {
      const wk = new worker.ThreadWorker(w, options);
      expect(workers.get(wk).state).toBe('starting');
    }
  });
});

describe('the options of a worker', () => {
  const badPriority = threw.parameter('the priority value is invalid');

  it.each<[unknown, string]>([
    [0, made],
    [5, made],
    [1.9, made],
    [Number.NaN, made],
    [-0.5, made],
    [4294967296, made],
    [6, badPriority],
    [-1, badPriority],
    ['1', badPriority],
    [null, badPriority],
    [undefined, badPriority],
    [true, badPriority],
  ])('read priority %p through ToInt32 [E-11]', (priority, outcome) => {
    const { worker } = anApp();
    expect(constructing(worker, 'ThreadWorker', w, { priority })).toBe(outcome);
  });

  it('read an inherited priority, too', () => {
    const { worker } = anApp();
    expect(constructing(worker, 'RestrictedWorker', w, Object.create({ priority: undefined }))).toBe(badPriority);
  });

  it('leave the priority of the old class alone [A-32]', () => {
    const { worker } = anApp();
    expect(constructing(worker, 'Worker', w, { priority: 99 })).toBe(made);
  });

  it.each([[null], [5], [{}], [new String('x')]])('refuse %p as name with 401 [E-6]', (name) => {
    const { worker } = anApp();
    expect(constructing(worker, 'ThreadWorker', w, { name })).toBe(threw.parameter('the type of name must be string.'));
  });

  it('refuse a type that is no string, and any but classic [A-31, A-75]', () => {
    const { worker } = anApp();
    const withType = (type: unknown) => constructing(worker, 'ThreadWorker', w, { type });
    expect([undefined, 'classic', null, 'module', ''].map(withType)).toEqual([
      made,
      made,
      threw.parameter("the type of type's value must be string."),
      threw.parameter('the type must be classic, unsupport others now.'),
      threw.parameter('the type must be classic, unsupport others now.'),
    ]);
  });

  it('are looked at in this order: priority, name, type; shared never is [E-10, A-31, A-76]', () => {
    const { worker } = anApp();
    const looked: string[] = [];
    const options = new Proxy(
      { shared: true, type: 'classic', name: 'n', priority: 1 },
      {
        has: (target, name) => looked.push(`has ${String(name)}`) > 0 && name in target,
        get: (target, name) => looked.push(`get ${String(name)}`) > 0 && Reflect.get(target, name),
      },
    );
    new worker.ThreadWorker(w, options);
    expect(looked).toEqual(['has priority', 'get priority', 'get name', 'get type']);
  });

  it('name the worker inside it; an empty name is none [E-10, A-54, A-56]', () => {
    const { worker, run, url } = anApp({
      'w.ts': ({ workerPort }, globals) =>
        globals.log('name' in workerPort && workerPort.name, 'name' in globals && globals.name),
    });
    new worker.ThreadWorker(url('w.ts'), { name: 'resizer' });
    new worker.ThreadWorker(url('w.ts'), { name: '' });
    new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual(['resizer', 'resizer', false, false, false, false]);
  });

  it('cut the name at 1024 UTF-8 bytes [E-7, E-10, L-129]', () => {
    const { worker, run, url } = anApp({ 'w.ts': ({ workerPort }, { log }) => log(workerPort.name) });
    new worker.ThreadWorker(url('w.ts'), { name: 'ab€'.repeat(300) });
    expect(run()).toEqual([`${'ab€'.repeat(204)}ab`]);
  });

  it('make the old class a dead instance where they are of the wrong type [E-9, E-3]', () => {
    const { worker, workers } = anApp();
    const outcomes = [{ name: 5 }, { type: 5 }].map((options) => constructing(worker, 'Worker', w, options));
    expect({ outcomes, all: workers.all.length }).toEqual({ outcomes: [made, made], all: 0 });
    expect(constructing(worker, 'Worker', w, { type: 'module' })).toBe(
      threw.parameter('the type must be classic, unsupport others now.'),
    );
  });
});

describe('the number of workers', () => {
  it.each<[Kind, number, string]>([
    ['ThreadWorker', 64, 'the number of workers exceeds the maximum.'],
    ['RestrictedWorker', 16, 'the number of limiteworkers exceeds the maximum.'],
    ['Worker', 8, 'the number of workers exceeds the maximum.'],
  ])('of class %s is %d at the most [L-120, L-121, L-122, L-126, E-13]', (kind, limit, complaint) => {
    const { worker } = anApp();
    const outcomes = Array.from({ length: limit + 1 }, () => constructing(worker, kind, w));
    expect(outcomes).toEqual([...Array.from({ length: limit }, () => made), threw.initialization(complaint)]);
  });

  it('is 80 at the most over all classes [L-123, L-126]', () => {
    const { worker } = anApp({}, { limits: { RestrictedWorker: 64 } });
    for (let each = 0; each < 64; each++) new worker.ThreadWorker(w);
    for (let each = 0; each < 16; each++) new worker.RestrictedWorker(w);
    expect(constructing(worker, 'RestrictedWorker', w)).toBe(
      threw.initialization('the number of limiteworkers exceeds the maximum.'),
    );
  });

  it.each<Kind>(['ThreadWorker', 'Worker'])('can be set to what another device allows: of %s [L-125]', (kind) => {
    const { worker } = anApp({}, { limits: { [kind]: 9 } });
    const outcomes = Array.from({ length: 10 }, () => constructing(worker, kind, w));
    expect(outcomes.slice(8)).toEqual([made, threw.initialization('the number of workers exceeds the maximum.')]);
  });

  it('counts nested workers in the same totals [L-128, L-100]', () => {
    const { worker, run, url } = anApp(
      {
        'w.ts': (inWorker, { attempt, log }) => log(attempt(() => new inWorker.ThreadWorker('./child.ts'))),
        'child.ts': '',
      },
      { limits: { ThreadWorker: 1 } },
    );
    new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual([threw.initialization('the number of workers exceeds the maximum.')]);
  });

  it('goes down before onexit runs, not before [L-45, L-128]', () => {
    const { worker, log, workers } = anApp({}, { limits: { ThreadWorker: 1 } });
    const wk = new worker.ThreadWorker(w);
    wk.onexit = () => log.push(constructing(worker, 'ThreadWorker', w));
    wk.terminate();
    log.push(constructing(worker, 'ThreadWorker', w));
    workers.run();
    expect(log).toEqual([threw.initialization('the number of workers exceeds the maximum.'), made]);
  });

  it('goes down after the task in which the worker closed itself [L-34b, L-35, L-128]', () => {
    const { worker, log, run, url } = anApp(
      {
        'w.ts': (inWorker, { attempt, log }) => {
          inWorker.workerPort.close();
          log(attempt(() => new inWorker.ThreadWorker('./child.ts')));
        },
        'child.ts': '',
      },
      { limits: { ThreadWorker: 1 } },
    );
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.onexit = () => log.push(constructing(worker, 'ThreadWorker', w));
    expect(run()).toEqual([threw.initialization('the number of workers exceeds the maximum.'), made]);
  });

  it('is left alone by a constructor that fails: the options come first, then the count, then the path [E-12]', () => {
    const { worker } = anApp({}, { limits: { ThreadWorker: 1 } });
    const attempts = [[w, { name: 5 }], ['other.ts'], [w], ['other.ts'], [w, { name: 5 }]];
    expect(attempts.map((args) => constructing(worker, 'ThreadWorker', ...args))).toEqual([
      threw.parameter('the type of name must be string.'),
      threw.path,
      made,
      threw.initialization('the number of workers exceeds the maximum.'),
      threw.parameter('the type of name must be string.'),
    ]);
  });
});

describe('before any worker was constructed', () => {
  it('keeps quiet about methods called on foreign objects [E-3, E-4, A-24, E-76]', () => {
    const { worker } = anApp();
    const { postMessage, terminate, on, dispatchEvent } = worker.ThreadWorker.prototype;
    const outcomes = [
      outcomeOf(() => postMessage.call({}, 1)),
      outcomeOf(() => terminate.call({})),
      outcomeOf(() => on.call({}, 'message', () => 0)),
      outcomeOf(() => dispatchEvent.call({}, { type: 'x' })),
    ];
    expect(outcomes).toEqual([nothing, nothing, nothing, 'returned false']);
  });
});
