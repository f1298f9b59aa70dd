import type { ElementsOf } from '../clone';
import { createAson } from './ason';
import { createSharedBuffer, createSharedViews } from './binary-collections';
import { createBitVector } from './bit-vector';
import { Indexed } from './indexed';
import { createSharedMap, createSharedSet } from './keyed-collections';
import { type CallingThread, Library } from './library';
import { createLocks } from './locks';
import { isStorable } from './sendable-class';
import { createSharedArray } from './shared-array';

/** What the modules `@arkts.collections`, `@arkts.utils` and `@arkts.lang` export, for all threads of a process. */
export interface ArkTS {
  readonly collections: object;
  readonly ArkTSUtils: object;
  /** Types alone. */
  readonly lang: object;
  readonly elementsOf: ElementsOf;
  /** Code of the user's was cut off: no callback looks at a collection any more. */
  forgetIterations(): void;
}

export function createArkTS(thread: () => CallingThread): ArkTS {
  const library = new Library(thread);
  const elements = new Indexed(library);
  const SharedArray = createSharedArray(library, elements);
  const SharedMap = createSharedMap(library);
  const SharedBuffer = createSharedBuffer(library);
  return {
    collections: {
      Array: SharedArray,
      Map: SharedMap,
      Set: createSharedSet(library),
      ArrayBuffer: SharedBuffer,
      ...createSharedViews(library, SharedBuffer),
      BitVector: createBitVector(library, elements),
    },
    ArkTSUtils: {
      ASON: createAson(library, { SharedArray, SharedMap }),
      locks: createLocks(library),
      isSendable: isStorable,
    },
    lang: {},
    elementsOf: elements.elementsOf,
    forgetIterations: () => library.forgetIterations(),
  };
}
