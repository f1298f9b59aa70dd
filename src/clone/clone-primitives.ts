/** The elements of a Sendable that is a proxy, and how another one of its class is put around elements. */
export interface ProxiedElements {
  readonly items: readonly unknown[];
  readonly around: (items: unknown[]) => object;
}

/** Answers `undefined` for any other proxy, without running its traps. */
export type ElementsOf = (proxy: object) => ProxiedElements | undefined;

/** What cloning needs from Node, and from the Sendables of the platform. */
export interface ClonePrimitives {
  /** Node's `util.types`. */
  readonly types: typeof import('node:util').types;
  /** Node's, used only to detach (transfer) a buffer and to get a second object on shared memory. */
  readonly structuredClone: typeof structuredClone;
  /** Node's `util.inspect`. */
  readonly inspect: (value: unknown, options: import('node:util').InspectOptions) => string;
  /** The names of an object's `#private` fields. Absent: these aren't looked for. */
  readonly privateNamesOf?: (object: object) => readonly string[];
  /** Absent where there are no Sendables that are proxies. */
  readonly elementsOf?: ElementsOf;
}
