import type { ClonePrimitives } from './clone-primitives';
import type { Prototypes } from './prototypes';

/** What all messages into this realm have in common. */
export interface Receiver extends ClonePrimitives {
  readonly prototypes: Prototypes;
}
