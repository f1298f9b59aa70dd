import type { JestEnvironment } from '@jest/environment';
import type { VmContext } from '../realm';

type ModuleMocker = NonNullable<JestEnvironment['moduleMocker']>;

/** As much of a Jest environment as a runtime needs to load modules into a worker's context. */
export function createWorkerEnvironment(host: JestEnvironment, vm: VmContext): JestEnvironment {
  const Mocker = (host.moduleMocker as ModuleMocker).constructor as new (global: typeof globalThis) => ModuleMocker;
  let context: ReturnType<JestEnvironment['getVmContext']> = vm.context;
  return {
    global: vm.global as unknown as JestEnvironment['global'],
    fakeTimers: null,
    fakeTimersModern: null,
    // Its own: tearing a runtime down restores all mocks of its mocker.
    moduleMocker: new Mocker(vm.global),
    getVmContext: () => context,
    exportConditions: () => host.exportConditions?.() ?? [],
    setup: async () => undefined,
    teardown: async () => {
      context = null;
    },
  };
}
