import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../world/support/outcome';
import { anApp } from './support/an-app';

function imports() {
  const { worker } = anApp();
  const ohosWorker: Record<string, unknown> = require('@ohos.worker');
  const kit: Record<string, unknown> = require('@kit.ArkTS');
  return { worker, ohosWorker, kit };
}

describe('an import of @ohos.worker', () => {
  it('gives the same object each time, and every member by its name, too [A-1, A-5]', () => {
    const { worker, ohosWorker } = imports();
    expect(ohosWorker.default).toBe(worker);
    const names = ['ThreadWorker', 'Worker', 'RestrictedWorker', 'ThreadWorkerPriority', 'Priority'];
    expect(names.map((name) => ohosWorker[name] === Reflect.get(worker, name))).toEqual(names.map(() => true));
    expect(ohosWorker.workerPort).toBeUndefined();
  });
});

describe('an import of @kit.ArkTS', () => {
  it('gives the worker module and both enums [A-60, A-62]', () => {
    const { worker, kit } = imports();
    expect([
      kit.worker === worker,
      kit.ThreadWorkerPriority === worker.ThreadWorkerPriority,
      kit.Priority === worker.Priority,
    ]).toEqual([true, true, true]);
  });

  it('leaves out what the module does not export either [A-61]', () => {
    const { kit } = imports();
    const names = ['GlobalScope', 'WorkerGlobalScope', 'MessageType', 'ErrorCallback'];
    expect(names.filter((name) => name in kit)).toEqual([]);
  });

  it('has no default export [A-62]', () => {
    expect(imports().kit.default).toBeUndefined();
  });

  it('refuses members of the kit that are not about workers, with the way to mock them [A-63]', () => {
    const { kit } = imports();
    expect(outcomeOf(() => kit.taskpool)).toMatch(/^threw FakeOhosWorkerError FOW_KIT_MEMBER_MISSING: /);
  });
});
