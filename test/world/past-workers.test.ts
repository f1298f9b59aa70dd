import { describe, expect, it } from '@jest/globals';
import { type InlineWorld, inlineWorld } from './support/inline-world';

const echo = { 'echo.ts': 'worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessage(data);' };

const cure =
  'Hint: if a module of the app keeps it: jest.resetModules() in beforeEach, and require the app in the test, make each test construct its own; constructed in beforeAll, it lives as long as the block.';

/** A worker whose test is over, and what the next test has been told on the console. */
function aPastWorker() {
  const inline = inlineWorld(echo);
  const wk = new inline.worker.ThreadWorker('echo.ts');
  const handle = inline.workers.get(wk);
  inline.world.endScope(inline.world.surroundings.currentScope());
  return { ...inline, wk, handle };
}

function codesOf({ workers }: InlineWorld): string[] {
  return workers.diagnostics.map(({ code }) => code);
}

/** Without positions in this file. */
function withoutPlaces(text: string): string {
  return text.replaceAll(/\S+past-workers\.test\.ts:\d+:\d+/g, '<here>');
}

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return withoutPlaces((error as Error).message);
  }
  return 'no refusal';
}

describe('a worker of an earlier test', () => {
  it('says which one it is and with what it ended when its object is called', () => {
    const past = aPastWorker();
    past.wk.postMessage('lost');
    expect(past.warned.map(withoutPlaces)).toEqual([
      [
        'host called postMessage() of worker#1, which ended with the test "inline" [FOW_WORKER_OF_THE_PAST]',
        '  - nobody is there to hear of it',
        '  - constructed at: <here>',
        '  - called at: <here>',
        cure,
      ].join('\n'),
    ]);
    expect(past.workers.trace.text).toContain('FOW_WORKER_OF_THE_PAST');
  });

  it.each<[string, (wk: ReturnType<typeof aPastWorker>['wk']) => unknown]>([
    ['terminate', (wk) => wk.terminate()],
    ['on', (wk) => wk.on('message', () => undefined)],
    ['cancelTasks', (wk) => wk.cancelTasks()],
  ])('says so for %s', (_, call) => {
    const past = aPastWorker();
    call(past.wk);
    expect(codesOf(past)).toEqual(['FOW_WORKER_OF_THE_PAST']);
  });

  it('is told from a worker of this test that has exited', () => {
    const past = aPastWorker();
    const own = new past.worker.ThreadWorker('echo.ts');
    own.terminate();
    past.workers.run();
    expect(() => own.postMessage(1)).toThrow(expect.objectContaining({ code: 10200004 }));
    expect(() => past.wk.postMessage(1)).toThrow(expect.objectContaining({ code: 10200004 }));
    expect(codesOf(past)).toEqual(['FOW_CALL_AFTER_EXIT', 'FOW_WORKER_OF_THE_PAST']);
  });

  it('is told though workers of the block around it live on', () => {
    const { world, worker, workers } = inlineWorld(echo);
    const wk = new worker.ThreadWorker('echo.ts');
    const [record] = world.session.app.workers;
    const block = { kind: 'describe', name: 'a block' };
    Object.assign(world.surroundings, { currentScope: () => block });
    new worker.ThreadWorker('echo.ts');
    world.endScope(world.scopeOf(record as NonNullable<typeof record>) as object);
    expect(() => wk.postMessage(1)).toThrow(expect.objectContaining({ code: 10200004 }));
    expect(workers.diagnostics.map(({ summary }) => summary)).toEqual([
      'host called postMessage() of worker#1, which ended with the test "inline"',
    ]);
  });

  it('is refused by the control surface, as object and as handle', () => {
    const { workers, wk, handle } = aPastWorker();
    const told = [
      'worker#1 is not a worker of this test: it ended with the test "inline" [FOW_NOT_A_WORKER]',
      '  - constructed at: <here>',
      cure,
    ].join('\n');
    expect([wk, handle].map((old) => refusal(() => workers.get(old)))).toEqual([told, told]);
  });

  it('may have ended with workers.reset()', () => {
    const { workers, worker } = inlineWorld(echo);
    const wk = new worker.ThreadWorker('echo.ts');
    workers.reset();
    expect(refusal(() => workers.get(wk))).toContain('it ended with workers.reset() [FOW_NOT_A_WORKER]');
  });
});

describe('an object that never had a worker', () => {
  it('is called without a word', () => {
    const past = aPastWorker();
    past.wk.postMessage.call({}, 'lost');
    expect(codesOf(past)).toEqual([]);
  });
});

describe('a label', () => {
  it('is as good as the worker', () => {
    const { workers, worker } = inlineWorld(echo);
    const wk = new worker.ThreadWorker('echo.ts');
    expect(workers.get('worker#1')).toBe(workers.get(wk));
  });

  it('that no worker has is refused, with those that there are', () => {
    const { workers, worker } = inlineWorld(echo);
    new worker.ThreadWorker('echo.ts');
    expect(refusal(() => workers.get('worker#2'))).toBe(
      [
        "'worker#2' is not a worker of this test [FOW_NOT_A_WORKER]",
        '  - expected: an instance of ThreadWorker, Worker or RestrictedWorker that was constructed in this test, its handle or its label',
        '  - there are: worker#1',
        'Hint: give what `new worker.ThreadWorker(…)` returned.',
      ].join('\n'),
    );
  });
});
