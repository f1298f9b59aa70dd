import type { ToolError } from '../base';
import { type Fault, Faults } from '../ohos';
import type { World } from './world';

/** The faults that the test has injected. Each waits until it is used up, its scope is over or the process is reset. */
export class Injections {
  /** Those that wait, for whichever process of the scope comes to what they spoil. */
  readonly faults = new Faults();
  readonly #givenUp = new WeakSet<Fault>();

  constructor(private readonly world: World) {}

  /** @param unused what the test is told if nothing uses it up. */
  add(fault: Fault, unused: ToolError): void {
    this.faults.add(fault);
    this.world.arrangements.add(unused, () => !this.faults.has(fault) && !this.#givenUp.has(fault));
    this.world.untilScopeEnds(() => this.faults.remove(fault));
  }

  /** None of those that wait takes effect any more. */
  giveUp(): void {
    for (const fault of this.faults.takeAll()) this.#givenUp.add(fault);
  }
}
