/** What cloning needs from Node. */
export interface ClonePrimitives {
  /** Node's `util.types`. */
  readonly types: typeof import('node:util').types;
  /** Node's, used only to detach (transfer) a buffer and to get a second object on shared memory. */
  readonly structuredClone: typeof structuredClone;
}
