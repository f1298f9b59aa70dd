import { beforeEach, expect, test } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import index from '../main/js/MainAbility/pages/index/index';

/** As the framework makes a page: the data become its properties. */
let page;

beforeEach(() => {
  page = { ...index, ...index.data };
  page.onInit();
});

test('counts primes while the page shows that it is busy', () => {
  page.count(30);
  expect(page.text).toBe('…');
  workers.run();

  expect(page.text).toBe('10 primes');
  page.onDestroy();
  workers.run();
});

test('the worker ends with the page', () => {
  const wk = page.worker;
  workers.run();
  expect(wk).toBeRunning();
  page.onDestroy();
  workers.run();

  expect(wk).toHaveExitedWith(0);
  expect(page.worker).toBeNull();
  expect(workers).toHaveNoLeaks();
});
