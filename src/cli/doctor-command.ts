import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { examine } from '../doctor';
import { openProject } from '../project';
import type { Request } from './command-line';
import { type ExitCode, type Surroundings, shownPath } from './output';
import { reportJson, reportText } from './report';
import type { Texts } from './texts';

/** `fake-ohos-worker doctor`: prints what is wrong with the workers of a project, and nothing if all is well. */
export function doctor(
  { folder, json }: Extract<Request, { command: 'doctor' }>,
  texts: Texts,
  { cwd, colours, print }: Surroundings,
): ExitCode {
  const examination = examine(resolve(cwd, folder));
  const { root, findings } = examination;
  if (json) print(reportJson(examination, texts, (file) => openProject(root).relative(file)));
  else print(reportText(examination, texts, (file) => shownPath(cwd, file), createColors(colours)));
  return findings.length === 0 ? 0 : 1;
}
