/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const shared = {
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/examples/', '<rootDir>/test/fixtures/'],
  transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
} satisfies Config;

const config: Config = {
  // Jest's own default leaves one core free, half of a machine with two.
  maxWorkers: '100%',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/conformance/',
        '<rootDir>/test/e2e/',
        '<rootDir>/test/docs/',
        '<rootDir>/test/page/',
        '<rootDir>/test/fixtures/',
        '<rootDir>/test/soak/',
      ],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['e2e', 'docs', 'page'].map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
      globalSetup: '<rootDir>/test/e2e/support/prepare.ts',
    },
  ],
};

export default config;
