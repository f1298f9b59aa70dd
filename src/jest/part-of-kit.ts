/** Marks a module of ours that has a part of a kit: the other members are stubs. */
export const partOfKit = Symbol.for('fake-ohos-worker.part-of-kit');
