import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repoFolder } from '../e2e/support/places';

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/README.md'],
  ...readdirSync(join(repoFolder, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.replaceAll('\\', '/')}`),
];

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(repoFolder, document), 'utf8');

  it('has no link that leads nowhere', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);

    expect(links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(document, link))).toEqual([]);
  });

  it('has no trailing spaces', () => {
    expect(text.split('\n').filter((line) => line !== line.trimEnd())).toEqual([]);
  });
});

function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? join(repoFolder, from) : join(repoFolder, dirname(from), path);
  if (relative(repoFolder, target).startsWith('..') || !existsSync(target)) return false;
  return anchor === undefined || anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
}

/** As GitHub makes them from headings. */
function anchorsOf(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
