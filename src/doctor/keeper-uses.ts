import { type Compiler, loadCompiler } from '../ets';
import { declarationOf, enclosingClass, fieldOf, nameOf } from './platform-names';
import type { Source } from './source';
import { nodesOf } from './walk';
import { type Keeper, outermost } from './worker-site';

/** What a file does with the worker that a keeper has. `unseen`: it goes where the file does not show. */
export type KeeperUse =
  | { readonly kind: 'assign'; readonly member: string }
  | { readonly kind: 'call'; readonly member: string; readonly args: readonly Compiler.Expression[] }
  | { readonly kind: 'read'; readonly member: string }
  | { readonly kind: 'harmless' }
  | { readonly kind: 'unseen' };

export function usesOfKeeper(source: Source, keeper: Keeper): readonly KeeperUse[] {
  const name = nameOf(keeper) ?? '';
  return loadCompiler().isVariableDeclaration(keeper)
    ? [...exportOf(keeper), ...source.scopes.usesOf(keeper, name).map(classify)]
    : usesOfField(source, keeper, name);
}

function exportOf(variable: Compiler.VariableDeclaration): readonly KeeperUse[] {
  const ts = loadCompiler();
  const statement = variable.parent.parent;
  const modifiers = ts.isVariableStatement(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ? [{ kind: 'unseen' }] : [];
}

function usesOfField(source: Source, field: Compiler.PropertyDeclaration, name: string): readonly KeeperUse[] {
  const ts = loadCompiler();
  if ((ts.getAllDecorators(field) ?? []).length > 0) return [{ kind: 'unseen' }];
  const uses: KeeperUse[] = [];
  for (const node of source.nodes) {
    if (ts.isPropertyAccessExpression(node) && node.name.text === name) {
      if (!isFieldOfOther(source, node, field)) uses.push(classify(node));
    } else if (isOtherMention(node, name)) uses.push({ kind: 'unseen' });
  }
  return uses;
}

/** `this.name` of a class that has a field of the same name. */
function isFieldOfOther(
  source: Source,
  node: Compiler.PropertyAccessExpression,
  field: Compiler.PropertyDeclaration,
): boolean {
  const own = declarationOf(source, node);
  return own !== undefined && own !== field && fieldOf(enclosingClass(node), node.name.text) === own;
}

/** `object['name']`, or `const { name } = object`. */
function isOtherMention(node: Compiler.Node, name: string): boolean {
  const ts = loadCompiler();
  if (ts.isElementAccessExpression(node)) {
    return ts.isStringLiteralLike(node.argumentExpression) && node.argumentExpression.text === name;
  }
  return ts.isBindingElement(node) && nameOf({ name: node.propertyName ?? node.name }) === name;
}

function classify(node: Compiler.Node): KeeperUse {
  const ts = loadCompiler();
  const outer = outermost(node);
  const { parent } = outer;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === outer) return memberUse(parent);
  return isHarmless(outer, parent) ? { kind: 'harmless' } : { kind: 'unseen' };
}

function memberUse(access: Compiler.PropertyAccessExpression): KeeperUse {
  const ts = loadCompiler();
  const member = access.name.text;
  const outer = outermost(access);
  const { parent } = outer;
  if (ts.isCallExpression(parent) && parent.expression === outer) {
    return parent.arguments.some(usesThis) ? { kind: 'unseen' } : { kind: 'call', member, args: parent.arguments };
  }
  if (isAssignment(parent) && parent.left === outer) {
    return usesThis(parent.right) ? { kind: 'unseen' } : { kind: 'assign', member };
  }
  return { kind: 'read', member };
}

/** Places that look at the worker, or forget it, and hand it to nobody. */
function isHarmless(node: Compiler.Node, parent: Compiler.Node): boolean {
  const ts = loadCompiler();
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    const { EqualsToken, AmpersandAmpersandToken } = ts.SyntaxKind;
    if (kind === EqualsToken || kind === AmpersandAmpersandToken) return parent.left === node;
    return comparisons().has(kind);
  }
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === node;
  return ts.isPrefixUnaryExpression(parent) || ts.isTypeOfExpression(parent) || ts.isExpressionStatement(parent);
}

function comparisons(): ReadonlySet<Compiler.SyntaxKind> {
  const { EqualsEqualsToken, EqualsEqualsEqualsToken, ExclamationEqualsToken, ExclamationEqualsEqualsToken } =
    loadCompiler().SyntaxKind;
  return new Set([EqualsEqualsToken, EqualsEqualsEqualsToken, ExclamationEqualsToken, ExclamationEqualsEqualsToken]);
}

function isAssignment(node: Compiler.Node): node is Compiler.BinaryExpression {
  const ts = loadCompiler();
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** A handler that is no arrow function reaches the worker as `this`. */
function usesThis(handler: Compiler.Node): boolean {
  const ts = loadCompiler();
  if (!ts.isFunctionExpression(handler)) return false;
  for (const node of nodesOf(handler)) if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  return false;
}
