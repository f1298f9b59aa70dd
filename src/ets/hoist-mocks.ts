import type { Compiler } from './compiler';

const hoisted: ReadonlySet<string> = new Set(['mock', 'unmock', 'deepUnmock', 'enableAutomock', 'disableAutomock']);

/**
 * A transformer that moves `jest.mock(…)` and its like before the imports, as Jest's own transformers do: imports run in
 * their order, and a mock that comes later is too late. `jest` may be the global one or be imported.
 */
export function hoistMocks(ts: typeof Compiler): Compiler.TransformerFactory<Compiler.SourceFile> {
  const { factory } = ts;

  function isJestImport(statement: Compiler.Statement): boolean {
    if (!ts.isImportDeclaration(statement)) return false;
    const { moduleSpecifier } = statement;
    return ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === '@jest/globals';
  }

  /** `jest.mock('a').mock('b')` as well as `jest.mock('a')`. */
  function isMockCall(expression: Compiler.Expression): boolean {
    if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
    const { expression: object, name } = expression.expression;
    if (!hoisted.has(name.text)) return false;
    return (ts.isIdentifier(object) && object.text === 'jest') || isMockCall(object);
  }

  function isMock(statement: Compiler.Statement): boolean {
    return ts.isExpressionStatement(statement) && isMockCall(statement.expression);
  }

  /** Blocks too: in an `isolateModules` callback a `require` may come before its mock. */
  function inBlocks(context: Compiler.TransformationContext) {
    const visit = (node: Compiler.Node): Compiler.Node => {
      const visited = ts.visitEachChild(node, visit, context);
      if (!ts.isBlock(visited) || !visited.statements.some(isMock)) return visited;
      return factory.updateBlock(visited, mocksFirst(visited.statements));
    };
    return visit;
  }

  function mocksFirst(statements: readonly Compiler.Statement[]): Compiler.Statement[] {
    const rank = (statement: Compiler.Statement) => (isJestImport(statement) ? 0 : isMock(statement) ? 1 : 2);
    return [...statements].sort((one, other) => rank(one) - rank(other));
  }

  return (context) => (file) => {
    if (!/\b(mock|unmock|deepUnmock|enableAutomock|disableAutomock)\s*\(/.test(file.text)) return file;
    const visited = ts.visitEachChild(file, inBlocks(context), context);
    return factory.updateSourceFile(visited, mocksFirst(visited.statements));
  };
}
