import { type Compiler, loadCompiler } from '../ets';
import { type Declared, followImport } from './exported-declaration';
import type { Finding } from './finding';
import { declarationOf, enclosingClass, nameOf, unwrap } from './platform-names';
import type { Source } from './source';
import type { Sources } from './sources';

/** Builtin classes whose instances can't be sent, with the rule that says so. */
const unsendable: Readonly<Record<string, 'S-27' | 'S-30'>> = {
  DataView: 'S-27',
  Promise: 'S-30',
  Proxy: 'S-30',
  WeakMap: 'S-30',
  WeakRef: 'S-30',
  WeakSet: 'S-30',
};

const maxDepth = 12;

/** Looks into one message for what can't be sent. */
export class MessageCheck {
  readonly #findings: Finding[] = [];

  constructor(
    private readonly sources: Sources,
    private readonly source: Source,
    private readonly message: Compiler.Expression,
  ) {}

  findings(): readonly Finding[] {
    this.#value(this.message, '', maxDepth);
    return this.#findings;
  }

  /** @param path where in the message, as code would write it behind the message. */
  #value(expression: Compiler.Node, path: string, depth: number): void {
    const ts = loadCompiler();
    const node = unwrap(expression);
    if (depth === 0) return;
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) this.#function(node, '', path);
    else if (ts.isClassExpression(node)) this.#unsendable('class', nameOf(node) ?? '', path, 'S-28');
    else if (ts.isObjectLiteralExpression(node)) this.#object(node, path, depth);
    else if (ts.isArrayLiteralExpression(node)) {
      for (const [index, element] of node.elements.entries()) this.#value(element, `${path}[${index}]`, depth - 1);
    } else if (ts.isNewExpression(node)) this.#instance(node, path);
    else if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) this.#named(node, path, depth);
  }

  #object({ properties }: Compiler.ObjectLiteralExpression, path: string, depth: number): void {
    const ts = loadCompiler();
    for (const property of properties) {
      const inside = `${path}.${nameOf(property) ?? '…'}`;
      if (ts.isPropertyAssignment(property)) this.#value(property.initializer, inside, depth - 1);
      else if (ts.isShorthandPropertyAssignment(property)) this.#named(property.name, inside, depth - 1);
      else if (ts.isMethodDeclaration(property)) this.#function(property, nameOf(property) ?? '', inside);
      else if (ts.isAccessor(property)) this.#unsendable('accessor', nameOf(property) ?? '', inside, 'S-18');
    }
  }

  /** A variable for what it was made from, a function, a class, or a method of `this`. */
  #named(node: Compiler.Identifier | Compiler.PropertyAccessExpression, path: string, depth: number): void {
    const ts = loadCompiler();
    const method = methodOfThis(node);
    if (method !== undefined) return this.#function(method, nameOf(method) ?? '', path);
    const declaration = declarationOf(this.source, node);
    if (declaration === undefined) return;
    if (ts.isVariableDeclaration(declaration)) {
      const { initializer } = declaration;
      if (initializer !== undefined && !isChanged(this.source, declaration)) this.#value(initializer, path, depth - 1);
      return;
    }
    const meant = followImport(this.sources, { source: this.source, declaration })?.declaration;
    if (meant === undefined) return;
    if (ts.isFunctionDeclaration(meant)) this.#function(meant, nameOf(meant) ?? '', path);
    else if (ts.isClassDeclaration(meant)) this.#unsendable('class', nameOf(meant) ?? '', path, 'S-28');
  }

  /** What an `async` function becomes is not known (S-29); shared functions arrive. */
  #function(node: Compiler.FunctionLikeDeclaration, name: string, path: string): void {
    if (isAsync(node) || isShared(node)) return;
    this.#unsendable('function', name, path, path === '' ? 'S-28' : 'S-17');
  }

  #instance({ expression }: Compiler.NewExpression, path: string): void {
    const ts = loadCompiler();
    if (!ts.isIdentifier(expression)) return;
    const declaration = this.source.scopes.lookUp(expression);
    const rule = unsendable[expression.text];
    if (declaration === undefined) {
      if (rule !== undefined) this.#unsendable('object', expression.text, path, rule);
      return;
    }
    const meant = followImport(this.sources, { source: this.source, declaration });
    if (meant !== undefined && ts.isClassLike(meant.declaration)) this.#instanceOf(meant, expression.text, path);
  }

  #instanceOf(declared: Declared, className: string, path: string): void {
    const ts = loadCompiler();
    const classes = [...withBases(this.sources, declared, maxDepth)];
    if (classes.some(isShared)) return;
    const members = classes.flatMap((each) => [...each.members]).filter((member) => !isStatic(member));
    for (const field of members.filter(ts.isPropertyDeclaration)) {
      const { initializer } = field;
      if (initializer === undefined || !(ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)))
        continue;
      this.#function(initializer, nameOf(field) ?? '', `${path}.${nameOf(field) ?? '…'}`);
    }
    const lost = members.filter((member) => ts.isMethodDeclaration(member) || ts.isAccessor(member));
    const methods = [...new Set(lost.flatMap((member) => nameOf(member) ?? []))];
    if (methods.length === 0) return;
    const place = this.source.placeOf(this.message);
    this.#findings.push({ ...place, id: 'FOW-D07', severity: 'warning', rule: 'S-16', className, methods, path });
  }

  #unsendable(
    what: 'function' | 'class' | 'accessor' | 'object',
    name: string,
    path: string,
    rule: 'S-17' | 'S-18' | 'S-27' | 'S-28' | 'S-30',
  ): void {
    const place = this.source.placeOf(this.message);
    this.#findings.push({ ...place, id: 'FOW-D06', severity: 'error', rule, what, name, path });
  }
}

/** A class and those that it extends, as far as the app declares them. */
function* withBases(
  sources: Sources,
  { source, declaration }: Declared,
  depth: number,
): Generator<Compiler.ClassLikeDeclaration> {
  const ts = loadCompiler();
  if (depth === 0 || !ts.isClassLike(declaration)) return;
  yield declaration;
  const base = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const named = base === undefined ? undefined : declarationOf(source, base.expression);
  const meant = named === undefined ? undefined : followImport(sources, { source, declaration: named });
  if (meant !== undefined) yield* withBases(sources, meant, depth - 1);
}

function methodOfThis(node: Compiler.Node): Compiler.MethodDeclaration | undefined {
  const ts = loadCompiler();
  if (!ts.isPropertyAccessExpression(node) || node.expression.kind !== ts.SyntaxKind.ThisKeyword) return undefined;
  return enclosingClass(node)
    ?.members.filter(ts.isMethodDeclaration)
    .find((member) => nameOf(member) === node.name.text && !isStatic(member));
}

/** Whether a variable is assigned to after its declaration. */
function isChanged(source: Source, variable: Compiler.VariableDeclaration): boolean {
  const ts = loadCompiler();
  return source.scopes.usesOf(variable, nameOf(variable) ?? '').some(({ parent, pos }) => {
    if (!ts.isBinaryExpression(parent) || parent.left.pos !== pos) return false;
    return [ts.SyntaxKind.EqualsToken, ts.SyntaxKind.QuestionQuestionEqualsToken].includes(parent.operatorToken.kind);
  });
}

function isStatic(member: Compiler.Node): boolean {
  return hasModifier(member, loadCompiler().SyntaxKind.StaticKeyword);
}

function isAsync(node: Compiler.FunctionLikeDeclaration): boolean {
  return node.asteriskToken === undefined && hasModifier(node, loadCompiler().SyntaxKind.AsyncKeyword);
}

function hasModifier(node: Compiler.Node, wanted: Compiler.SyntaxKind): boolean {
  const ts = loadCompiler();
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(({ kind }) => kind === wanted) ?? false);
}

/** `@Sendable` classes, and functions that are made for other threads. */
function isShared(node: Compiler.Node): boolean {
  const ts = loadCompiler();
  return (ts.getAllDecorators(node) ?? []).some(({ expression }) => {
    return ts.isIdentifier(expression) && ['Sendable', 'Concurrent'].includes(expression.text);
  });
}
