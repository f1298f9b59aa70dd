import type * as ohos from '@ohos/hypium';
import { type Assert, DEFAULT, describe, expect, it, Level, MockKit, SysTestKit, when } from 'fake-ohos-worker/hypium';

export const isSame: [typeof ohos.it, typeof ohos.MockKit] = [it, MockKit];
export const level: ohos.Level = Level.LEVEL0;

export default function storeTest(): void {
  describe('store', () => {
    it('reads', level, () => {
      const store = { read: (key: string): string => key };
      when(new MockKit().mockFunc(store, store.read))('a').afterReturn('b');
      const assert: Assert = expect(store.read('a')).not();
      assert.assertEqual(SysTestKit.getItName());
    });
    // @ts-expect-error the function is missing
    it('waits', DEFAULT);
  });
}

// @ts-expect-error it has no such name
export type A = import('fake-ohos-worker/hypium').Tests;
