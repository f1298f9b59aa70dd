import { type Compiler, loadCompiler } from '../ets';
import { declarationOf, fieldOf, unwrap } from './platform-names';
import type { Source } from './source';

/** Declarations that stand for each other in a circle end here. */
const maxDepth = 10;

/** The text that an expression always has: literals and what simple constants of the same file make of them. */
export function constantText(source: Source, expression: Compiler.Node, depth = maxDepth): string | undefined {
  const ts = loadCompiler();
  if (depth === 0) return undefined;
  const node = unwrap(expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return templateText(source, node, depth - 1);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [node.left, node.right].map((part) => constantText(source, part, depth - 1));
    return left === undefined || right === undefined ? undefined : left + right;
  }
  const initializer = constantInitializer(source, node);
  return initializer === undefined ? undefined : constantText(source, initializer, depth - 1);
}

/** What a `const`, or a `readonly` field that the class itself names, was made from. */
export function constantInitializer(source: Source, expression: Compiler.Node): Compiler.Expression | undefined {
  const ts = loadCompiler();
  const declaration = declarationOf(source, expression) ?? staticField(source, expression);
  if (declaration === undefined) return undefined;
  if (ts.isVariableDeclaration(declaration)) return isConst(declaration) ? declaration.initializer : undefined;
  return ts.isPropertyDeclaration(declaration) && isReadonly(declaration) ? declaration.initializer : undefined;
}

function templateText(source: Source, template: Compiler.TemplateExpression, depth: number): string | undefined {
  let text = template.head.text;
  for (const { expression, literal } of template.templateSpans) {
    const part = constantText(source, expression, depth);
    if (part === undefined) return undefined;
    text += part + literal.text;
  }
  return text;
}

function staticField(source: Source, node: Compiler.Node): Compiler.PropertyDeclaration | undefined {
  const ts = loadCompiler();
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const owner = declarationOf(source, node.expression);
  return owner !== undefined && ts.isClassLike(owner) ? fieldOf(owner, node.name.text) : undefined;
}

function isConst({ parent }: Compiler.VariableDeclaration): boolean {
  const ts = loadCompiler();
  return ts.isVariableDeclarationList(parent) && (parent.flags & ts.NodeFlags.Const) !== 0;
}

function isReadonly(field: Compiler.PropertyDeclaration): boolean {
  const ts = loadCompiler();
  return ts.getModifiers(field)?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) ?? false;
}
