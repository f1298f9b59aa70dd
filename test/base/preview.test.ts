import { createHook } from 'node:async_hooks';
import { afterEach, expect, it } from '@jest/globals';
import { preview } from '../../src/base';

const hook = createHook({ init() {} });

afterEach(() => {
  hook.disable();
});

it('preview shows a promise without what it carries while async_hooks are in use', () => {
  hook.enable();
  const promise = Promise.resolve(1);
  expect(Object.getOwnPropertySymbols(promise)).not.toEqual([]);
  expect(preview(promise)).toBe('Promise {}');
});
