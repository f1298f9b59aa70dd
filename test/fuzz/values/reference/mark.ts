/** The mark of Sendables: a convention between the product and whoever makes Sendables. */
export const MARK = Symbol.for('fake-ohos-worker.sendable');
