/** The data that ArkTS threads share: `@Sendable` classes, `collections` and `ArkTSUtils`. */

export { type ArkTS, createArkTS } from './create-arkts';
export type { CallingThread } from './library';
export { Sendable } from './sendable-class';
