import type { Compiler } from './compiler';

const hoisted: ReadonlySet<string> = new Set(['mock', 'unmock', 'deepUnmock', 'enableAutomock', 'disableAutomock']);
const anyHoisted = new RegExp(String.raw`\.\s*(${[...hoisted].join('|')})\b`);

/**
 * A transformer that moves `jest.mock(…)` and its like before the imports, as Jest's own transformers do: imports run in
 * their order, and a mock that comes later is too late. `jest` may be the global one or be imported, under any name.
 */
export function hoistMocks(ts: typeof Compiler): Compiler.TransformerFactory<Compiler.SourceFile> {
  return (context) => (file) => (anyHoisted.test(file.text) ? new MockHoister(ts, context, file).run() : file);
}

class MockHoister {
  readonly #jestNames = new Set(['jest']);
  /** `g` of `import * as g from '@jest/globals'`. */
  readonly #globalsNames = new Set<string>();

  constructor(
    private readonly ts: typeof Compiler,
    private readonly context: Compiler.TransformationContext,
    private readonly file: Compiler.SourceFile,
  ) {
    for (const statement of file.statements) if (this.#isJestImport(statement)) this.#readNames(statement);
  }

  run(): Compiler.SourceFile {
    const visited = this.ts.visitEachChild(this.file, this.#visit, this.context);
    return this.ts.factory.updateSourceFile(visited, this.#mocksFirst(visited.statements));
  }

  #isJestImport(statement: Compiler.Statement): statement is Compiler.ImportDeclaration {
    if (!this.ts.isImportDeclaration(statement)) return false;
    const { moduleSpecifier } = statement;
    return this.ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === '@jest/globals';
  }

  #readNames({ importClause }: Compiler.ImportDeclaration): void {
    const bindings = importClause?.namedBindings;
    if (bindings === undefined) return;
    if (this.ts.isNamespaceImport(bindings)) this.#globalsNames.add(bindings.name.text);
    else {
      const jest = bindings.elements.find(({ name, propertyName }) => (propertyName ?? name).text === 'jest');
      if (jest !== undefined) this.#jestNames.add(jest.name.text);
    }
  }

  /** Blocks too: in an `isolateModules` callback a `require` may come before its mock. */
  readonly #visit = (node: Compiler.Node): Compiler.Node => {
    const visited = this.ts.visitEachChild(node, this.#visit, this.context);
    if (!this.ts.isBlock(visited) || !visited.statements.some((each) => this.#isMock(each))) return visited;
    return this.ts.factory.updateBlock(visited, this.#mocksFirst(visited.statements));
  };

  #mocksFirst(statements: readonly Compiler.Statement[]): Compiler.Statement[] {
    const rank = (statement: Compiler.Statement) =>
      this.#isJestImport(statement) ? 0 : this.#isMock(statement) ? 1 : 2;
    return [...statements].sort((one, other) => rank(one) - rank(other));
  }

  #isMock(statement: Compiler.Statement): boolean {
    return this.ts.isExpressionStatement(statement) && this.#isMockCall(statement.expression);
  }

  /** `jest.mock('a').mock('b')` as well as `jest.mock('a')`. */
  #isMockCall(expression: Compiler.Expression): boolean {
    const { ts } = this;
    if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
    const { expression: object, name } = expression.expression;
    return hoisted.has(name.text) && (this.#isJest(object) || this.#isMockCall(object));
  }

  #isJest(object: Compiler.Expression): boolean {
    const { ts } = this;
    if (ts.isIdentifier(object)) return this.#jestNames.has(object.text);
    if (!ts.isPropertyAccessExpression(object) || object.name.text !== 'jest') return false;
    return ts.isIdentifier(object.expression) && this.#globalsNames.has(object.expression.text);
  }
}
