import { expect, it } from '@jest/globals';
import { repoFolder } from './support/places';
import { runCommand } from './support/run-command';

it('a tenth of the soak leaves nothing behind', async () => {
  const jest = ['node_modules/jest/bin/jest.js', '-c', 'test/soak/jest.config.ts', '--runInBand'];
  const env = { ...process.env, FOW_SOAK_SCALE: '0.1' };
  const { exitCode, stderr } = await runCommand(process.execPath, ['--expose-gc', ...jest], { cwd: repoFolder, env });
  expect(stderr).toContain('3 passed, 3 total');
  expect(exitCode).toBe(0);
}, 180_000);
