import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { workers } from 'fake-ohos-worker';
import { outcomeOf } from '../../world/support/outcome';
import type { HostWorker } from '../../world/support/platform-objects';

const projects = resolve(__dirname, '../projects');

/** Files by path: a text, an object that is written as JSON, or `undefined` for a file that is taken away. */
export type Changes = Readonly<Record<string, string | object | undefined>>;

export interface OnDisk {
  /** Absolute. */
  readonly root: string;
  /**
   * Lets code of the application start a worker, posts to it, and tells what is heard of it: the path that its script
   * answers with, or `refused`, or the error that `onAllErrors` gets.
   *
   * @param caller the source whose `start` is called.
   */
  start(url: string, caller?: string, how?: 'start' | 'startOld'): string;
}

const callers = { stage: 'entry/src/main/ets/pages/Index', fa: 'entry/src/main/ets/MainAbility/pages/index' };

/** A new process of an application on disk: a copy of one that stands in `projects/`, with some files changed. */
export function aProject(template: keyof typeof callers, changes: Changes = {}): OnDisk {
  const root = copyOf(template, changes);
  return {
    root,
    start: (url, caller = callers[template], how = 'start') => {
      workers.reset();
      workers.configure({ project: { root } });
      const code = require(join(root, caller)) as Record<typeof how, (url: string) => HostWorker>;
      return conversation(() => code[how](url));
    },
  };
}

const notFound = "The worker file path is invalid, the file path is invaild, can't find the file.";

function conversation(start: () => HostWorker): string {
  const heard: string[] = [];
  const outcome = outcomeOf(() => {
    const wk = start();
    wk.onmessage = ({ data }: { data: string }) => heard.push(data);
    wk.onAllErrors = (error: unknown) => heard.push(String(error));
    wk.onexit = (code: number) => heard.push(`exit ${code}`);
    wk.postMessage('who are you?');
    workers.run();
  });
  if (outcome === `threw BusinessError 10200007: ${notFound}`) return 'refused';
  return outcome === 'returned undefined' ? heard.join(', ') : outcome;
}

/** Named by what is in it, so that it stays for later runs. It appears when it is complete: others may be making it. */
function copyOf(template: string, changes: Changes): string {
  const original = join(projects, template);
  const contents = [filesIn(original).map((file) => [file, readFileSync(file, 'utf8')]), Object.entries(changes)];
  const id = createHash('sha256').update(JSON.stringify(contents)).digest('hex').slice(0, 16);
  const folder = join(projects, 'generated', id);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  cpSync(original, unfinished, { recursive: true });
  for (const [path, content] of Object.entries(changes)) change(join(unfinished, path), content);
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true }); // Another process was first.
  }
  return folder;
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function change(file: string, content: string | object | undefined): void {
  if (content === undefined) return rmSync(file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}
