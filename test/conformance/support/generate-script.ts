import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WorkerFunction } from '../../world/support/inline-realm';

/** A worker script as text, or as a function that is taken by its text: it sees nothing of the test. */
export type Script = WorkerFunction | string;

const appFolder = resolve(__dirname, '../app');
const generated = 'entry/src/ohosTest/ets/generated';

/**
 * Writes worker scripts into the app, into a folder of their own, and answers its path inside the module. In them,
 * `worker` is the platform's module, and `log` and `attempt` are the test's.
 */
export function generateScripts(scripts: Readonly<Record<string, Script>>): string {
  const sources = Object.entries(scripts).map(([name, script]): [string, string] => [name, sourceOf(script)]);
  const folder = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16);
  const path = join(appFolder, generated, folder);
  mkdirSync(path, { recursive: true });
  for (const [name, source] of sources) writeWhole(join(path, name), source);
  return `generated/${folder}`;
}

/** The file appears with all of its text: other test files may be writing the same one. */
function writeWhole(file: string, source: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, source);
  renameSync(unfinished, file);
}

const prologue = "import worker from '@ohos.worker'; import { attempt, log } from '../../notes'; ";

function sourceOf(script: Script): string {
  if (typeof script === 'string') return prologue + script;
  return `${prologue}Object.assign(globalThis, { attempt, log }); (${script.toString()})(worker, globalThis);`;
}
