import { type Compiler, loadCompiler } from './compiler';
import { parseSource } from './parse';

/** What a file does with a value that it imports, or with a member of it. */
export interface ValueUse {
  /** Whether it is called, constructed, or used as a decorator or tag. */
  readonly isCalled: boolean;
  /** Whether a class extends it. */
  readonly isExtended: boolean;
  /** By name, in the order of their first use. */
  readonly members: ReadonlyMap<string, ValueUse>;
}

/** One name that a file imports from a module, as a value. */
export interface ImportedBinding {
  /** `default`, `*`, or the export's name. */
  readonly imported: string;
  /** What the file calls it. */
  readonly local: string;
  readonly use: ValueUse;
}

/** What a source imports of one module; names that only serve as types are left out. */
export function importedBindings(text: string, fileName: string, moduleName: string): readonly ImportedBinding[] {
  const reader = new BindingReader(loadCompiler(), parseSource(text, fileName), moduleName);
  return reader.read();
}

interface Use extends ValueUse {
  isCalled: boolean;
  isExtended: boolean;
  readonly members: Map<string, Use>;
}

interface Binding extends ImportedBinding {
  readonly use: Use;
  isUsed: boolean;
}

class BindingReader {
  readonly #bindings = new Map<string, Binding>();
  readonly #passedOn: ImportedBinding[] = [];

  constructor(
    private readonly ts: typeof Compiler,
    private readonly file: Compiler.SourceFile,
    private readonly moduleName: string,
  ) {}

  read(): readonly ImportedBinding[] {
    for (const statement of this.file.statements) this.#readStatement(statement);
    this.#visit(this.file);
    const used = [...this.#bindings.values()].filter(({ isUsed }) => isUsed);
    return [...used.map(({ imported, local, use }) => ({ imported, local, use })), ...this.#passedOn];
  }

  #readStatement(statement: Compiler.Statement): void {
    const { ts } = this;
    if (ts.isImportDeclaration(statement) && this.#isOfModule(statement)) this.#readImport(statement);
    if (ts.isExportDeclaration(statement) && this.#isOfModule(statement)) this.#readExport(statement);
  }

  #isOfModule({ moduleSpecifier }: Compiler.ImportDeclaration | Compiler.ExportDeclaration): boolean {
    return (
      moduleSpecifier !== undefined &&
      this.ts.isStringLiteral(moduleSpecifier) &&
      moduleSpecifier.text === this.moduleName
    );
  }

  #readImport({ importClause }: Compiler.ImportDeclaration): void {
    if (importClause === undefined || importClause.isTypeOnly) return;
    const { name, namedBindings } = importClause;
    if (name !== undefined) this.#add('default', name);
    if (namedBindings === undefined) return;
    if (this.ts.isNamespaceImport(namedBindings)) return this.#add('*', namedBindings.name);
    for (const each of namedBindings.elements)
      if (!each.isTypeOnly) this.#add((each.propertyName ?? each.name).text, each.name);
  }

  /** `export { a } from 'module'`, which may mean a type. */
  #readExport({ exportClause, isTypeOnly }: Compiler.ExportDeclaration): void {
    if (isTypeOnly || exportClause === undefined || !this.ts.isNamedExports(exportClause)) return;
    for (const { isTypeOnly: isType, name, propertyName } of exportClause.elements) {
      if (!isType) this.#passedOn.push({ imported: (propertyName ?? name).text, local: name.text, use: newUse() });
    }
  }

  #add(imported: string, { text }: Compiler.Identifier): void {
    this.#bindings.set(text, { imported, local: text, use: newUse(), isUsed: false });
  }

  readonly #visit = (node: Compiler.Node): void => {
    const { ts } = this;
    if (ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isExportDeclaration(node)) return this.#visitExport(node);
    if (ts.isHeritageClause(node)) return this.#visitHeritage(node);
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) return this.#visitName(node);
    ts.forEachChild(node, this.#visit);
  };

  #visitExport({ moduleSpecifier, exportClause, isTypeOnly }: Compiler.ExportDeclaration): void {
    if (moduleSpecifier !== undefined || isTypeOnly || !exportClause || !this.ts.isNamedExports(exportClause)) return;
    for (const { name, propertyName } of exportClause.elements) this.#used((propertyName ?? name).text);
  }

  #visitHeritage({ token, types }: Compiler.HeritageClause): void {
    if (token !== this.ts.SyntaxKind.ExtendsKeyword) return;
    for (const { expression } of types) this.#visit(expression);
  }

  #visitName(name: Compiler.Identifier): void {
    if (this.#isDeclared(name)) return;
    const use = this.#used(name.text);
    if (use !== undefined) this.#follow(name, use);
  }

  #used(name: string): Use | undefined {
    const binding = this.#bindings.get(name);
    if (binding !== undefined) binding.isUsed = true;
    return binding?.use;
  }

  /** From `fs` in `fs.OpenMode.READ` outwards. */
  #follow(name: Compiler.Node, found: Use): void {
    const { ts } = this;
    const { parent } = name;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === name && ts.isIdentifier(parent.name)) {
      return this.#follow(parent, memberOf(found, parent.name.text));
    }
    if (ts.isNonNullExpression(parent) || ts.isParenthesizedExpression(parent)) return this.#follow(parent, found);
    if (ts.isExpressionWithTypeArguments(parent)) found.isExtended = true;
    if (this.#calls(parent, name)) found.isCalled = true;
  }

  #calls(parent: Compiler.Node, name: Compiler.Node): boolean {
    const { ts } = this;
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression === name;
    return ts.isDecorator(parent) || (ts.isTaggedTemplateExpression(parent) && parent.tag === name);
  }

  /** `a` of `b.a` and `{ a: b }`, or the name of what is declared; in `{ a }` it is a use as well. */
  #isDeclared(name: Compiler.Identifier): boolean {
    const { parent } = name;
    if (this.ts.isShorthandPropertyAssignment(parent)) return false;
    return ('name' in parent && parent.name === name) || ('propertyName' in parent && parent.propertyName === name);
  }
}

function newUse(): Use {
  return { isCalled: false, isExtended: false, members: new Map() };
}

function memberOf({ members }: Use, name: string): Use {
  const use = members.get(name) ?? newUse();
  members.set(name, use);
  return use;
}
