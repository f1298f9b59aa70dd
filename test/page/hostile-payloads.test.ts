import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { StoredValue } from '../../src/trace';
import { renderPage } from '../../src/views/render-page';
import { useBrowser } from './support/browser';
import { builtPage, useTracePages } from './support/built-page';
import { TraceWriter } from './support/trace-samples';

const browser = useBrowser();
const pageOf = useTracePages();

const markup = [
  '<img src=x onerror="window.ran = 1">',
  '</script><script>window.ran = 2</script>',
  '<!--<script>',
  '<svg onload="window.ran = 3">',
  '"><style>body { display: none }</style>',
  'javascript:window.ran=4',
];

function traceOf(...payloads: readonly StoredValue[]) {
  const writer = new TraceWriter(['worker#1']);
  for (const data of payloads) {
    writer.post('host', 'worker#1', data);
    const text = typeof data === 'string' ? data : 'text';
    writer.tell('worker#1', { type: 'console', level: text, text });
    writer.tell('worker#1', { type: 'throw', error: text, where: text });
  }
  return writer.trace;
}

async function openTree(page: Page): Promise<void> {
  await page.locator('.row.post').first().click();
  await page.locator('.tree').waitFor();
}

/** That nothing stands out of the window to the right. */
function isInPlace(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      document.documentElement.scrollWidth <= window.innerWidth &&
      document.documentElement.scrollHeight <= window.innerHeight,
  );
}

describe('the page of a trace with hostile payloads', () => {
  it('runs none of their scripts, and shows them as they are', async () => {
    const trace = { ...traceOf(...markup), test: { file: markup[1] ?? '', name: markup[1] ?? '' } };
    const page = await browser.open(pageOf(trace));
    await page.getByRole('option').first().waitFor();
    expect(await page.title()).toBe(markup[1]);
    for (const [at, text] of markup.entries()) {
      await page.locator('.row.post').nth(at).click();
      expect(await page.locator('.tree .value').textContent()).toBe(`'${text}'`);
      expect(await page.locator('.row.post .text').nth(at).textContent()).toBe(`'${text}'`);
    }
    await page.getByRole('tab', { name: 'Console' }).click();
    expect(await page.locator('.entries .line').allTextContents()).toEqual(markup);
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
    expect(await page.locator('main img, main style, main script').count()).toBe(0);
    expect(browser.complaints).toEqual([]);
  });

  it('keeps the data inside its element', () => {
    const text = renderPage(traceOf(...markup, '\u2028\u2029'), builtPage());
    const [, data = ''] = /<script id="shown" type="application\/json">(.*?)<\/script>/s.exec(text) ?? [];
    expect(data).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(data)).toEqual(traceOf(...markup, '\u2028\u2029'));
    expect(text.match(/<\/script>/g)).toHaveLength(2);
  });

  it('shows terminal escapes, turned directions and halves of characters as escape sequences', async () => {
    const page = await browser.open(pageOf(traceOf('\u001b[31mred \u202egnp.exe \ud800 \u200b \u0000')));
    await openTree(page);
    const shown = "'\\x1b[31mred \\u202egnp.exe \\ud800 \\u200b \\x00'";
    expect(await page.locator('.tree .value').textContent()).toBe(shown);
    expect(await page.locator('.row.post .text').textContent()).toBe(shown);
  });

  it('holds its layout with long words, long lists and deep values', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) as StoredValue;
    const wide = Array.from({ length: 5_000 }, (_, at) => at);
    const page = await browser.open(pageOf(traceOf('w'.repeat(100_000), deep, wide)));
    await openTree(page);
    expect(await page.locator('.tree .value').evaluate((value) => value.textContent?.length)).toBeLessThan(500);
    await page.getByRole('button', { name: 'show all 100,000 characters' }).click();
    expect(await page.locator('.tree .value').evaluate((value) => value.textContent?.length)).toBe(100_002);
    expect(await isInPlace(page)).toBe(true);
    await page.locator('.row.post').nth(1).click();
    for (let level = 2; level < 30; level++) await page.locator('.tree .branch[aria-expanded=false]').click();
    expect(await isInPlace(page)).toBe(true);
    await page.locator('.row.post').nth(2).click();
    await page.locator('.tree .branch').click();
    expect(await page.locator('.tree .leaf').count()).toBe(100);
    await page.getByRole('button', { name: 'show 100 of 4900 more' }).click();
    expect(await page.locator('.tree .leaf').count()).toBe(200);
    expect(await isInPlace(page)).toBe(true);
  });

  it('shows names of agents and of fields that pretend to be something else', async () => {
    const writer = new TraceWriter(['<b>bold</b>', `${'n'.repeat(300)}\n\u202e`]);
    writer.post('host', '<b>bold</b>', {
      __proto__: 1,
      '<i>': { $type: 'class', name: '<u>', fields: { constructor: 1 } },
      '': 2,
    });
    writer.post('<b>bold</b>', `${'n'.repeat(300)}\n\u202e`, null);
    const page = await browser.open(pageOf(writer.trace));
    await openTree(page);
    expect(await page.locator('.tree').innerText()).toBe("{ }\n<i>: <u>\nconstructor: 1\n'': 2");
    expect(await page.locator('.lane-header strong').nth(1).textContent()).toBe('<b>bold</b>');
    expect(await page.locator('.lane-header strong').nth(2).textContent()).toBe(`${'n'.repeat(300)}\\n\\u202e`);
    expect(await isInPlace(page)).toBe(true);
  });
});
