import { createRequire } from 'node:module';
import { join } from 'node:path';

/** From the project in which the package, Jest and ts-jest are installed. */
export const project = join(String(process.env.FOW_BENCH_PROJECT), '..', 'jest');

export const requireFromProject = createRequire(join(project, 'package.json'));
