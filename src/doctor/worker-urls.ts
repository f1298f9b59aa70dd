import { type Compiler, loadCompiler } from '../ets';
import type { ScriptResolution } from '../project';
import type { ResolvedSite } from './app';
import type { Finding } from './finding';
import type { Source } from './source';

/** URLs that lead to no script, or to one that is registered nowhere: by the rules of the run time (P-7, P-8). */
export function urlFindings({ url, source, node, resolution }: ResolvedSite): readonly Finding[] {
  if (url === undefined || resolution === undefined || isTried(source, node)) return [];
  const place = { ...source.placeOf(node.arguments?.[0] ?? node), url };
  if (resolution.kind === 'found') {
    return resolution.notes.flatMap((problem): Finding[] => {
      const warning = { ...place, severity: 'warning' as const, problem };
      if (problem.code === 'FOW_SCRIPT_IN_OTHER_HAP') return [{ ...warning, id: 'FOW-D01', rule: 'P-9' }];
      const isUnlisted = problem.code === 'FOW_NO_WORKER_LIST' || problem.code === 'FOW_SCRIPT_NOT_LISTED';
      return isUnlisted ? [{ ...warning, id: 'FOW-D02', rule: 'P-8' }] : [];
    });
  }
  const { problem } = resolution;
  const error = { ...place, severity: 'error' as const, problem };
  if (problem.code === 'FOW_SCRIPT_NOT_REGISTERED') return [{ ...error, id: 'FOW-D02', rule: 'P-8' }];
  return [{ ...error, id: 'FOW-D01', rule: ruleOf(resolution) }];
}

function ruleOf(resolution: Exclude<ScriptResolution, { kind: 'found' }>): string {
  if (resolution.kind === 'refused') return 'P-7';
  return resolution.model === 'fa' ? 'P-64' : 'P-40';
}

/**
 * Tests try out what is refused: inside `try`, or in what they give to `expect`. Those of this package tell what is wrong
 * with a URL when they run, and may put a stand-in for a script.
 */
function isTried({ isTest, text }: Source, node: Compiler.Node): boolean {
  const ts = loadCompiler();
  if (!isTest) return false;
  if (/['"]fake-ohos-worker['"]/.test(text)) return true;
  const isExpect = (each: Compiler.Node) =>
    ts.isCallExpression(each) && ts.isIdentifier(each.expression) && each.expression.text.startsWith('expect');
  return ts.findAncestor(node, (each) => ts.isTryStatement(each) || isExpect(each)) !== undefined;
}
