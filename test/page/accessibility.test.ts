import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useBrowser } from './support/browser';
import { useTracePages } from './support/built-page';
import { faintTexts, namelessControls } from './support/page-checks';
import { ScriptedDebugger, stoppedAt } from './support/scripted-debugger';
import { smallTrace } from './support/trace-samples';

const browser = useBrowser();
const pageOf = useTracePages();

let server: ScriptedDebugger | undefined;
afterEach(() => server?.stop());

const faces: Readonly<Record<string, (colorScheme: 'light' | 'dark') => Promise<Page>>> = {
  trace: (colorScheme) => browser.open(pageOf(smallTrace()), { colorScheme }),
  debugger: async (colorScheme) => {
    server = new ScriptedDebugger(stoppedAt({ errors: ['Error: no'] }));
    return browser.open(await server.start(), { colorScheme });
  },
};

describe.each(Object.entries(faces))('the page of a %s', (_, open) => {
  it('names everything that can be operated', async () => {
    const page = await open('light');
    await page.locator('.row.post').first().click();
    expect(await namelessControls(page)).toEqual([]);
    expect(await page.locator('main, header, footer, aside, [role=listbox]').count()).toBeGreaterThan(4);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sample follows its messages');
  });

  it.each(['light', 'dark'] as const)('has texts that can be read in %s', async (scheme) => {
    const page = await open(scheme);
    await page.locator('.row').first().waitFor();
    expect(await faintTexts(page)).toEqual([]);
  });

  it('shows where the focus is, wherever it goes', async () => {
    const page = await open('light');
    await page.locator('.row').first().waitFor();
    const unseen: string[] = [];
    for (let stop = 0; stop < 24; stop++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) return true;
        const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || activeElement.outerHTML.slice(0, 80);
      });
      if (seen !== true) unseen.push(seen);
    }
    expect(unseen).toEqual([]);
  });

  it('holds its layout in a narrow window', async () => {
    const page = await open('light');
    await page.setViewportSize({ width: 420, height: 760 });
    await page.locator('.row').first().click();
    const [width, height] = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight] as const;
    });
    expect(width).toBeLessThanOrEqual(0);
    expect(height).toBeLessThanOrEqual(0);
  });
});
