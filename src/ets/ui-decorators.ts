/**
 * The decorators of ArkUI and of `taskpool`: known to the platform's bundler alone, without an import and without a value
 * at run time. `@Sendable` is not among them: it has one.
 */
export const uiDecorators: ReadonlySet<string> = new Set([
  ...['Entry', 'Component', 'ComponentV2', 'CustomDialog', 'Preview', 'Reusable', 'ReusableV2'],
  ...['Observed', 'ObservedV2', 'Track', 'Trace', 'Type'],
  ...['State', 'Prop', 'Link', 'ObjectLink', 'Provide', 'Consume', 'Watch', 'Require'],
  ...['StorageLink', 'StorageProp', 'LocalStorageLink', 'LocalStorageProp'],
  ...['Local', 'Param', 'Once', 'Event', 'Provider', 'Consumer', 'Monitor', 'Computed', 'Env', 'SyncMonitor'],
  ...['Builder', 'LocalBuilder', 'BuilderParam', 'Styles', 'Extend', 'AnimatableExtend'],
  ...['Concurrent'],
]);

/** The decorators of functions that describe a user interface. */
export const builderDecorators: ReadonlySet<string> = new Set([
  'Builder',
  'LocalBuilder',
  'Styles',
  'Extend',
  'AnimatableExtend',
]);

/** The methods of a `struct` that do. */
export const builderMethods: ReadonlySet<string> = new Set(['build', 'pageTransition']);
