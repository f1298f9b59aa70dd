import { platformModule } from './platform-module';

/**
 * What `@ohos.worker` maps to. The default export is the native exports object; named imports see the same
 * values.
 */
const worker = platformModule();
const interop: object = Object.create(null, {
  __esModule: { value: true },
  default: { value: worker, enumerable: true },
});
for (const name of Object.getOwnPropertyNames(worker)) {
  Object.defineProperty(interop, name, { get: () => worker[name], enumerable: true });
}
module.exports = interop;
