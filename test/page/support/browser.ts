import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A real browser for the tests of a file, and pages of it that end with each test. */
export interface OpenedBrowser {
  /** Opens a page; what goes wrong in it fails the test. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** What scripts of pages threw, and what the browser complained of, since the test began. */
  readonly complaints: readonly string[];
}

export function useBrowser(): OpenedBrowser {
  let browser: Browser;
  let complaints: string[] = [];
  // A safety net: machines differ, and several browsers may run at once.
  jest.setTimeout(60_000);
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterEach(async () => {
    complaints = [];
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(() => browser?.close());
  return {
    async open(address, options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      await page.goto(address);
      return page;
    },
    get complaints() {
      return complaints;
    },
  };
}

/** @throws Error when there is no browser: these tests mean nothing without one. */
function browserPath(): string {
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error(`The tests of the page need Chromium (Debian: apt-get install chromium), at ${places.join(' or ')}`);
}
