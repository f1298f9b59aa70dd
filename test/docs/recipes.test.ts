import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript-5.9';
import { repoFolder } from '../e2e/support/places';
import { checkDocument } from './support/check-document';
import { DocumentProject } from './support/document-project';
import { readDocument } from './support/read-document';

const text = readFileSync(join(repoFolder, 'docs/recipes.md'), 'utf8');

checkDocument('docs/recipes.md');

it('has a link to each recipe at the top', () => {
  const [contents = '', ...recipes] = text.split(/^### /m);
  const linked = [...contents.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);

  const titles = recipes.map((recipe) => recipe.slice(0, recipe.indexOf('\n')));
  const anchors = titles.map((title) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  expect(linked).toEqual(['the-project', ...anchors]);
});

it('has no errors of type under the older TypeScript either', () => {
  const project = new DocumentProject();
  const sources = readDocument(text).flatMap((step) => (step.kind === 'file' ? [step] : []));
  for (const source of sources) project.write(source.path, source.text);
  const paths = sources.map(({ path }) => path).filter((path) => path.endsWith('.ts'));

  expect(typeErrors(project.folder, paths)).toEqual([]);
  project.remove();
}, 240_000);

/** What `tsc` would print for files of a project without a tsconfig.json, with the preset's declarations. */
function typeErrors(folder: string, paths: readonly string[]): string[] {
  const types = ['index.d.ts', 'timers.d.ts'].map((name) => `node_modules/fake-ohos-worker/ohos-types/${name}`);
  const files = [...types, ...paths].map((path) => join(folder, path));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    esModuleInterop: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
