import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { carryOut, type Plan, type PlannedFile, planInit } from '../init';
import { openProject } from '../project';
import type { Request } from './command-line';
import { type Colours, type ExitCode, type Surroundings, shownPath } from './output';
import type { Texts } from './texts';

/** `fake-ohos-worker init`: writes what a project lacks to be tested, and says what it wrote and what it left. */
export function init(
  { folder, json, dryRun }: Extract<Request, { command: 'init' }>,
  version: string,
  texts: Texts,
  { cwd, colours, print }: Surroundings,
): ExitCode {
  const plan = planInit(resolve(cwd, folder), version);
  if (!dryRun) carryOut(plan);
  const show = (file: string) => shownPath(cwd, file);
  print(json ? planJson(plan, dryRun) : planText(plan, dryRun, texts, show, createColors(colours)));
  return 0;
}

/** Files are named from the project's root, with forward slashes, on every system. */
function planJson({ root, files, workers }: Plan, dryRun: boolean): string {
  const project = openProject(root);
  const shown = files.map((planned) => {
    const { kind, file } = planned;
    return { action: kind, file: project.relative(file), ...(planned.kind === 'leave' ? { why: planned.why } : {}) };
  });
  return `${JSON.stringify({ root, dryRun, workers, files: shown }, null, 2)}\n`;
}

function planText(
  { files, workers, foreignTest }: Plan,
  dryRun: boolean,
  { init: words }: Texts,
  show: (file: string) => string,
  colours: Colours,
): string {
  const verbs: Readonly<Record<PlannedFile['kind'], string>> = {
    write: colours.green(dryRun ? words.wouldWrite : words.wrote),
    add: colours.green(dryRun ? words.wouldAdd : words.added),
    leave: colours.dim(words.left),
  };
  const lines = files.map((planned) => {
    const why = planned.kind === 'leave' ? ` (${words.reasons[planned.why]})` : '';
    return `${verbs[planned.kind]} ${show(planned.file)}${why}`;
  });
  if (workers === 0) lines.push(words.noWorkers);
  if (!dryRun && files.some(({ kind }) => kind !== 'leave')) lines.push(words.nextSteps(foreignTest));
  return `${lines.join('\n')}\n`;
}
