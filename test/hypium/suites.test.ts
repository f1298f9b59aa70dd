import { describe, expect, it, jest } from '@jest/globals';
import { createHypium, Level, noTestRunner, Size, TestType } from '../../src/hypium';
import { RecordingRunner, runSuites } from './support/recording-runner';

describe('describe, it and the hooks', () => {
  it('run in order; hooks for some tests come before the others', async () => {
    const log: string[] = [];
    const note = (text: string) => () => {
      log.push(text);
    };
    await runSuites((hypium) => {
      hypium.beforeEach(note('every test of the file'));
      hypium.afterItSpecified('second', note('no test of the file has this name'));
      hypium.describe('outer', () => {
        hypium.afterEach(note('afterEach'));
        hypium.beforeEach(note('beforeEach'));
        hypium.beforeAll(note('beforeAll'));
        hypium.afterAll(note('afterAll'));
        hypium.afterItSpecified(['second'], note('after second'));
        hypium.beforeItSpecified('second', note('before second'));
        hypium.it('first', 0, note('first'));
        hypium.it('second', 0, note('second'));
        hypium.describe('inner', () => hypium.it('second', 0, note('second of inner')));
      });
    });
    expect(log).toEqual([
      'beforeAll',
      ...['every test of the file', 'beforeEach', 'first', 'afterEach'],
      ...['every test of the file', 'before second', 'beforeEach', 'second', 'after second', 'afterEach'],
      ...['every test of the file', 'beforeEach', 'second of inner', 'afterEach'],
      'afterAll',
    ]);
  });

  it('hooks for some tests can stand outside of all blocks', async () => {
    const log: string[] = [];
    await runSuites((hypium) => {
      hypium.beforeItSpecified('alone', () => log.push('before alone'));
      hypium.it('alone', 0, () => log.push('alone'));
      hypium.it('other', 0, () => log.push('other'));
    });
    expect(log).toEqual(['before alone', 'alone', 'other']);
  });

  it('hooks of a block without tests are left out', async () => {
    const log: string[] = [];
    await runSuites((hypium) => {
      hypium.describe('empty', () => hypium.beforeAll(() => log.push('never')));
      hypium.describe('nested', () => {
        hypium.beforeAll(() => log.push('once'));
        hypium.describe('inner', () => hypium.it('test', 0, () => undefined));
      });
    });
    expect(log).toEqual(['once']);
  });

  it('a block whose callback throws leaves the blocks around it as they were', async () => {
    const outcomes = await runSuites((hypium) => {
      hypium.describe('outer', () => {
        expect(() =>
          hypium.describe('failing', () => {
            throw new Error('not defined');
          }),
        ).toThrow('not defined');
        hypium.it('test', 0, () => expect(hypium.SysTestKit.getDescribeName()).toBe('outer'));
      });
    });
    expect(outcomes).toEqual({ 'outer test': 'passed' });
  });

  it('knows the running test, also inside blocks of the test runner, and nobody outside', async () => {
    const seen: unknown[] = [];
    await runSuites(({ SysTestKit, ...hypium }, runner) => {
      const look = () => seen.push([SysTestKit.getDescribeName(), SysTestKit.getItName(), SysTestKit.getItAttribute()]);
      look();
      runner.block('run', 'of Jest', () => {
        hypium.describe('suite', () => {
          hypium.beforeEach(look);
          hypium.it('test', Level.LEVEL2, look);
        });
      });
    });
    expect(seen).toEqual([
      ['', '', 0],
      ['suite', 'test', Level.LEVEL2],
      ['suite', 'test', Level.LEVEL2],
    ]);
  });

  it('leaves out what begins with an x, and says why if the test does', async () => {
    const fail = () => {
      throw new Error('not left out');
    };
    const outcomes = await runSuites((hypium) => {
      hypium.xit('one', 0, fail);
      hypium.xit.reason('too slow')('two', 0, fail);
      hypium.xdescribe('three', () => hypium.it('test', 0, fail));
      hypium.xdescribe.reason('later')('four', () => hypium.it('test', 0, fail));
    });
    expect(outcomes).toEqual({
      one: 'skipped',
      'two (too slow)': 'skipped',
      'three test': 'skipped',
      'four (later) test': 'skipped',
    });
  });

  it('come to nothing where nobody runs tests, in a worker', () => {
    const hypium = createHypium(noTestRunner, {});
    const define = jest.fn();
    hypium.describe('suite', define);
    hypium.it('test', 0, define);
    hypium.beforeEach(define);
    expect(define).not.toHaveBeenCalled();
    expect(hypium.SysTestKit.getItName()).toBe('');
  });
});

describe('the function of a test', () => {
  const later = (callback: () => void) => {
    setImmediate(callback);
  };

  it.each<[string, (...args: never[]) => unknown, string]>([
    ['returns', () => undefined, 'passed'],
    [
      'throws',
      () => {
        throw new Error('thrown');
      },
      'Error: thrown',
    ],
    ['is async and fails', async () => Promise.reject(new Error('rejected')), 'Error: rejected'],
    ['calls back', (done: () => void) => later(done), 'passed'],
    [
      'takes a callback and throws',
      (_done: () => void) => {
        throw new Error('thrown');
      },
      'Error: thrown',
    ],
    ['takes a callback and is async', async (done: () => void) => later(done), 'passed'],
    ['takes a callback, is async and fails', async (_done: () => void) => Promise.reject(new Error('no')), 'Error: no'],
  ])('that %s', async (_, fn, outcome) => {
    expect(await runSuites((hypium) => hypium.it('test', 0, fn))).toEqual({ test: outcome });
  });
});

describe('data', () => {
  const data = {
    suites: [
      {
        describe: ['driven'],
        params: { unit: 'mm' },
        items: [
          { it: 'both', stress: 2, params: [{ n: 1 }, { n: 2 }] },
          { it: 'one', params: [{ n: 3, unit: 'cm' }] },
        ],
      },
      { describe: 'twice', stress: 2 },
    ],
  };

  it.each(['Hypium.setData', 'the option'])('of %s drives suites and tests', async (way) => {
    const seen: unknown[] = [];
    const outcomes = await runSuites(
      (hypium) => {
        if (way === 'Hypium.setData') hypium.Hypium.setData(data);
        hypium.describe('driven', () => {
          hypium.it('both', 0, (done: () => void, given: unknown) => {
            seen.push(given);
            done();
          });
          hypium.it('one', 0, (data: unknown) => seen.push(data));
          hypium.it('arrow', 0, async (/* the */ data: unknown) => seen.push(data));
          hypium.it('named', 0, function named(data: unknown) {
            seen.push(data);
          });
        });
        hypium.describe('twice', () => hypium.it('test', 0, () => undefined));
        hypium.describe('not driven', () => hypium.it('both', 0, (data: unknown) => seen.push(data)));
      },
      way === 'the option' ? { data } : {},
    );
    expect(Object.keys(outcomes)).toEqual([
      'driven both #1 {"n":1} (1 of 2)',
      'driven both #1 {"n":1} (2 of 2)',
      'driven both #2 {"n":2} (1 of 2)',
      'driven both #2 {"n":2} (2 of 2)',
      'driven one',
      'driven arrow',
      'driven named',
      'twice (1 of 2) test',
      'twice (2 of 2) test',
      'not driven both',
    ]);
    const [first, second] = [
      { n: 1, unit: 'mm' },
      { n: 2, unit: 'mm' },
    ];
    const shared = { unit: 'mm' };
    expect(seen).toEqual([first, first, second, second, { n: 3, unit: 'mm' }, shared, shared, undefined]);
  });
});

describe('the filter', () => {
  const define = ({ it: test }: Parameters<Parameters<typeof runSuites>[0]>[0]) => {
    test('plain', 0, () => undefined);
    test('small0', Size.SMALLTEST | Level.LEVEL0 | TestType.FUNCTION, () => undefined);
    test('small1', Size.SMALLTEST | Level.LEVEL1 | TestType.SAFETY, () => undefined);
    test('large0', Size.LARGETEST | Level.LEVEL0, () => undefined);
  };
  const selectedBy = async (options: Parameters<typeof runSuites>[1]) => {
    const outcomes = Object.entries(await runSuites(define, options));
    return outcomes.filter(([, outcome]) => outcome === 'passed').map(([name]) => name);
  };

  it.each<[Parameters<typeof runSuites>[1], readonly string[]]>([
    [{}, ['plain', 'small0', 'small1', 'large0']],
    [{ level: 0 }, ['plain', 'small0', 'large0']],
    [{ size: 'small' }, ['plain', 'small0', 'small1']],
    [{ testType: 'safety' }, ['plain', 'small1']],
    [{ level: 0, size: 'small', testType: 'function' }, ['plain', 'small0']],
  ])('%j selects tests that have all of it, and those that say nothing', async (options, names) => {
    expect(await selectedBy(options)).toEqual(names);
  });
});

describe('what needs a device', () => {
  const { SysTestKit, Hypium } = createHypium(noTestRunner, {});

  it.each<[string, () => unknown, string]>([
    [
      'existKeyword',
      () => SysTestKit.existKeyword('started'),
      `SysTestKit.existKeyword("started") looks into the log of a device, and there is none [FOW_HYPIUM_NEEDS_DEVICE]
Hint: spy on the console, which hilog writes to: jest.spyOn(console, 'info').`,
    ],
    [
      'hypiumInitWorkers',
      () => Hypium.hypiumInitWorkers(),
      `Hypium.hypiumInitWorkers runs suites in the workers of a device, and there is none [FOW_HYPIUM_NEEDS_DEVICE]
Hint: let Jest run the test files: it has processes of its own for them (--maxWorkers).`,
    ],
    [
      'hypiumWorkerTest',
      () => Hypium.hypiumWorkerTest(),
      `Hypium.hypiumWorkerTest runs suites in the workers of a device, and there is none [FOW_HYPIUM_NEEDS_DEVICE]
Hint: let Jest run the test files: it has processes of its own for them (--maxWorkers).`,
    ],
  ])('%s says so', (_, run, text) => {
    expect(run).toThrow(expect.objectContaining({ message: text }));
  });

  it('what it prints goes to the console', async () => {
    const info = jest.spyOn(console, 'info').mockImplementation(() => undefined);
    SysTestKit.actionStart('open');
    SysTestKit.actionEnd('open');
    await SysTestKit.print('done');
    Hypium.setTimeConfig({});
    expect(info.mock.calls).toEqual([['action start: open'], ['action end: open'], ['done']]);
    info.mockRestore();
  });
});

describe('an assertion that fails', () => {
  it('fails its test, or its hook, even if it is caught; the first one counts, and what is thrown more', async () => {
    const outcomes = await runSuites((hypium) => {
      const swallow = (value: unknown) => {
        try {
          hypium.expect(value).assertEqual?.(1);
        } catch {}
      };
      hypium.describe('suite', () => {
        hypium.it('caught', 0, () => [2, 3].forEach(swallow));
        hypium.it('caughtByAPromise', 0, () =>
          Promise.resolve(hypium.expect(Promise.resolve()).assertPromiseIsPending?.()).catch(() => undefined),
        );
        hypium.it('custom', 0, () => {
          const isOdd = (actual: unknown) => ({ pass: Number(actual) % 2 === 1, message: `${actual} is even` });
          hypium.Hypium.registerAssert(isOdd);
          try {
            hypium.expect(2).isOdd?.();
          } catch {}
        });
        hypium.it('thrown', 0, () => {
          swallow(2);
          throw new Error('thrown');
        });
        hypium.it('passes', 0, () => swallow(1));
      });
    });
    const message = 'AssertException: expect(received).assertEqual(expected)\n\nExpected: 1\nReceived: 2';
    expect(outcomes).toEqual({
      'suite caught': message,
      'suite caughtByAPromise': expect.stringContaining('Received: it is resolved with undefined'),
      'suite custom': 'AssertException: isOdd: 2 is even',
      'suite thrown': 'Error: thrown',
      'suite passes': 'passed',
    });
    const inHook = runSuites((hypium) => {
      hypium.beforeEach(() => {
        try {
          hypium.expect(2).assertEqual?.(1);
        } catch {}
      });
      hypium.it('test', 0, () => undefined);
    });
    await expect(inHook).rejects.toThrow(message.slice('AssertException: '.length));
  });
});

describe('an async callback of a suite', () => {
  it('can describe tests before it waits; afterwards they are refused, and those of nobody are not', async () => {
    const runner = new RecordingRunner();
    const hypium = createHypium(runner, {});
    const late: unknown[] = [];
    hypium.describe('suite', async () => {
      hypium.it('inTime', 0, () => undefined);
      await undefined;
      const calls = [
        () => hypium.it('late', 0, () => undefined),
        () => hypium.describe('lateToo', () => undefined),
        () => hypium.beforeEach(() => undefined),
        () => hypium.afterItSpecified('inTime', () => undefined),
      ];
      for (const call of calls) {
        try {
          call();
        } catch (error) {
          late.push(String(error));
        }
      }
    });
    await new Promise<void>((resolve) => setImmediate(resolve));
    const refusal = (what: string) =>
      `FakeOhosWorkerError: Cannot add ${what} to the suite "suite" after an await [FOW_HYPIUM_MISUSED]
Hint: tests are defined at once: let beforeAll() wait for what they need.`;
    expect(late).toEqual(
      ['the test "late"', 'the suite "lateToo"', 'a hook (beforeEach)', 'a hook (afterEach)'].map(refusal),
    );
    hypium.it('afterwards', 0, () => undefined);
    expect(await runner.run()).toEqual({ 'suite inTime': 'passed', afterwards: 'passed' });
  });
});
