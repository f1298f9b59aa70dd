import { type Compiler, loadCompiler } from '../ets';
import { constantText } from './constant-text';
import { declarationOf, isWrapper, meaningOf, type WorkerClass } from './platform-names';
import type { Source } from './source';

/** What keeps a worker: a variable, or a field of a class. */
export type Keeper = Compiler.VariableDeclaration | Compiler.PropertyDeclaration;

/** One place that constructs a worker. */
export interface WorkerSite {
  readonly source: Source;
  readonly node: Compiler.NewExpression;
  readonly className: WorkerClass;
  /** `undefined` where the code does not show it. */
  readonly url: string | undefined;
  /** Who has the worker then. `nobody`: it is thrown away; `unseen`: it goes where the file does not show. */
  readonly kept: { readonly by: 'keeper'; readonly keeper: Keeper } | { readonly by: 'nobody' | 'unseen' };
}

export function findWorkerSites(source: Source): readonly WorkerSite[] {
  const ts = loadCompiler();
  const sites: WorkerSite[] = [];
  if (!source.knowsWorkers) return sites;
  for (const node of source.nodes) {
    if (!ts.isNewExpression(node)) continue;
    const meaning = meaningOf(source, node.expression);
    if (meaning?.kind !== 'class') continue;
    const [first] = node.arguments ?? [];
    const url = first === undefined ? undefined : constantText(source, first);
    sites.push({ source, node, className: meaning.name, url, kept: keptBy(source, node) });
  }
  return sites;
}

function keptBy(source: Source, node: Compiler.Expression): WorkerSite['kept'] {
  const ts = loadCompiler();
  const outer = outermost(node);
  const { parent } = outer;
  if (ts.isExpressionStatement(parent)) return { by: 'nobody' };
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return { by: 'keeper', keeper: parent };
  if (ts.isPropertyDeclaration(parent)) return { by: 'keeper', keeper: parent };
  const isAssigned = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!isAssigned || !ts.isExpressionStatement(parent.parent)) return { by: 'unseen' };
  const keeper = declarationOf(source, parent.left);
  const isKeeper = keeper !== undefined && (ts.isVariableDeclaration(keeper) || ts.isPropertyDeclaration(keeper));
  return isKeeper ? { by: 'keeper', keeper } : { by: 'unseen' };
}

/** The expression with the parentheses, assertions and the like around it. */
export function outermost(node: Compiler.Node): Compiler.Node {
  return isWrapper(node.parent) ? outermost(node.parent) : node;
}
