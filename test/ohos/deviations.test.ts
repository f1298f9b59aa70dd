import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deviations } from '../../src/ohos/deviations';
import { ruleIds } from './rule-ids';
import { untestedRules } from './untested-rules';

const testRoot = resolve(__dirname, '..');

/** The ids that titles of tests hold in brackets at their end, `[L-90, L-92]` or, in `deviates`, `[deviates: L-90]`. */
function readTags(): { readonly tested: ReadonlySet<string>; readonly deviates: ReadonlySet<string> } {
  const tested = new Set<string>();
  const deviates = new Set<string>();
  for (const path of readdirSync(testRoot, { recursive: true, encoding: 'utf8' })) {
    if (!/\.ts$/.test(path) || path.includes('node_modules')) continue;
    const text = readFileSync(join(testRoot, path), 'utf8');
    for (const [, word = '', ids = ''] of text.matchAll(/\[(deviates: )?((?:[AELPS]-\d+[a-e]?(?:, )?)+)\]/g)) {
      for (const id of ids.split(', ')) (word === '' ? tested : deviates).add(id);
    }
  }
  return { tested, deviates };
}

const tags = readTags();

describe('the known deviations', () => {
  it('are of rules that exist, each named once', () => {
    const rules = deviations.map(({ rule }) => rule);
    expect(rules.filter((rule) => !ruleIds.includes(rule))).toEqual([]);
    expect(rules).toEqual([...new Set(rules)]);
  });

  it('are pinned by a test each', () => {
    expect(deviations.map(({ rule }) => rule).filter((rule) => !tags.deviates.has(rule))).toEqual([]);
  });

  it('are all that tests pin', () => {
    const known = new Set(deviations.map(({ rule }) => rule));
    expect([...tags.deviates].filter((rule) => !known.has(rule))).toEqual([]);
  });

  it('say in a sentence what happens instead', () => {
    expect(deviations.map(({ what }) => what).filter((what) => !/^[A-Z].*\.$/s.test(what))).toEqual([]);
  });
});

describe('the rules of the platform', () => {
  it('have ids that are given once', () => {
    expect(ruleIds).toEqual([...new Set(ruleIds)]);
  });

  it('are what tests cite', () => {
    expect([...tags.tested].filter((id) => !ruleIds.includes(id))).toEqual([]);
  });

  it('of surface, errors and lifecycle have a test each, or a known deviation, or a reason why not', () => {
    const accounted = (id: string) => tags.tested.has(id) || tags.deviates.has(id) || id in untestedRules;
    expect(ruleIds.filter((id) => /^[AEL]/.test(id)).filter((id) => !accounted(id))).toEqual([]);
  });

  it('are not called untested when there is a test', () => {
    expect(Object.keys(untestedRules).filter((id) => tags.tested.has(id) || tags.deviates.has(id))).toEqual([]);
  });
});
