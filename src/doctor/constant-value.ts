import { type Compiler, loadCompiler } from '../ets';
import { constantInitializer, constantText } from './constant-text';
import { nameOf, unwrap } from './platform-names';
import type { Source } from './source';

/** What an expression of literals is worth; `undefined` for all other expressions. */
export function constantValue(
  source: Source,
  expression: Compiler.Node,
  depth = 10,
): { readonly value: unknown } | undefined {
  const ts = loadCompiler();
  const node = unwrap(expression);
  if (depth === 0) return undefined;
  const text = constantText(source, node);
  if (text !== undefined) return { value: text };
  if (ts.isNumericLiteral(node)) return { value: Number(node.text) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { value: false };
  if (node.kind === ts.SyntaxKind.NullKeyword) return { value: null };
  if (ts.isArrayLiteralExpression(node)) {
    const items = node.elements.map((element) => constantValue(source, element, depth - 1));
    return items.some((item) => item === undefined) ? undefined : { value: items.map((item) => item?.value) };
  }
  if (ts.isObjectLiteralExpression(node)) return objectValue(source, node, depth);
  const initializer = constantInitializer(source, node);
  return initializer === undefined ? undefined : constantValue(source, initializer, depth - 1);
}

function objectValue(
  source: Source,
  { properties }: Compiler.ObjectLiteralExpression,
  depth: number,
): { readonly value: unknown } | undefined {
  const ts = loadCompiler();
  const entries: [string, unknown][] = [];
  for (const property of properties) {
    const name = nameOf(property);
    const constant = ts.isPropertyAssignment(property)
      ? constantValue(source, property.initializer, depth - 1)
      : undefined;
    if (name === undefined || constant === undefined) return undefined;
    entries.push([name, constant.value]);
  }
  return { value: Object.fromEntries(entries) };
}
