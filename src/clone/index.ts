/** Copies messages from any realm into any other, as OpenHarmony's encoder would (`spec/serialization.md`). */

export type { ClonePrimitives, ElementsOf } from './clone-primitives';
export type { CloneFailure, CloneNote, CloneResult } from './clone-result';
export { type Clone, type CloneOptions, createClone, sharing } from './create-clone';
export { isSendable, markCommonClass, markSendable } from './sendable';
