import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repoFolder } from '../e2e/support/places';
import { checkDocument } from './support/check-document';
import { DocumentProject, packPackage } from './support/document-project';

checkDocument('README.md');

it('shows the trace that the example prints', async () => {
  const packageFolder = await packPackage();
  const project = new DocumentProject(packageFolder);
  project.copy(join(repoFolder, 'examples/stage-model'));
  const [, trace = ''] = /^```text\n(.*?)\n```$/ms.exec(readFileSync(join(repoFolder, 'README.md'), 'utf8')) ?? [];

  const { output } = await project.jest([]);

  expect(output).toContain(['  console.log', ...trace.split('\n').map((line) => `    ${line}`)].join('\n'));
  project.remove();
  rmSync(dirname(packageFolder), { recursive: true, force: true });
}, 240_000);
