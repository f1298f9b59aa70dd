import { describe, expect, it, Level, TestType, when } from '../../../ohos-types/hypium-entry';

describe('the entry of the package', () => {
  it('has the types of hypium', TestType.FUNCTION | Level.LEVEL0, () => {
    expect(1).assertEqual(1);
    const name: string = when.name;
    expect(name).assertEqual('when');
  });
});
