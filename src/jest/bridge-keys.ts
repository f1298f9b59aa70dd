/** Where our Jest runtime leaves the bridge: a property of the test environment's global object. */
export const bridgeKey: unique symbol = Symbol.for('fake-ohos-worker.bridge') as never;

/** Where a worker's realm keeps the function that answers its imports of the platform's modules. */
export const platformImportKey: unique symbol = Symbol.for('fake-ohos-worker.platform-import') as never;

/** Where a worker's realm keeps the function that gives the test's instance of a shared module. */
export const sharedModuleKey: unique symbol = Symbol.for('fake-ohos-worker.shared-module') as never;
