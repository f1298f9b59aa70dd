import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure } from '../../measure';

/** Inside the project in which Jest is installed, so that it finds its modules there. */
const projects = join(String(process.env.FOW_BENCH_PROJECT), '..', 'jest', 'empty');

/** The Jest CLI in a project of its own with one test that does nothing; a reply is a run that passed. */
export function runEmptyTest(name: string, config: object): Measure {
  const folder = join(projects, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'empty.test.ts'), "import { test } from '@jest/globals';\n\ntest('nothing', () => {});\n");
  const jest = join(projects, '..', 'node_modules', 'jest', 'bin', 'jest.js');
  const run = () => spawnSync(process.execPath, [jest, '--runInBand'], { cwd: folder, encoding: 'utf8' });
  return (operations) => {
    let passed = 0;
    const start = performance.now();
    for (let done = 0; done < operations; done++) {
      if (run().stderr.includes('1 passed')) passed++;
    }
    return { milliseconds: performance.now() - start, replies: passed };
  };
}
