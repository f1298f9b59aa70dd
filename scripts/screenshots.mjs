// Makes the pictures of docs/images/ anew: an example's test, traced and debugged, in a real browser. `npm run build` first.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const images = resolve('docs/images');
const size = { width: 1400, height: 800 };

/** More eventful than the example's own: a job that can't be done, and one that comes too late. */
const test = `
import { Picture } from '@example/imaging';
import { test } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import { writeFileSync } from 'node:fs';
import { ThumbnailPool } from '../main/ets/model/ThumbnailPool';

test('thumbnails are made by two workers', () => {
  const pool = new ThumbnailPool(2);
  for (const name of ['harbour', 'lighthouse', 'beach', 'ferry']) {
    pool.shrink(new Picture(name, 1024, 512), ({ name, width, height }) => console.log(name, width, height));
  }
  workers.run();
  pool.shrink(new Picture('sunset', 800, 600), () => {});
  pool.close();
  new ThumbnailPool(1).shrink(undefined, () => {});
  workers.run();
  writeFileSync(process.env.TRACE_FILE ?? '/dev/null', JSON.stringify(workers.trace));
});
`;

// Inside the checkout, so that Jest and its transformers are found.
const folder = mkdtempSync(resolve('.screenshots-'));
const traceFile = join(folder, 'trace.json');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  prepareProject();
  await run([resolve('node_modules/jest/bin/jest.js'), 'Screenshot.test']);
  const address = pathToFileURL(writePage()).href;
  for (const colorScheme of ['light', 'dark'])
    await picture(`trace-${colorScheme}`, address, colorScheme, selectMessage);
  await debugged(folder, 'Screenshot.test', async (address) => {
    for (const colorScheme of ['light', 'dark']) await picture(`debugger-${colorScheme}`, address, colorScheme, stepOn);
  });
  await debugged(projectOfDocument(), 'search-box', (address) =>
    picture('debugging-choice', address, 'light', stopAtAnswers),
  );
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

function prepareProject() {
  cpSync('examples/multi-module', folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules/fake-ohos-worker'));
  writeFileSync(join(folder, 'entry/src/test/Screenshot.test.ets'), test);
  mkdirSync(images, { recursive: true });
}

/** The files of docs/debugging.md, as they are shown first: with the bug. */
function projectOfDocument() {
  const project = join(folder, 'document');
  const files = readFileSync('docs/debugging.md', 'utf8').matchAll(/^`([^`\n]+)`\n\n```\w+\n(.*?)```$/gms);
  for (const [, path, text] of files) {
    const file = join(project, path);
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  symlinkSync(join(folder, 'node_modules'), join(project, 'node_modules'));
  return project;
}

async function stopAtAnswers(page) {
  await page
    .getByRole('form', { name: 'Pattern of tasks' })
    .getByLabel('kind', { exact: true })
    .selectOption('message');
  await page.getByRole('form', { name: 'Pattern of tasks' }).getByLabel('to', { exact: true }).selectOption('host');
  await page.getByRole('button', { name: 'Add breakpoint' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('after 4 tasks,').waitFor();
  await page.locator('.row.message').last().click();
}

function writePage() {
  const { toHtml } = createRequire(import.meta.url)('../dist/views.js');
  const trace = JSON.parse(readFileSync(traceFile, 'utf8'));
  const test = { file: 'entry/src/test/Screenshot.test.ets', name: 'thumbnails are made by two workers' };
  const file = join(folder, 'trace.html');
  writeFileSync(file, toHtml({ ...trace, test }));
  return file;
}

async function selectMessage(page) {
  await page.locator('.row.message').nth(1).click();
}

async function picture(name, address, colorScheme, prepare) {
  const page = await browser.newPage({ viewport: size, colorScheme });
  await page.goto(address);
  await page.locator('.row').first().waitFor();
  await prepare(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(images, `${name}.png`) });
  await page.close();
}

/** Starts the debugger on a project's test, gives the page's address to `use`, and ends it. */
async function debugged(cwd, test, use) {
  const args = [resolve('dist/cli.js'), 'debug', '--page', test];
  const child = spawn(process.execPath, args, { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    for await (const line of createInterface({ input: child.stderr })) {
      const [address] = /http:\/\/127\.0\.0\.1\S+/.exec(line) ?? [];
      if (address === undefined) continue;
      child.stderr.resume();
      await use(address);
      break;
    }
  } finally {
    child.kill();
    await once(child, 'close');
  }
}

async function stepOn(page) {
  const first = Number(/\d+/.exec(await page.locator('.live-status').textContent())?.[0]);
  for (let steps = 1; steps <= 4; steps++) {
    await page.getByRole('button', { name: 'Step' }).click();
    await page.getByText(`after ${first + steps} tasks,`).waitFor();
  }
  await page.locator('.row.message').last().click();
}

async function run(args) {
  const child = spawn(process.execPath, args, { cwd: folder, env: environment(), stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the example's test ended with ${code}`);
}

/** CI is a place where nobody debugs. */
function environment() {
  const { CI: _, ...rest } = process.env;
  return { ...rest, TRACE_FILE: traceFile };
}
