/** What a tested project installs, within the ranges that this package supports. */
export function wantedPackages(ownVersion: string): Readonly<Record<string, string>> {
  return {
    '@jest/globals': '^30.0.0',
    '@types/node': '^20.0.0',
    'fake-ohos-worker': `^${ownVersion}`,
    jest: '^30.0.0',
    'ts-jest': '^29.4.0',
    typescript: '^6.0.0',
  };
}
