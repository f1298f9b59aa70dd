import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useBrowser } from './support/browser';
import { useTracePages } from './support/built-page';
import { smallTrace } from './support/trace-samples';

const browser = useBrowser();
const pageOf = useTracePages();

function open(options?: Parameters<typeof browser.open>[1]): Promise<Page> {
  return browser.open(pageOf(smallTrace()), options);
}

function selectedRow(page: Page): Promise<string | null> {
  return page.getByRole('option', { selected: true }).getAttribute('aria-label');
}

describe('the page of a trace', () => {
  it('shows agents, entries and arrows from a file, without any complaint of the browser', async () => {
    const page = await open();
    await page.getByRole('option').first().waitFor();
    expect(await page.title()).toBe('Sample follows its messages');
    expect(await page.locator('.lane-header strong').allTextContents()).toEqual(['host', 'parse#1', 'store#2']);
    expect(
      await page.getByRole('option').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label'))),
    ).toEqual([
      "1, host: post to parse#1 { type: 'parse', text: 'alpha' }",
      "2, host: post to parse#1 { type: 'parse', text: 'beta' }",
      "3, parse#1: message from host { type: 'parse', text: 'alpha' }",
      '4, parse#1: console.warn slow input',
      "5, parse#1: post to host { type: 'parsed', words: [ 'alpha' ] }",
      "7, parse#1: message from host { type: 'parse', text: 'beta' }",
      '8, parse#1: throw TypeError: no beta (in a handler)',
      "10, host: message from parse#1 { type: 'parsed', words: [ 'alpha' ] }",
      "11, host: post to store#2 { type: 'keep', words: Set(1) { 'alpha' } }",
      "13, store#2: message from host { type: 'keep', words: Set(1) { 'alpha' } }",
      "15, host: drop to store#2 { type: 'late' } (closed)",
      "16, host: post to parse#1 { type: 'parse', text: 'gamma' }",
    ]);
    expect(await page.locator('.arrow').count()).toBe(6);
    expect(await page.locator('.arrow.loss').count()).toBe(1);
    expect(await page.locator('.arrow.on-its-way').count()).toBe(1);
    expect(await page.locator('.bar').count()).toBe(4);
    expect(browser.complaints).toEqual([]);
  });

  it('asks nobody for anything', async () => {
    const asked: string[] = [];
    const address = pageOf(smallTrace());
    const page = await browser.open('about:blank');
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    await page.getByRole('option').first().waitFor();
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([address]);
    expect(await page.evaluate(() => fetch('http://127.0.0.1:9/').then(String, (error: Error) => error.name))).toBe(
      'TypeError',
    );
    expect(browser.complaints.join()).toContain("connect-src 'none'");
  });

  it('tells everything of the entry that is clicked', async () => {
    const page = await open();
    await page.getByRole('option', { name: '11, host: post' }).click();
    const details = page.getByRole('article');
    expect(await details.getByRole('heading', { level: 2 }).textContent()).toBe('post → store#2');
    expect(await details.locator('.source').textContent()).toBe('entry/src/main/ets/pages/Index.ts:12:7');
    expect(await details.locator('.tree').innerText()).toBe("{ }\ntype: 'keep'\nwords: Set(1)\n0: 'alpha'");
    await details.getByRole('button', { name: 'begun #13' }).click();
    expect(await selectedRow(page)).toContain('13, store#2: message');
  });

  it('highlights what caused a message and what came of it, and dims the rest', async () => {
    const page = await open();
    await page.getByRole('option', { name: '5, parse#1: post' }).click();
    const numbersOf = (state: string) => page.locator(`.row.${state} .seq`).allTextContents();
    expect(await numbersOf('cause')).toEqual(['1', '3', '4']);
    expect(await numbersOf('effect')).toEqual(['7', '8', '10', '11', '13', '15', '16']);
    expect(await numbersOf('unrelated')).toEqual(['2']);
    expect(await page.locator('.arrow.cause').count()).toBe(1);
    expect(await page.locator('.arrow.effect').count()).toBe(4);
    expect(await page.locator('.causes .count').textContent()).toBe('3 in all');
  });

  it('finds texts in payloads, and goes through what it has found', async () => {
    const page = await open();
    await page.getByRole('searchbox').fill('ALPHA');
    await page.getByText('6 found').waitFor();
    await page.keyboard.press('Enter');
    expect(await selectedRow(page)).toContain('1, host');
    await page.keyboard.press('Enter');
    expect(await selectedRow(page)).toContain('3, parse#1');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    expect(await selectedRow(page)).toContain('13, store#2');
    expect(await page.locator('.matches').textContent()).toBe('6 of 6');
    await page.keyboard.press('Escape');
    expect(await page.locator('.row.found').count()).toBe(0);
  });

  it('can be narrowed to kinds and to agents', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Messages' }).click();
    expect(await page.getByRole('option').count()).toBe(3);
    expect(await page.locator('.arrow').count()).toBe(1);
    await page.getByRole('button', { name: 'Hide store#2' }).click();
    expect(await page.locator('.lane-header').count()).toBe(2);
    expect(await page.getByRole('option').count()).toBe(2);
    await page.locator('summary').click();
    await page.getByRole('checkbox', { name: 'store#2' }).check();
    expect(await page.getByRole('option').count()).toBe(3);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.getByRole('option').count()).toBe(12);
  });

  it('is operated by keys alone', async () => {
    const page = await open();
    await page.keyboard.press('ArrowDown');
    expect(await selectedRow(page)).toContain('1, host: post');
    await page.keyboard.press('ArrowRight');
    expect(await selectedRow(page)).toContain('3, parse#1: message');
    await page.keyboard.press('ArrowLeft');
    expect(await selectedRow(page)).toContain('1, host: post');
    await page.keyboard.press('End');
    expect(await selectedRow(page)).toContain('16, host: post');
    await page.keyboard.press('ArrowUp');
    expect(await selectedRow(page)).toContain('15, host: drop');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('side-content');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('diagram');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option', { selected: true }).count()).toBe(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('zooms by keys, by buttons and by the wheel, and keeps the place', async () => {
    const page = await open();
    const height = () =>
      page
        .getByRole('option')
        .first()
        .evaluate((row) => row.getBoundingClientRect().height);
    expect(await height()).toBe(24);
    await page.keyboard.press('+');
    expect(await height()).toBe(30);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await page.keyboard.press('-');
    expect(await height()).toBe(20);
    await page.locator('#diagram').hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 100);
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('.row')?.getBoundingClientRect().height === 16);
    await page.keyboard.press('0');
    expect(await height()).toBe(24);
  });

  it('lists what went wrong, and what was printed', async () => {
    const page = await open();
    await page.getByRole('tab', { name: 'Problems 2' }).click();
    await page.getByRole('button', { name: '#8 parse#1' }).click();
    expect(await selectedRow(page)).toContain('8, parse#1: throw');
    await page.getByRole('tab', { name: 'Console 1' }).click();
    expect(await page.getByRole('list', { name: 'Console' }).innerText()).toBe('#4 parse#1 slow input');
  });

  it('is light or dark as the machine is, until it is switched', async () => {
    const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await open({ colorScheme: 'light' });
    expect(await background(light)).toBe('rgb(255, 255, 255)');
    const dark = await open({ colorScheme: 'dark' });
    expect(await background(dark)).toBe('rgb(20, 23, 28)');
    await dark.keyboard.press('t');
    expect(await background(dark)).toBe('rgb(255, 255, 255)');
    await dark.keyboard.press('t');
    expect(await background(dark)).toBe('rgb(20, 23, 28)');
  });
});
