export { ArgumentMatchers } from './argument-matchers';
export { DEFAULT, Level, Size, TestType } from './attributes';
export { createHypium, type HypiumModule, type HypiumOptions } from './create-hypium';
export { filterValues } from './filter';
export { when } from './mock-function';
export { MockKit } from './mock-kit';
export { type HookKind, noTestRunner, type TestRunner } from './test-runner';
