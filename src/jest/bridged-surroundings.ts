import type { Surroundings, World } from '../world';
import type { JestBridge } from './bridge';
import { refuseConcurrentTest } from './concurrent-test';
import { equalityOf } from './equality';
import { FakeTimers } from './fake-timers';
import { type ImportStack, ModuleRealm } from './module-realm';
import { ownsFile } from './own-files';
import { ScopeReport } from './scope-report';
import { currentJest, loadInTest, printConsole } from './test-realm';

/** What the world needs, from our Jest runtime. */
export function bridgedSurroundings(bridge: JestBridge, imports: ImportStack, world: () => World): Surroundings {
  const { stepper } = bridge;
  const report = new ScopeReport(world, (folder, test, trace) => bridge.writeTracePage(folder, test, trace));
  bridge.scopes.listener = {
    mayStillReject: () => world().session.app.workers.length > 0,
    scopeEnded: (scope, failures) => report.scopeEnded(scope, failures),
  };
  bridge.onUnhandledRejection = (realm, reason, promise) => {
    const worker = world().workerOf(realm);
    if (worker !== undefined) world().session.reportRejection(worker, reason, promise);
  };
  bridge.onTimersFaked = () => world().time.followLatest();
  return {
    primitives: bridge.primitives,
    createRealm: (request, isolation) =>
      isolation === 'context'
        ? bridge.createRealm(request)
        : new ModuleRealm(request, imports, currentJest(), loadInTest, bridge.watchdog),
    openProject: (root) => bridge.openProject(root),
    isOwnFile: ownsFile,
    sourceOf: (compiled) => bridge.sourceOf(compiled),
    watchdog: bridge.watchdog,
    options: bridge.options,
    currentScope: () => {
      if (bridge.scopes.hasConcurrentTests) refuseConcurrentTest(bridge.expect?.getState());
      bridge.assertRunnerIsHeard();
      return bridge.scopes.current;
    },
    nextTurn: bridge.time.nextTurn,
    realNow: stepper === undefined ? bridge.time.now : () => bridge.time.now() - stepper.stoodStill,
    realDate: bridge.time.date,
    activeResources: bridge.time.activeResources,
    fakeTime: new FakeTimers(globalThis as object),
    later: bridge.time.later,
    equals: equalityOf(() => bridge.expect),
    print: printConsole,
    warn: (text) => console.warn(text),
    debugger: stepper,
    env: process.env,
  };
}
