import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useBrowser } from './support/browser';
import { useTracePages } from './support/built-page';
import { largeTrace } from './support/trace-samples';

const browser = useBrowser();
const pageOf = useTracePages();
const messages = 10_000;

let address: string;
beforeAll(() => {
  address = pageOf(largeTrace(messages));
});

async function open(): Promise<Page> {
  const page = await browser.open(address);
  await page.getByRole('option').first().waitFor();
  return page;
}

/** Milliseconds from the navigation until a key has been answered. */
async function timeToAnswer(): Promise<number> {
  const page = await open();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { selected: true }).waitFor();
  return page.evaluate(() => performance.now());
}

describe('the page of 10,000 messages', () => {
  it('answers keys within two seconds', async () => {
    const times = [await timeToAnswer(), await timeToAnswer(), await timeToAnswer()];
    expect(Math.min(...times)).toBeLessThan(2_000);
  });

  it('has all rows, and only those in the document that can be seen', async () => {
    const page = await open();
    expect(await page.locator('.status').innerText()).toContain('20,000 rows');
    expect(await page.getByRole('option').first().getAttribute('aria-setsize')).toBe('20000');
    expect(await page.locator('.row').count()).toBeLessThan(120);
    await page.keyboard.press('End');
    expect(await page.getByRole('option', { selected: true }).getAttribute('aria-posinset')).toBe('20000');
    expect(await page.locator('.row').count()).toBeLessThan(120);
    expect(await page.locator('.drawing *').count()).toBeLessThan(1_000);
  });

  it('draws arrows whose ends are both out of sight', async () => {
    const page = await open();
    await page.locator('#diagram').evaluate((diagram) => diagram.scrollTo(0, 200 * 24));
    await page.waitForFunction(() => document.querySelector('.row')?.getAttribute('data-index') !== '0');
    const crossing = await page.locator('.crossing').getAttribute('d');
    expect(crossing?.split('M').length).toBeGreaterThan(50);
  });

  it('does little for each frame while it is scrolled', async () => {
    const page = await open();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const parts = metrics.filter(({ name }) => /^(Script|Layout|RecalcStyle)Duration$/.test(name));
      return parts.reduce((sum, { value }) => sum + value * 1_000, 0);
    };
    const frames = 120;
    const before = await work();
    await page.evaluate(async (count) => {
      const diagram = document.getElementById('diagram');
      for (let frame = 0; frame < count; frame++) {
        diagram?.scrollBy(0, 240);
        await new Promise(requestAnimationFrame);
      }
    }, frames);
    const perFrame = ((await work()) - before) / frames;
    expect(await page.locator('#diagram').evaluate((diagram) => diagram.scrollTop)).toBe(frames * 240);
    expect(perFrame).toBeLessThan(33);
  });

  it('finds one among them', async () => {
    const page = await open();
    await page.getByRole('searchbox').fill('number: 7777,');
    await page.getByText('2 found').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('option', { selected: true }).getAttribute('aria-label')).toContain('number: 7777,');
    expect(await page.getByRole('option', { selected: true }).isVisible()).toBe(true);
  });
});
