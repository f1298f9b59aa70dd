/** What cloning needs from the engine outside the realm. */
export interface ClonePrimitives {
  /** Node's `util.types`. */
  readonly types: typeof import('node:util').types;
  /** Node's, used only to detach (transfer) a buffer and to get a second object on shared memory. */
  readonly structuredClone: typeof structuredClone;
}
