import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from '../world/support/inline-world';
import { outcomeOf } from '../world/support/outcome';

function imports() {
  const { world, worker } = inlineWorld({});
  const from = (name: '@ohos.worker' | '@kit.ArkTS') => world.mainKit.imports.get(name) as Record<string, unknown>;
  return { worker, ohosWorker: from('@ohos.worker'), kit: from('@kit.ArkTS') };
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

  it('has no default export [A-62]', () => {
    expect(imports().kit.default).toBeUndefined();
  });

  it('refuses members of the kit that are not about workers, with the way to mock them [A-63]', () => {
    const { kit } = imports();
    expect(outcomeOf(() => kit.taskpool)).toMatch(/^threw FakeOhosWorkerError FOW_KIT_MEMBER_MISSING: /);
  });
});
