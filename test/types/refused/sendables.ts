import { ArkTSUtils, collections } from '@kit.ArkTS';

const numbers = new collections.Array(1, 2);
// @ts-expect-error the length can't be set
numbers.length = 0;
// @ts-expect-error not an element of this array
numbers.push('three');
// @ts-expect-error a class, not a function
collections.Map();
// @ts-expect-error not a class
Sendable({});
// @ts-expect-error an ordinary array is none
const array: collections.Array<number> = [1];
// @ts-expect-error no such mode
new ArkTSUtils.locks.AsyncLock().lockAsync(() => array, 'EXCLUSIVE');
