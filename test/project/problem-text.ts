import { describeProblem } from '../../src/base';
import type { ScriptResolution } from '../../src/project';

/** What a user reads when a script is refused or missing; the kind stands in front. */
export function problemText(resolution: ScriptResolution): string {
  if (resolution.kind === 'found') return `found ${resolution.file}`;
  return `${resolution.kind}: ${describeProblem(resolution.problem)}`;
}

/** What a user reads about a script that was found. */
export function noteTexts(resolution: ScriptResolution): readonly string[] {
  return resolution.kind === 'found' ? resolution.notes.map(describeProblem) : [problemText(resolution)];
}
