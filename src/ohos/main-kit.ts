import { createRealmKit, type RealmKit, type ThreadRules } from './guest';
import { hostMethods, portMethods, timerFunctions } from './guest/rules';
import { createModuleParts } from './guest/worker-module';
import { ModuleAssembler } from './module-assembler';

/**
 * The kit of the test's realm. Test code holds on to its classes for the whole file, while processes come and go: what
 * they do is looked up in the current process at each call.
 */
export function createMainKit(current: () => ThreadRules, apiVersion: number): RealmKit {
  const kit = createRealmKit({ rules: delegate(current), workerName: '', globals: undefined });
  new ModuleAssembler(apiVersion).assemble(kit.module, undefined, '');
  return kit;
}

/** From now on the imports of the test's realm give the module of a device of another API level. */
export function renewMainModule(kit: RealmKit, current: () => ThreadRules, apiVersion: number): void {
  const parts = createModuleParts(delegate(current));
  new ModuleAssembler(apiVersion).assemble(parts, undefined, '');
  kit.imports.show(parts);
}

function delegate(current: () => ThreadRules): ThreadRules {
  return {
    arkts: (member) => current().arkts(member),
    refuseKitMember: (name) => current().refuseKitMember(name),
    construct: (kind, self, args) => current().construct(kind, self, args),
    host: collect(hostMethods, (name) => (self: unknown, args: readonly unknown[]) => current().host[name](self, args)),
    port: collect(portMethods, (name) => (args: readonly unknown[]) => current().port[name](args)),
    timers: collect(timerFunctions, (name) => (args: readonly unknown[]) => current().timers[name](args)),
  };
}

function collect<N extends string, F>(names: readonly N[], make: (name: N) => F): Record<N, F> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<N, F>;
}
