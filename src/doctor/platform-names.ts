import { type Compiler, loadCompiler } from '../ets';
import type { Declaration } from './scopes';
import type { Source } from './source';

export type WorkerClass = 'ThreadWorker' | 'Worker' | 'RestrictedWorker';

/** What an expression of the worker module means: the module, one of its classes, an instance, or a worker's port. */
export type Meaning =
  | { readonly kind: 'module' }
  | { readonly kind: 'class'; readonly name: WorkerClass }
  | { readonly kind: 'instance' }
  | { readonly kind: 'port' };

const classes: readonly string[] = ['ThreadWorker', 'Worker', 'RestrictedWorker'] satisfies WorkerClass[];
const ports = ['workerPort', 'parentPort'];
const portTypes = ['ThreadWorkerGlobalScope', 'DedicatedWorkerGlobalScope'];

/**
 * What an expression means, as far as its own file shows it.
 *
 * @param depth how many declarations may stand for each other: code can have them in a circle.
 */
export function meaningOf(source: Source, expression: Compiler.Node, depth = 10): Meaning | undefined {
  const ts = loadCompiler();
  if (depth === 0) return undefined;
  const node = unwrap(expression);
  if (ts.isNewExpression(node)) {
    return meaningOf(source, node.expression, depth - 1)?.kind === 'class' ? { kind: 'instance' } : undefined;
  }
  const declaration = declarationOf(source, node);
  if (declaration !== undefined) return meaningOfDeclaration(source, declaration, depth - 1);
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const of = meaningOf(source, node.expression, depth - 1);
  if (of?.kind === 'module') return memberMeaning(node.name.text);
  return of?.kind === 'port' && node.name.text === 'self' ? of : undefined;
}

/** The declaration that an identifier or `this.name` stands for, in the same file. */
export function declarationOf(source: Source, expression: Compiler.Node): Declaration | undefined {
  const ts = loadCompiler();
  const node = unwrap(expression);
  if (ts.isIdentifier(node)) return source.scopes.lookUp(node);
  if (!ts.isPropertyAccessExpression(node) || node.expression.kind !== ts.SyntaxKind.ThisKeyword) return undefined;
  return fieldOf(enclosingClass(node), node.name.text);
}

/** The class whose `this` it is: that of the nearest member, unless a function with its own `this` lies between. */
export function enclosingClass(node: Compiler.Node): Compiler.ClassLikeDeclaration | undefined {
  const ts = loadCompiler();
  for (let each = node.parent; each !== undefined; each = each.parent) {
    if (ts.isClassLike(each)) return each;
    if (ts.isFunctionDeclaration(each) || ts.isFunctionExpression(each)) return undefined;
    if (ts.isMethodDeclaration(each) && ts.isObjectLiteralExpression(each.parent)) return undefined;
  }
  return undefined;
}

export function fieldOf(
  owner: Compiler.ClassLikeDeclaration | undefined,
  name: string,
): Compiler.PropertyDeclaration | undefined {
  const ts = loadCompiler();
  return owner?.members.filter(ts.isPropertyDeclaration).find((member) => nameOf(member) === name);
}

/** The text of a member's name, `#private` ones with their sign. */
export function nameOf(member: { readonly name?: Compiler.Node | undefined }): string | undefined {
  const ts = loadCompiler();
  const { name } = member;
  if (name === undefined) return undefined;
  const isText = ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name);
  return isText ? name.text : undefined;
}

/** Without parentheses, `as T`, `!` and the like. */
export function unwrap(node: Compiler.Node): Compiler.Node {
  return isWrapper(node) ? unwrap(node.expression) : node;
}

export function isWrapper(node: Compiler.Node): node is Compiler.ParenthesizedExpression {
  const ts = loadCompiler();
  return ts.isParenthesizedExpression(node) || ts.isAssertionExpression(node) || ts.isNonNullExpression(node);
}

function meaningOfDeclaration(source: Source, declaration: Declaration, depth: number): Meaning | undefined {
  const ts = loadCompiler();
  const imported = importOf(declaration);
  if (imported !== undefined) return importMeaning(imported);
  if (
    !ts.isVariableDeclaration(declaration) &&
    !ts.isParameter(declaration) &&
    !ts.isPropertyDeclaration(declaration)
  ) {
    return undefined;
  }
  const { type, initializer } = declaration;
  return (
    (type === undefined ? undefined : typeMeaning(source, type)) ??
    (initializer === undefined ? undefined : meaningOf(source, initializer, depth))
  );
}

/** What an import takes: from which module, under which name; `*` for all of it. */
export interface Imported {
  readonly from: string;
  readonly name: string;
}

export function importOf(declaration: Declaration): Imported | undefined {
  const ts = loadCompiler();
  const statement = ts.findAncestor(declaration, ts.isImportDeclaration);
  if (statement === undefined || !ts.isStringLiteral(statement.moduleSpecifier)) return undefined;
  const from = statement.moduleSpecifier.text;
  if (ts.isImportClause(declaration)) return { from, name: 'default' };
  if (ts.isNamespaceImport(declaration)) return { from, name: '*' };
  if (!ts.isImportSpecifier(declaration)) return undefined;
  return { from, name: (declaration.propertyName ?? declaration.name).text };
}

function importMeaning({ from, name }: Imported): Meaning | undefined {
  if (from === '@kit.ArkTS') {
    if (name === 'worker') return { kind: 'module' };
    return portTypes.includes(name) ? { kind: 'port' } : undefined;
  }
  if (from !== '@ohos.worker') return undefined;
  return name === 'default' || name === '*' ? { kind: 'module' } : memberMeaning(name);
}

function memberMeaning(name: string): Meaning | undefined {
  if (classes.includes(name)) return { kind: 'class', name: name as WorkerClass };
  return ports.includes(name) || portTypes.includes(name) ? { kind: 'port' } : undefined;
}

/** A type that names a class of workers means its instances; one of a port, the port. `| null` counts nothing. */
function typeMeaning(source: Source, type: Compiler.TypeNode): Meaning | undefined {
  const ts = loadCompiler();
  if (ts.isParenthesizedTypeNode(type)) return typeMeaning(source, type.type);
  if (ts.isUnionTypeNode(type)) {
    const parts = type.types.filter((part) => !isNothing(part));
    return parts.length === 1 && parts[0] !== undefined ? typeMeaning(source, parts[0]) : undefined;
  }
  if (!ts.isTypeReferenceNode(type)) return undefined;
  const { typeName } = type;
  const named = ts.isIdentifier(typeName)
    ? importedMeaning(source, typeName)
    : ts.isIdentifier(typeName.left) && importedMeaning(source, typeName.left)?.kind === 'module'
      ? memberMeaning(typeName.right.text)
      : undefined;
  return named?.kind === 'class' ? { kind: 'instance' } : named;
}

function importedMeaning(source: Source, name: Compiler.Identifier): Meaning | undefined {
  const declaration = source.scopes.lookUp(name);
  const imported = declaration === undefined ? undefined : importOf(declaration);
  return imported === undefined ? undefined : importMeaning(imported);
}

function isNothing(type: Compiler.TypeNode): boolean {
  const ts = loadCompiler();
  if (type.kind === ts.SyntaxKind.UndefinedKeyword) return true;
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}
