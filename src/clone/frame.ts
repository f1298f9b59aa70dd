import type { Lock } from './lock';
import type { PrototypePlan } from './prototype-plan';
import type { Ticket } from './ticket';

/**
 * How the copies of a frame get into its target:
 * - `record`: each at once, by plain assignment to a property that exists already;
 * - `array`: `values` *is* the target, copies replace sources in place;
 * - `map` (keys and values alternate) and `set`: added in order when all are there;
 * - `fields`: defined with the attributes of `layout`.
 */
export type FrameShape = 'record' | 'array' | 'map' | 'set' | 'fields';

/** The own properties of an object with all that isn't their values. */
export interface FieldLayout {
  readonly keys: readonly string[];
  /** The source's descriptors, one a key. */
  readonly attributes: readonly PropertyDescriptor[];
  readonly lock: Lock;
  /** Marked as a Sendable itself, not through its class. */
  readonly marked: boolean;
  readonly prototype: PrototypePlan;
}

/** An object whose content is being copied. The frames of a walk are its stack, so depth costs no native stack. */
export class Frame {
  /** The slot of `values` that is being filled. */
  index = -1;

  constructor(
    readonly shape: FrameShape,
    readonly target: object | Ticket,
    /** The property keys that belong to `values`, for `record` and `fields`. */
    readonly keys: readonly string[],
    /** What stands in the source; replaced in place by what arrives. */
    readonly values: unknown[],
    readonly layout: FieldLayout | undefined,
    /** What is done to the target when it's complete. */
    readonly lock: Lock,
    /** The frame that goes on when this one is done. */
    readonly below: Frame | undefined,
    /** The frame whose current slot this object stands in: the way to the root of the message. */
    readonly at: Frame | undefined,
    /** Holds a buffer that is moved when the walk has ended: it's closed only then. */
    public late: boolean,
  ) {}
}
