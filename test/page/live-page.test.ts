import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useBrowser } from './support/browser';
import { pendingTasks, ScriptedDebugger, stoppedAt } from './support/scripted-debugger';

const browser = useBrowser();

let server: ScriptedDebugger;
afterEach(() => server.stop());

async function open(first = stoppedAt()): Promise<Page> {
  server = new ScriptedDebugger(first);
  const page = await browser.open(await server.start());
  await page.getByText('stopped', { exact: true }).waitFor();
  return page;
}

describe('the page of a test that is debugged', () => {
  it('shows the trace so far, the states of agents and why it stands still', async () => {
    const page = await open(stoppedAt({ reason: 'breakpoint', why: 'breakpoint 2', position: 4 }));
    expect(await page.locator('.row').count()).toBe(12);
    expect(await page.locator('.lane-kind .life').allTextContents()).toEqual(['running', 'running']);
    expect(await page.locator('.live-status > *').allTextContents()).toEqual([
      'stopped',
      'after 4 tasks,',
      'at a breakpoint: breakpoint 2',
    ]);
    expect(await page.title()).toBe('Sample follows its messages – debugger');
    expect(browser.complaints).toEqual([]);
  });

  it('sends a command for each button and for each key', async () => {
    const page = await open();
    for (const name of ['Step', 'Over', 'Continue', 'Back', 'Restart', 'Quit']) {
      await page.getByRole('toolbar').getByRole('button', { name }).click();
    }
    for (const key of ['s', 'o', 'c', 'b', 'r', 'q']) await page.keyboard.press(key);
    const commands = ['step', 'over', 'continue', 'back', 'restart', 'quit'].map((command) => ({ command }));
    expect(await server.heard(12)).toEqual([...commands, ...commands]);
  });

  it('lists pending tasks, marks the next one, and delivers any that is legal', async () => {
    const page = await open();
    const tasks = page.getByRole('list', { name: 'Pending tasks' }).locator('> li');
    expect(await tasks.locator('.task-line').allInnerTexts()).toEqual([
      "5 next message host → parse#1\n{ type: 'parse', text: 'gamma' }",
      "6 message store#2 → host\n'kept'",
      '7 timer parse#1 → parse#1\ntimer 1',
    ]);
    expect(await tasks.nth(2).getByRole('button', { name: 'Deliver' }).count()).toBe(0);
    await tasks.nth(0).locator('.task-line').click();
    expect(await tasks.nth(0).locator('.tree').innerText()).toContain("text: 'gamma'");
    await page.getByRole('button', { name: 'Deliver task 6' }).click();
    await page.keyboard.press('1');
    expect(await server.heard(2)).toEqual([
      { command: 'deliver', task: 6 },
      { command: 'deliver', task: 5 },
    ]);
  });

  it('grows as the test goes on, and cannot command while it runs', async () => {
    const page = await open(stoppedAt({ entries: stoppedAt().entries.slice(0, 3) }));
    expect(await page.locator('.row').count()).toBe(3);
    server.tell({ type: 'running' });
    await page.getByText('running', { exact: true }).first().waitFor();
    const step = page.getByRole('button', { name: 'Step' });
    expect(await step.isDisabled()).toBe(true);
    await page.keyboard.press('s');
    server.tell(
      stoppedAt({ reason: 'step', position: 1, whole: false, entries: stoppedAt().entries.slice(3), pending: [] }),
    );
    await page.getByText('Nothing waits to be performed.').waitFor();
    expect(await page.locator('.row').count()).toBe(12);
    expect(await step.isEnabled()).toBe(true);
    expect(server.requests).toEqual([]);
  });

  it('sets a breakpoint where a message is clicked, and removes it', async () => {
    const page = await open();
    server.answers.set('break', { text: '3' });
    const row = page.getByRole('option', { name: '13, store#2' });
    await row.hover();
    await row.getByRole('button').click();
    await server.heard(1);
    const pattern = { kind: 'message', from: 'host', to: 'store#2' };
    server.tell({ type: 'breakpoints', breakpoints: [{ number: 3, pattern, stop: 'before', hits: 0 }] });
    const list = page.getByRole('list', { name: 'Breakpoints' });
    await list.getByText('message host → store#2').waitFor();
    expect(await page.locator('.mark.stops').count()).toBe(3);
    await list.getByRole('button', { name: 'Remove breakpoint 3' }).click();
    expect(await server.heard(2)).toEqual([
      { command: 'break', pattern },
      { command: 'unbreak', breakpoint: 3 },
    ]);
    server.tell({ type: 'breakpoints', breakpoints: [] });
    await list.getByRole('listitem').waitFor({ state: 'detached' });
    expect(await page.locator('.mark.stops').count()).toBe(0);
  });

  it('sets breakpoints, and runs, by a pattern', async () => {
    const page = await open();
    server.answers.set('break', { text: '1' });
    await page.keyboard.press('u');
    await page.keyboard.type('gam');
    await page.getByLabel('kind', { exact: true }).selectOption('message');
    await page.getByLabel('from', { exact: true }).selectOption('host');
    await page.getByRole('button', { name: 'Run until', exact: true }).click();
    await page.getByRole('checkbox', { name: 'stop after it' }).check();
    await page.getByRole('button', { name: 'Add breakpoint' }).click();
    const pattern = { kind: 'message', from: 'host', text: 'gam' };
    expect(await server.heard(2)).toEqual([
      { command: 'until', pattern },
      { command: 'break', pattern, stop: 'after' },
    ]);
    server.tell({ type: 'breakpoints', breakpoints: [{ number: 1, pattern, stop: 'after', hits: 1 }] });
    const item = page.getByRole('list', { name: 'Breakpoints' }).getByRole('listitem');
    expect(await item.innerText()).toContain('message host → any “gam”\nafter, hit once');
  });

  it('prints values by their paths', async () => {
    const page = await open();
    server.answers.set('print', { text: 'forty-two' });
    const box = page.getByRole('textbox', { name: 'Path of a value' });
    for (const path of ['5.items[0]["a key"]', 'parse#1.count']) {
      await box.fill(path);
      await page.keyboard.press('Enter');
    }
    await box.fill('nobody.knows');
    await page.keyboard.press('Enter');
    await page.getByText('A path begins with').waitFor();
    expect(await server.heard(2)).toEqual([
      { command: 'print', target: { root: { task: 5 }, path: ['items', 0, 'a key'] } },
      { command: 'print', target: { root: { agent: 'parse#1' }, path: ['count'] } },
    ]);
    await page.getByText("'forty-two'").first().waitFor();
    expect(await page.getByRole('list', { name: 'Printed values' }).locator('> li').count()).toBe(2);
  });

  it('says why a command was refused', async () => {
    const page = await open();
    server.answers.set('deliver', { error: "task 5 can't be the next one" });
    await page.keyboard.press('1');
    await page.getByText("task 5 can't be the next one").waitFor();
  });

  it('links sources to the editor', async () => {
    const page = await open();
    await page
      .getByRole('option', { name: "1, host: post to parse#1 { type: 'parse', text: 'alpha'", exact: false })
      .first()
      .click();
    expect(await page.locator('.details a.source').getAttribute('href')).toBe(
      'vscode://file/home/me/my%20app/entry/src/main/ets/pages/Index.ts:12:7',
    );
  });

  it('tells where the exported test is', async () => {
    const page = await open();
    server.answers.set('export', { text: '/app/<b>.replay.test.ts' });
    await page.keyboard.press('e');
    await page.getByText('wrote /app/<b>.replay.test.ts').waitFor();
  });

  it('comes back after a restart', async () => {
    const page = await open();
    server.tell({ type: 'restarting', why: 'back to task 2' });
    await page.getByText('restarting', { exact: true }).waitFor();
    expect(await page.locator('.live-status').innerText()).toContain('back to task 2');
    await server.stop();
    await server.start();
    await page.getByText('stopped', { exact: true }).waitFor();
    expect(await page.locator('.row').count()).toBe(12);
  });

  it('tells with what the test has failed, and when it is over', async () => {
    const page = await open(
      stoppedAt({ reason: 'end', errors: ['Error: <b>no</b>\n    at test.ts:1:1'], pending: [] }),
    );
    expect(await page.getByRole('alert').locator('pre').textContent()).toBe('Error: <b>no</b>\n    at test.ts:1:1');
    server.tell({ type: 'ended', why: 'the test is over' });
    await page.getByText('ended', { exact: true }).waitFor();
    expect(await page.locator('.live-status').innerText()).toContain('the test is over');
    expect(await page.getByRole('button', { name: 'Step' }).isDisabled()).toBe(true);
  });

  it('keeps its layout with hostile tasks', async () => {
    const [task] = pendingTasks;
    if (task === undefined) throw new Error('no task');
    const preview = `</script><img src=x onerror="window.ran = 1">\u202e${'x'.repeat(5_000)}`;
    const page = await open(stoppedAt({ pending: [{ ...task, from: '<b>', preview, data: preview }] }));
    await page.locator('.task-line').click();
    expect(await page.locator('.task-line .text').textContent()).toContain('onerror="window.ran = 1">\\u202ex');
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
