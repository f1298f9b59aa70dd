import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ToolError } from '../../base';

/**
 * The command line of the Jest that the project in a folder has.
 *
 * @throws ToolError `FOW_NO_JEST`
 */
export function findJest(cwd: string): string {
  try {
    return createRequire(join(cwd, 'package.json')).resolve('jest/bin/jest');
  } catch {
    throw new ToolError({
      code: 'FOW_NO_JEST',
      summary: `No Jest is installed for ${cwd}`,
      facts: ['looked in: node_modules of that folder and of the folders above it'],
      hint: 'npm install --save-dev jest, or call the command in the folder of the Jest config.',
    });
  }
}
