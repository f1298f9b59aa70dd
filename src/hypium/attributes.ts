/** What a test is for; the second argument of `it` adds up one of each. The values are the platform's. */
export enum TestType {
  FUNCTION = 1 << 0,
  PERFORMANCE = 1 << 1,
  POWER = 1 << 2,
  RELIABILITY = 1 << 3,
  SECURITY = 1 << 4,
  GLOBAL = 1 << 5,
  COMPATIBILITY = 1 << 6,
  USER = 1 << 7,
  STANDARD = 1 << 8,
  SAFETY = 1 << 9,
  RESILIENCE = 1 << 10,
}

/** How much of a system a test needs. */
export enum Size {
  SMALLTEST = 1 << 16,
  MEDIUMTEST = 1 << 17,
  LARGETEST = 1 << 18,
}

/** How important a test is; 0 is the most important. */
export enum Level {
  LEVEL0 = 1 << 24,
  LEVEL1 = 1 << 25,
  LEVEL2 = 1 << 26,
  LEVEL3 = 1 << 27,
  LEVEL4 = 1 << 28,
}

/** A test that says nothing of itself. */
export const DEFAULT = 0;
