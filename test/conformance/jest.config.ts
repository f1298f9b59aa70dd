/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const preset: Config = require('../../dist/jest-preset.js');

/** The checks run against the built package, with its preset, on the DevEco project in `app/`. */
const config: Config = {
  ...preset,
  rootDir: __dirname,
  displayName: 'conformance',
  maxWorkers: '100%',
  transform: {
    '^.+\\.[jt]s$': [
      require.resolve('../../dist/ts-transformer.js'),
      { diagnostics: false, tsconfig: { experimentalDecorators: true, isolatedModules: true } },
    ],
  },
  globals: { fakeOhosWorker: { project: { root: 'app' }, leaks: 'ignore' } },
};

export default config;
