import type { ToolError } from '../base';
import type { Fault } from '../ohos';
import type { World } from './world';

/** A fault that waits, and what the test is told if nothing uses it up. */
interface Injection {
  readonly fault: Fault;
  readonly scope: object;
  readonly unused: ToolError;
}

/** The faults that the test has injected, until the scope is over in which it did. */
export class Injections {
  #all: Injection[] = [];

  constructor(private readonly world: World) {}

  add(fault: Fault, unused: ToolError): void {
    const { faults } = this.world.session.app;
    faults.add(fault);
    this.#all.push({ fault, scope: this.world.surroundings.currentScope(), unused });
    this.world.untilScopeEnds(() => {
      faults.remove(fault);
      this.#all = this.#all.filter((injection) => injection.fault !== fault);
    });
  }

  /** Of a scope that is over: why its test fails. */
  takeUnused(scope: object): ToolError[] {
    const { faults } = this.world.session.app;
    const over = this.#all.filter((injection) => injection.scope === scope);
    return over.filter(({ fault }) => faults.remove(fault)).map(({ unused }) => unused);
  }
}
