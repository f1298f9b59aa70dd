import { type Compiler, loadCompiler } from '../ets';

/** What an identifier may stand for: a variable, a parameter, a function, a class, an import. */
export type Declaration = Compiler.Node;

/** Which declaration of its file an identifier means, by the blocks that it lies in. */
export class Scopes {
  readonly #declared = new Map<Compiler.Node, Map<string, Declaration>>();
  #identifiers: ReadonlyMap<string, readonly Compiler.Identifier[]> | undefined;

  /** @param nodes all of the tree. */
  constructor(
    private readonly tree: Compiler.SourceFile,
    private readonly nodes: readonly Compiler.Node[],
  ) {
    for (const node of nodes) this.#declareNamesOf(node);
  }

  /** `undefined` for names of other files. */
  lookUp(identifier: Compiler.Identifier): Declaration | undefined {
    for (let scope: Compiler.Node = identifier.parent; scope !== undefined; scope = scope.parent) {
      const found = this.#declared.get(scope)?.get(identifier.text);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What a name means outside all blocks. */
  inFile(name: string): Declaration | undefined {
    return this.#declared.get(this.tree)?.get(name);
  }

  /** Every identifier that reads or writes the declared name, in the order of the text. */
  usesOf(declaration: Declaration, name: string): readonly Compiler.Identifier[] {
    this.#identifiers ??= identifiersByName(this.nodes);
    const named = this.#identifiers.get(name) ?? [];
    return named.filter((each) => isUse(each) && this.lookUp(each) === declaration);
  }

  #declareNamesOf(node: Compiler.Node): void {
    const scope = scopeOf(node);
    if (scope === undefined) return;
    const names = this.#declared.get(scope) ?? new Map<string, Declaration>();
    this.#declared.set(scope, names);
    for (const name of namesOf(node)) if (!names.has(name)) names.set(name, node);
  }
}

function identifiersByName(nodes: readonly Compiler.Node[]): ReadonlyMap<string, readonly Compiler.Identifier[]> {
  const byName = new Map<string, Compiler.Identifier[]>();
  for (const node of nodes.filter(loadCompiler().isIdentifier)) {
    const same = byName.get(node.text);
    if (same === undefined) byName.set(node.text, [node]);
    else same.push(node);
  }
  return byName;
}

/** The node in which a declaration's names are known; `undefined` for what is no declaration. Asked for every node. */
function scopeOf(node: Compiler.Node): Compiler.Node | undefined {
  const { SyntaxKind } = loadCompiler();
  switch (node.kind) {
    case SyntaxKind.FunctionExpression:
    case SyntaxKind.ClassExpression:
      return node;
    case SyntaxKind.Parameter:
    case SyntaxKind.FunctionDeclaration:
    case SyntaxKind.ClassDeclaration:
    case SyntaxKind.StructDeclaration:
    case SyntaxKind.EnumDeclaration:
      return node.parent;
    case SyntaxKind.VariableDeclaration:
      return enclosing(node, isVar(node as Compiler.VariableDeclaration) ? isFunctionScope : isScope);
    case SyntaxKind.ImportClause:
    case SyntaxKind.NamespaceImport:
    case SyntaxKind.ImportSpecifier:
    case SyntaxKind.ImportEqualsDeclaration:
      return node.getSourceFile();
    default:
      return undefined;
  }
}

function namesOf(node: Compiler.Node): readonly string[] {
  const { name } = node as { readonly name?: Compiler.BindingName };
  return name === undefined ? [] : boundNames(name);
}

function boundNames(name: Compiler.BindingName): readonly string[] {
  const ts = loadCompiler();
  if (ts.isIdentifier(name)) return [name.text];
  if (!ts.isObjectBindingPattern(name) && !ts.isArrayBindingPattern(name)) return [];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

function isVar({ parent }: Compiler.VariableDeclaration): boolean {
  const ts = loadCompiler();
  return ts.isVariableDeclarationList(parent) && (parent.flags & ts.NodeFlags.BlockScoped) === 0;
}

function enclosing(node: Compiler.Node, wanted: (node: Compiler.Node) => boolean): Compiler.Node {
  let scope = node.parent;
  while (scope.parent !== undefined && !wanted(scope)) scope = scope.parent;
  return scope;
}

function isFunctionScope(node: Compiler.Node): boolean {
  return loadCompiler().isFunctionLike(node);
}

function isScope(node: Compiler.Node): boolean {
  const ts = loadCompiler();
  const isLoop = ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node);
  const isBlock = ts.isBlock(node) || ts.isModuleBlock(node) || ts.isCaseBlock(node) || ts.isCatchClause(node);
  return isLoop || isBlock || isFunctionScope(node);
}

/** Whether an identifier stands for what it names: no member's name, no declaration, no type. */
function isUse(node: Compiler.Identifier): boolean {
  const ts = loadCompiler();
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isExportSpecifier(parent) || ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isTypeQueryNode(parent)) return false;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  return (parent as { readonly name?: Compiler.Node }).name !== node;
}
