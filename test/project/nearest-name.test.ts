import { describe, expect, it } from '@jest/globals';
import { editDistance, nearestName } from '../../src/project/nearest-name';

describe('editDistance', () => {
  it.each([
    ['worker', 'worker', 0],
    ['worker', 'Worker', 0],
    ['wroker', 'worker', 1],
    ['ab', 'ba', 1],
    ['worke', 'worker', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });
});

describe('nearestName', () => {
  it('answers the nearest candidate, whatever its extension', () => {
    expect(nearestName('entry/ets/wroker.js', ['entry/ets/walker.ets', 'entry/ets/worker.ets'])).toBe(
      'entry/ets/worker.ets',
    );
  });

  it('answers the alphabetically first of two that are equally near', () => {
    expect(nearestName('b', ['c', 'a'])).toBe('a');
  });

  it('answers nothing when no candidate is close', () => {
    expect(nearestName('entry/ets/resize', ['entry/ets/compress'])).toBeUndefined();
  });
});
