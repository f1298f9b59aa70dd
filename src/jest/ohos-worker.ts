import { platformModule } from './engine';

/**
 * What `@ohos.worker` maps to. The default export is the native exports object; named imports see the same
 * values.
 */
const worker = platformModule() as Record<string, unknown>;
const names = Object.getOwnPropertyNames(worker);

module.exports = Object.defineProperties(
  {},
  {
    __esModule: { value: true },
    default: { value: worker, enumerable: true },
    ...Object.fromEntries(names.map((name) => [name, { get: () => worker[name], enumerable: true }])),
  },
);
