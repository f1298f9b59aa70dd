import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';
import { outcomeOf } from './support/outcome';

function twoEchoes() {
  const world = inlineWorld({
    'echo.ts': ({ workerPort }) => {
      workerPort.onmessage = ({ data }: { data: unknown }) => workerPort.postMessage(data);
    },
  });
  const post = (): void => {
    for (const name of ['a', 'b']) {
      const wk = new world.worker.ThreadWorker('echo.ts');
      wk.onmessage = ({ data }: { data: unknown }) => world.log.push(data);
      wk.postMessage(name);
    }
  };
  return { ...world, post };
}

describe('workers.replay', () => {
  it('performs tasks in the recorded order, then in that of their arrival', () => {
    const { workers, post, run } = twoEchoes();
    workers.replay([3, 4, 5]);
    post();
    expect(run()).toEqual(['b', 'a']);
  });

  it('goes on in the next process, whose tasks count from 1 again', () => {
    const { workers, post, log } = twoEchoes();
    workers.replay([1, 2, 3, 4, 5, 6, 3, 4, 5]);
    post();
    workers.run();
    workers.reset();
    post();
    workers.run();
    expect(log).toEqual(['a', 'b', 'b', 'a']);
  });

  it('holds for steps, breakpoints and settle', async () => {
    const { workers, post } = twoEchoes();
    workers.replay([3, 1, 4]);
    post();
    workers.breakOn({ kind: 'start', to: 'worker#1' });
    expect(workers.step()?.id).toBe(3);
    expect(workers.run().stoppedAt?.task.id).toBe(1);
    expect((await workers.settle()).state).toBe('idle');
  });

  it('says what is pending when a task can not be performed in its turn, and is given up then', () => {
    const { workers, post, run } = twoEchoes();
    workers.replay([1, 4]);
    post();
    expect(outcomeOf(() => workers.run())).toBe(
      "threw FakeOhosWorkerError FOW_REPLAY_DIVERGED: Task 4 can't be performed as number 2 of the order that is replayed [FOW_REPLAY_DIVERGED]\n" +
        "  - pending: task 2 (message host -> worker#1 'a')\n" +
        '  - pending: task 3 (start host -> worker#2 echo.ts)\n' +
        "  - pending: task 4 (message host -> worker#2 'b'), which can't come next\n" +
        'Hint: the test or its code is another one than when the order was recorded: record it again with `npx fake-ohos-worker debug`, or remove workers.replay().',
    );
    expect(run()).toEqual(['a', 'b']);
  });

  it('does not let the test choose another task', () => {
    const { workers, post } = twoEchoes();
    workers.replay([1]);
    post();
    expect(() => workers.step({ id: 3 })).toThrow(
      "Task 1 can't be performed as number 1 of the order that is replayed [FOW_REPLAY_DIVERGED]",
    );
  });

  it('takes ids of tasks alone', () => {
    const { workers } = twoEchoes();
    for (const schedule of [undefined, 3, ['1'], [0], [1.5]]) {
      expect(() => workers.replay(schedule as never)).toThrow('has no order to follow [FOW_BAD_SCHEDULE]');
    }
    expect(outcomeOf(() => workers.replay([0]))).toBe(
      'threw FakeOhosWorkerError FOW_BAD_SCHEDULE: workers.replay([ 0 ]) has no order to follow [FOW_BAD_SCHEDULE]\n' +
        '  - expected: ids of tasks, as `npx fake-ohos-worker debug` exports them\n' +
        'Hint: as in workers.replay([1, 2, 4, 3]).',
    );
  });
});

it('workers.debug() needs somebody who debugs', () => {
  const { workers } = twoEchoes();
  expect(outcomeOf(() => workers.debug())).toBe(
    'threw FakeOhosWorkerError FOW_NOT_DEBUGGING: workers.debug() was called, and nobody debugs [FOW_NOT_DEBUGGING]\n' +
      '  - a test that stands still needs somebody who lets it go on\n' +
      "Hint: run the test with `npx fake-ohos-worker debug <test file> -t '<name of the test>'`, or remove the call.",
  );
});
