import { isToolError, ToolError } from '../base';
import type { Realm, RealmRequest, SourcePosition } from '../realm';
import { createRealmKit } from './guest';
import type { StandIn } from './worker-script';

/** Where a stand-in runs: the test's realm, in which nothing is the worker's own but the platform's module. */
export class StandInRealm implements Realm {
  readonly isolated = false;
  readonly guest: unknown = { createRealmKit };
  readonly global = globalThis;

  constructor(
    private readonly request: RealmRequest,
    private readonly standIn: StandIn,
  ) {}

  defineGlobals(): void {}

  run(): unknown {
    const { default: worker } = this.request.importOf('@ohos.worker') as { default: Parameters<StandIn>[0] };
    return this.standIn(worker);
  }

  require(name: string): unknown {
    throw new ToolError({
      code: 'FOW_NO_OWN_MODULES',
      summary: `Cannot look up ${JSON.stringify(name)} in ${this.request.name}: it runs a stand-in`,
      facts: ['a stand-in is code of the test; the modules that it uses are the test’s'],
      hint: 'import the module in the test, and spy on it there.',
    });
  }

  drain(): void {}

  /** The test's realm keeps no call sites. */
  framesOf(): readonly SourcePosition[] {
    return [];
  }

  /** A wrong use of the tool is the test's to mend, and no error of a worker. */
  isLoadFailure(error: unknown): boolean {
    return isToolError(error);
  }

  dispose(): void {}
}
