/** Where our Jest runtime leaves the bridge: a property of the test environment's global object. */
export const bridgeKey: unique symbol = Symbol.for('fake-ohos-worker.bridge') as never;

/** Where a worker's realm keeps what the module that `@ohos.worker` maps to answers. */
export const platformModuleKey: unique symbol = Symbol.for('fake-ohos-worker.platform-module') as never;
