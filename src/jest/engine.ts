import { Sendable } from '../arkts';
import { describeProblem } from '../base';
import type { PlatformImport } from '../ohos/guest';
import { calledInWorker, type Surroundings, Workers, World } from '../world';
import type { ExtensibleExpect, JestBridge } from './bridge';
import { bridgeKey, platformImportKey } from './bridge-keys';
import { bridgedSurroundings } from './bridged-surroundings';
import { createMatchers } from './matchers/create-matchers';
import { ImportStack } from './module-realm';
import { hideOwnFrames } from './own-frames';
import { plainSurroundings } from './plain-surroundings';
import { snapshotSerializers } from './snapshot-serializers';

/** Where the engine of a test file is kept: modules come and go with `jest.resetModules`, the world does not. */
const engineKey: unique symbol = Symbol.for('fake-ohos-worker.engine') as never;

export interface Engine {
  readonly world: World;
  readonly workers: Workers;
  readonly imports: ImportStack;
}

type Anchor = {
  [engineKey]?: Engine;
  [bridgeKey]?: JestBridge;
  [platformImportKey]?: unknown;
  readonly expect?: ExtensibleExpect;
};

/** The one engine of this test file, made when it is first needed. */
export function engine(): Engine {
  const anchor = globalThis as Anchor;
  if (anchor[platformImportKey] !== undefined) throw calledInWorker();
  const known = anchor[engineKey];
  if (known !== undefined) return known;
  const created = createEngine(anchor[bridgeKey]);
  Object.defineProperty(globalThis, engineKey, { value: created, configurable: true });
  return created;
}

/** What an import gives in the test's realm: what it gives the worker that is being loaded there, if one is. */
export function importInTest(name: PlatformImport): object {
  const { world, imports } = engine();
  return imports.answer(name) ?? world.mainKit.imports.get(name);
}

function createEngine(bridge: JestBridge | undefined): Engine {
  hideOwnFrames(Error);
  if (bridge?.problem !== undefined) console.warn(describeProblem(bridge.problem));
  if (bridge === undefined) {
    Object.defineProperty(globalThis, 'Sendable', { value: Sendable, writable: true, configurable: true });
  }
  const imports = new ImportStack();
  const surroundings: Surroundings =
    bridge === undefined ? plainSurroundings(imports, () => world) : bridgedSurroundings(bridge, imports, () => world);
  const world = createWorld(surroundings, bridge);
  const workers = new Workers(world);
  equip(bridge?.expect ?? (globalThis as Anchor).expect, world, workers);
  return { world, workers, imports };
}

/** An option may be wrong; then nobody is there to hear of scopes. */
function createWorld(surroundings: Surroundings, bridge: JestBridge | undefined): World {
  try {
    return new World(surroundings);
  } catch (error) {
    if (bridge !== undefined) bridge.scopes.listener = undefined;
    throw error;
  }
}

function equip(expect: ExtensibleExpect | undefined, world: World, workers: Workers): void {
  expect?.extend(createMatchers(world, workers));
  for (const serializer of snapshotSerializers) expect?.addSnapshotSerializer?.(serializer);
}
