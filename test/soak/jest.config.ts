/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const preset: Config = require('../../dist/jest-preset.js');

/** The soak runs on the built package, with its preset, on the DevEco project in `app/`. */
const config: Config = {
  ...preset,
  rootDir: __dirname,
  displayName: 'soak',
  transform: {
    '^.+\\.[jt]s$': [
      require.resolve('../../dist/ts-transformer.js'),
      { diagnostics: false, tsconfig: { isolatedModules: true } },
    ],
  },
  globals: { fakeOhosWorker: { project: { root: 'app' }, trace: { maxEvents: 500 } } },
  testTimeout: 600_000,
};

export default config;
