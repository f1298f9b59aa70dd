import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repoFolder } from '../e2e/support/places';

/** A code block, the path on the line above one, or the mark of a project. */
const example = /^```.*?^```$|^`[\w./-]+\.\w+`(?=$|:|：)|^<!-- [^\n]* -->$/gms;
const codeBlock = /^```.*?^```$/gms;

const english = readFileSync(join(repoFolder, 'README.md'), 'utf8');
const chinese = readFileSync(join(repoFolder, 'README.zh-CN.md'), 'utf8');

describe('README.zh-CN.md, compared with README.md,', () => {
  it('is one link away, in both directions', () => {
    expect(english.split('\n')[0]).toBe('English | [简体中文](README.zh-CN.md)');
    expect(chinese.split('\n')[0]).toBe('[English](README.md) | 简体中文');
  });

  it('has as many sections, of the same levels', () => {
    expect(headingsOf(chinese).map(levelOf)).toEqual(headingsOf(english).map(levelOf));
  });

  it('shows the same files, commands and other code blocks, in the same order', () => {
    const shown = english.match(example) ?? [];

    expect(shown).toContain('`entry/src/test/worker.test.ts`');
    expect(chinese.match(example)).toEqual(shown);
  });

  it('names the same code in each section, in as many paragraphs and table rows', () => {
    expect(sectionsOf(chinese).map(outlineOf)).toEqual(sectionsOf(english).map(outlineOf));
  });

  it('links to the same places in the same order, to its own sections by their Chinese names', () => {
    const anchors = headingsOf(chinese).map(anchorOf);
    const translated = linksOf(english).map((link) => {
      if (!link.startsWith('#')) return link;
      return `#${anchors[headingsOf(english).map(anchorOf).indexOf(link.slice(1))]}`;
    });

    expect(linksOf(chinese).slice(1)).toEqual(translated.slice(1));
  });

  it('has no link that leads to no file', () => {
    const paths = linksOf(chinese).map((link) => link.replace(/#.*$/, ''));

    expect(paths.filter((path) => !existsSync(join(repoFolder, path)))).toEqual([]);
  });

  it('has no trailing spaces', () => {
    expect(chinese.split('\n').filter((line) => line !== line.trimEnd())).toEqual([]);
  });
});

function headingsOf(markdown: string): string[] {
  return markdown.replace(codeBlock, '').match(/^#+ .*$/gm) ?? [];
}

function levelOf(heading: string): number {
  return heading.indexOf(' ');
}

/** As GitHub makes it from a heading in any language. */
function anchorOf(heading: string): string {
  const text = heading.slice(levelOf(heading) + 1).toLowerCase();
  return text.replace(/[^\p{L}\p{N}_\- ]/gu, '').replaceAll(' ', '-');
}

function linksOf(markdown: string): string[] {
  return [...markdown.replace(codeBlock, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}

/** What follows each heading, without code blocks. */
function sectionsOf(markdown: string): string[] {
  return markdown
    .replace(codeBlock, '')
    .split(/^#+ .*$/m)
    .slice(1);
}

/** What a section has in any language. Which word comes first does not matter, nor how often. */
function outlineOf(section: string): { readonly code: string[]; readonly paragraphs: number; readonly rows: number } {
  return {
    code: [...new Set(section.match(/`[^`\n]+`/g))].sort(),
    paragraphs: section.split(/\n{2,}/).length,
    rows: section.match(/^\|/gm)?.length ?? 0,
  };
}
