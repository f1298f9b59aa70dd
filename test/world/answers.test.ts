import { inspect, types } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Task } from '../../src/kernel';
import type { WorkerTask } from '../../src/ohos';
import { Answers } from '../../src/ohos/answers';

/** Counts how many promises are looked at. */
function countingAnswers() {
  let looks = 0;
  const answers = new Answers({
    types,
    inspect: (value, options) => {
      looks++;
      return inspect(value, options);
    },
  });
  return { answers, looks: () => looks };
}

const task = (id: number) => ({ id }) as Task<WorkerTask>;
const never = () => new Promise(() => undefined);

describe('the answers of handlers', () => {
  it('are those of tasks, and pending as long as their promises are', () => {
    const { answers } = countingAnswers();
    const rejected = Promise.reject(new Error('<pending>'));
    rejected.catch(() => undefined);
    const object = {};
    answers.add(never(), task(1));
    answers.add(Promise.resolve(never), task(2));
    answers.add(rejected, task(3));
    answers.add(Promise.resolve('Promise { <pending> }'), task(4));
    answers.add(object, task(5));
    answers.add(never(), undefined);
    answers.add(undefined, task(6));
    answers.add(never(), task(7));
    expect(answers.pending.map(({ id }) => id)).toEqual([1, 7]);
    expect([answers.taskOf(rejected), answers.taskOf(object)]).toEqual([task(3), task(5)]);
  });

  it('are not looked at before somebody asks, and those that are settled only once', () => {
    const { answers, looks } = countingAnswers();
    answers.add(never(), task(0));
    for (let id = 1; id < 10_000; id++) answers.add(Promise.resolve(), task(id));
    expect(looks()).toBe(0);
    expect([answers.pending.length, looks()]).toEqual([1, 10_000]);
    expect([answers.pending.length, looks()]).toEqual([1, 10_001]);
  });

  it('are forgotten when they are many and settled', () => {
    const { answers, looks } = countingAnswers();
    for (let id = 0; id < 50_000; id++) answers.add(id % 10_000 === 0 ? never() : Promise.resolve(), task(id));
    expect(looks()).toBeGreaterThan(20_000);
    const before = looks();
    expect(answers.pending.map(({ id }) => id)).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
    expect(looks() - before).toBeLessThan(20_001);
  });
});
