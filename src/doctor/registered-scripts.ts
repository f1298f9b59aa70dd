import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Compiler, loadCompiler } from '../ets';
import { findSources, type ProjectModule, splitSource } from '../project';
import type { Finding, Place } from './finding';
import { nodesOf } from './walk';

/** The registered scripts that exist, as absolute, real paths, and a finding for each that does not (P-55). */
export function checkRegistered(modules: readonly ProjectModule[]): {
  scripts: readonly string[];
  findings: Finding[];
} {
  const scripts = new Set<string>();
  const findings: Finding[] = [];
  for (const { folder, workers = [], sourceSet } of modules) {
    if (sourceSet !== 'main') continue; // The test module shares the list of the main one.
    for (const entry of workers) {
      const { stem, extension } = splitSource(entry);
      const [first] = findSources(folder, stem, extension);
      if (first?.path === join(folder, entry)) scripts.add(realpathSync(first.path));
      else findings.push(missing(folder, entry, first?.path));
    }
  }
  return { scripts: [...scripts], findings };
}

function missing(folder: string, entry: string, similar: string | undefined): Finding {
  const place = placeInProfile(join(folder, 'build-profile.json5'), entry);
  const other =
    similar === undefined ? undefined : `./${join(dirname(entry), basename(similar)).replaceAll('\\', '/')}`;
  return { ...place, id: 'FOW-D03', severity: 'error', rule: 'P-55', entry: `./${entry}`, similar: other };
}

/** Where an entry stands in its build profile; comments count nothing. */
function placeInProfile(file: string, entry: string): Place {
  const ts = loadCompiler();
  const tree = ts.parseJsonText(file, readFileSync(file, 'utf8'));
  for (const node of nodesOf(tree)) {
    if (!isEntry(node, entry)) continue;
    const { line, character } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    return { file, line: line + 1, column: character + 1 };
  }
  return { file, line: 1, column: 1 };
}

function isEntry(node: Compiler.Node, entry: string): boolean {
  const ts = loadCompiler();
  return ts.isStringLiteral(node) && join(node.text) === join(entry);
}
