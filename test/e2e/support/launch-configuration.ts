import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoFolder } from './places';

/** What VS Code's debugger is told, as far as it is used here. */
interface LaunchConfiguration {
  readonly program: string;
  readonly args: readonly string[];
  readonly runtimeArgs?: readonly string[];
  readonly cwd: string;
  readonly skipFiles: readonly string[];
}

/** What VS Code does with the `launch.json` of the documentation. */
export interface Launch {
  /** For Node. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** Regular expressions of scripts that are stepped past. */
  readonly skipped: readonly string[];
}

/** @param file the file in the editor, below the folder. */
export function documentedLaunch(workspaceFolder: string, file: string): Launch {
  const values: Readonly<Record<string, string>> = { workspaceFolder, relativeFile: file };
  const fill = (text: string): string => text.replace(/\$\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const { runtimeArgs = [], program, args, cwd, skipFiles } = documentedConfiguration();
  return {
    args: [...runtimeArgs, program, ...args].map(fill),
    cwd: fill(cwd),
    skipped: skipFiles.map(scriptPattern),
  };
}

/** @throws SyntaxError where the document's `launch.json` is no JSON. */
function documentedConfiguration(): LaunchConfiguration {
  const text = readFileSync(join(repoFolder, 'docs/debugging-sources.md'), 'utf8');
  const [json = ''] = [...text.matchAll(/^```json\n(.*?)^```/gms)].flatMap(([, block = '']) => block);
  const { configurations } = JSON.parse(json) as { configurations: LaunchConfiguration[] };
  const [configuration] = configurations;
  if (configuration === undefined) throw new Error('docs/debugging-sources.md has no configuration');
  return configuration;
}

/** For patterns of the form that the document uses. */
function scriptPattern(glob: string): string {
  if (glob === '<node_internals>/**') return '^node:';
  const [, folder] = /^\*\*(\/\w+\/)\*\*$/.exec(glob) ?? [];
  if (folder === undefined) throw new Error(`No regular expression is known for ${glob}`);
  return folder;
}
