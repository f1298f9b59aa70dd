import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { projectIn } from './support/places';
import { runJest } from './support/run-jest';

it('a test that fails leaves its trace as a page, and says where', async () => {
  const run = await runJest('debugging', ['--config=html.config.js'], { jest: 30 });
  const folder = 'worker-traces/entry/src/failing/fails.ts';
  const shown = run.output.match(/(?<=^\s*trace: ).*$/gm) ?? [];

  const pages = ['fails_ a_b (2).html', 'fails_ a_b.html', 'fails by an error that nobody hears.html'];
  expect([...new Set(shown)].sort()).toEqual(pages.map((page) => `${folder}/${page}`).sort());
  expect(readdirSync(join(projectIn(30, 'debugging'), folder)).sort()).toEqual([...pages].sort());
  const page = readFileSync(join(projectIn(30, 'debugging'), folder, 'fails_ a_b.html'), 'utf8');
  expect(page).toContain('"test":{"file":"entry/src/failing/fails.ts","name":"fails: a/b"}');
  expect(page).not.toContain('</script><b>');
}, 60_000);
