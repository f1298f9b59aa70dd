import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { fixturesFolder } from './support/places';
import { runJest } from './support/run-jest';

const scripts = readdirSync(join(fixturesFolder, 'script-corpus/entry/src/main/ets/workers'));
const layouts = readdirSync(join(fixturesFolder, 'layout-corpus'), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

it('runs worker scripts in the manners of real apps', async () => {
  const run = await runJest('script-corpus', [], { jest: 30 });
  const tests = Object.values(run.files).flatMap((file) => Object.entries(file.tests));

  expect(tests.filter(([, { status }]) => status !== 'passed')).toEqual([]);
  expect(tests.map(([name]) => name).sort()).toEqual(scripts.sort());
  expect(scripts.length).toBeGreaterThanOrEqual(60);
}, 180_000);

it('finds the workers of projects of all layouts', async () => {
  const run = await runJest('layout-corpus', [], { jest: 30 });
  const tests = Object.values(run.files).flatMap((file) => Object.entries(file.tests));
  const folders = Object.keys(run.files).map((file) => file.split('/')[1]);

  expect(tests.filter(([, { status }]) => status !== 'passed')).toEqual([]);
  expect([...new Set(folders)].sort()).toEqual(layouts.map(({ name }) => name).sort());
  expect(layouts.length).toBeGreaterThanOrEqual(30);
}, 180_000);
