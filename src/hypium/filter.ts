import { Level, Size, TestType } from './attributes';

const levels = [0, 1, 2, 3, 4] as const;
const sizes = ['small', 'medium', 'large'] as const;
const testTypes = [
  ...(['function', 'performance', 'power', 'reliability', 'security', 'global'] as const),
  ...(['compatibility', 'user', 'standard', 'safety', 'resilience'] as const),
];

/** Which tests run: those that have all of this. What `-s level 0 -s size small` is on a device. */
export interface HypiumFilter {
  readonly level?: (typeof levels)[number];
  readonly size?: (typeof sizes)[number];
  readonly testType?: (typeof testTypes)[number];
}

/** The names and the values that a filter may have. */
export const filterValues = { level: levels, size: sizes, testType: testTypes } as const satisfies {
  readonly [K in keyof Required<HypiumFilter>]: readonly (string | number)[];
};

/** Whether a test with these attributes runs. One with none always does. */
export function isSelected(attributes: number, filter: HypiumFilter): boolean {
  const wanted = attributesOf(filter);
  return attributes === 0 || (attributes & wanted) === wanted;
}

function attributesOf({ level, size, testType }: HypiumFilter): number {
  return (
    (level === undefined ? 0 : Level[`LEVEL${level}`]) |
    (size === undefined ? 0 : Size[`${upper(size)}TEST`]) |
    (testType === undefined ? 0 : TestType[upper(testType)])
  );
}

function upper<T extends string>(text: T): Uppercase<T> {
  return text.toUpperCase() as Uppercase<T>;
}
