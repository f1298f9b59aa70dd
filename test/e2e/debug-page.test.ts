import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useBrowser } from '../page/support/browser';
import { DebuggedJest } from './support/debugged-jest';
import { projectIn } from './support/places';
import { runJest, summaryOf } from './support/run-jest';

const browser = useBrowser();
const project = projectIn(30, 'debugging');

let debugged: DebuggedJest | undefined;

afterEach(async () => {
  await debugged?.kill();
});

/** How the test stands, once it stands still after so many tasks. */
async function stopAfter(page: Page, tasks: number): Promise<string> {
  const status = page.getByRole('status', { name: 'State of the test' });
  await status.getByText(`after ${tasks} tasks,`).waitFor();
  await status.getByText('stopped', { exact: true }).waitFor();
  return (await status.locator('.reason').innerText()).trim();
}

async function pendingIn(page: Page): Promise<string[]> {
  const lines = await page.getByRole('list', { name: 'Pending tasks' }).locator('.task-line').allInnerTexts();
  return lines.map((line) => line.replace(/\s+/g, ' ').replace(/ \{.*/, ''));
}

it('the page of a real test steps, stops, chooses another order, goes back and exports it as a test that passes', async () => {
  debugged = new DebuggedJest(30, 'debugging', ['order.test', '-t', 'answer in any order']);
  const page = await browser.open((await debugged.address()).href);
  const press = (name: string) => page.getByRole('toolbar').getByRole('button', { name }).click();

  expect(await stopAfter(page, 0)).toBe('before the first task');
  await page.getByRole('form', { name: 'Pattern of tasks' }).getByLabel('kind').selectOption('start');
  await page.getByRole('button', { name: 'Add breakpoint' }).click();
  await page.getByRole('list', { name: 'Breakpoints' }).locator('li').waitFor();
  await press('Step');
  expect(await stopAfter(page, 1)).toBe('after a step');
  await press('Continue');
  expect(await stopAfter(page, 5)).toMatch(/^at a breakpoint: /);
  expect(await pendingIn(page)).toEqual([
    '6 next start host → worker#2 entry/ets/workers/double.ts',
    '7 message host → worker#2',
    '8 start host → worker#3 entry/ets/workers/double.ts',
    '9 message host → worker#3',
  ]);

  await page.getByRole('button', { name: 'Deliver task 8' }).click();
  await stopAfter(page, 6);
  await page.getByRole('button', { name: 'Deliver task 9' }).click();
  await stopAfter(page, 7);
  const rows = await page.locator('.row').count();
  await press('Back');
  expect(await stopAfter(page, 6)).toBe('back at an earlier task');
  expect(await page.locator('.row').count()).toBeLessThan(rows);
  await page.getByRole('button', { name: 'Deliver task 9' }).click();
  await stopAfter(page, 7);
  // Its hostile payload is a text like any other.
  await page.locator('#print-path').fill('9.data.note');
  await page.keyboard.press('Enter');
  await page.getByText('<img src=x onerror').last().waitFor();
  expect(await page.locator('img').count()).toBe(0);

  await page.getByRole('button', { name: 'Remove breakpoint 1' }).click();
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await press('Continue');
  expect(await stopAfter(page, 11)).toBe('at the end of the test');
  await press('Export');
  const notice = await page.getByText(/^wrote .*order\.replay\.test\.ts$/).innerText();
  await press('Quit');
  expect(await debugged.ended).toBe(0);
  // While the test is run anew nobody listens; the page tries again.
  expect(browser.complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);

  const path = notice.replace(/^wrote /, '');
  expect(readFileSync(path, 'utf8')).toContain('workers.replay([8, 9, ');
  const run = await runJest('debugging', ['--no-coverage', relative(project, path)], { jest: 30 });
  expect(Object.values(summaryOf(run))).toEqual([expect.objectContaining({ passed: 1, failures: [] })]);
  rmSync(path);
}, 120_000);
