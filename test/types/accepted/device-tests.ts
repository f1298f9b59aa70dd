// biome-ignore-all lint/complexity/noBannedTypes: as device tests are written
import {
  ArgumentMatchers,
  afterAll,
  afterEach,
  afterItSpecified,
  beforeAll,
  beforeEach,
  beforeItSpecified,
  DEFAULT,
  describe,
  expect,
  Hypium,
  it,
  Level,
  MockKit,
  Size,
  SysTestKit,
  TestType,
  when,
  xdescribe,
  xit,
} from '@ohos/hypium';

class Store {
  read(key: string): string {
    return key;
  }
}

export default function storeTest(): void {
  describe('storeTest', () => {
    beforeAll((done: () => void) => done());
    beforeEach(async () => {
      SysTestKit.actionStart(SysTestKit.getItName());
    });
    afterEach(() => SysTestKit.actionEnd(SysTestKit.getDescribeName()));
    afterAll(() => Hypium.unregisterAssert('isShort'));
    beforeItSpecified(['reads', 'waits'], () => Hypium.registerAssert(isShort));
    afterItSpecified('reads', () => undefined);

    it('reads', TestType.FUNCTION | Size.SMALLTEST | Level.LEVEL0, (done: Function) => {
      const store = new Store();
      const kit = new MockKit();
      const read = kit.mockFunc(store, store.read);
      when(read)(ArgumentMatchers.anyString).afterReturn('a');
      when(read)(ArgumentMatchers.matchRegexs(/b+/)).afterThrow('b');
      expect(store.read('a')).message('the text').assertEqual('a');
      expect('a').isShort();
      expect([1]).not().assertDeepEquals([2]);
      kit.verify('read', ['a']).atLeast(1);
      kit.clear(store);
      done();
    });
    it('waits', DEFAULT, async () => {
      await expect(Promise.resolve(1)).assertPromiseIsResolvedWith(1);
    });
    it('isDriven', 0, async (done: Function, data: { name: string }) => {
      expect(data.name.length).assertLargerOrEqual(0);
      done();
    });
    xit('isLeftOut', 0, () => expect().assertFail());
    xdescribe.reason('not yet')('later', () => undefined);
  });
}

function isShort(actual: string): { pass: boolean; message: string } {
  return { pass: actual.length < 5, message: 'it is long' };
}
