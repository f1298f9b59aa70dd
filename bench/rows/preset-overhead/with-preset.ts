import { runEmptyTest } from './run-empty-test';

export const measure = runEmptyTest('with-preset', { preset: 'fake-ohos-worker' });
