import type { Compiler } from './compiler';

/**
 * A transformer for `import lazy { … } from`: the module is loaded when one of its names is first used. It runs on what
 * the compiler has made of the imports: `const a_1 = require('./a')`, whose names are properties of `a_1`.
 */
export function loadLazily(ts: typeof Compiler): Compiler.TransformerFactory<Compiler.SourceFile> {
  const isLazyImport = (node: Compiler.Node): boolean => {
    const original = ts.getOriginalNode(node);
    return ts.isImportDeclaration(original) && original.importClause?.isLazy === true;
  };
  return (context) => (file) => {
    const visitVariable = (node: Compiler.Node): Compiler.Node => {
      if (!ts.isVariableDeclaration(node)) return ts.visitEachChild(node, visitVariable, context);
      const { name, exclamationToken, type, initializer } = node;
      if (initializer === undefined) return node;
      return ts.factory.updateVariableDeclaration(node, name, exclamationToken, type, lazily(ts, initializer));
    };
    const statements = file.statements.map((node) =>
      ts.isVariableStatement(node) && isLazyImport(node) ? ts.visitEachChild(node, visitVariable, context) : node,
    );
    return ts.factory.updateSourceFile(file, statements);
  };
}

/** `((loaded) => new Proxy({}, { get: (_, name) => (loaded ??= load)[name] }))()` */
function lazily({ factory, SyntaxKind }: typeof Compiler, load: Compiler.Expression): Compiler.Expression {
  const parameter = (name: string) => factory.createParameterDeclaration(undefined, undefined, name);
  const arrow = (parameters: readonly string[], body: Compiler.Expression) =>
    factory.createArrowFunction(undefined, undefined, parameters.map(parameter), undefined, undefined, body);
  const [loaded, name] = [factory.createIdentifier('loaded'), factory.createIdentifier('name')];
  const once = factory.createBinaryExpression(loaded, SyntaxKind.QuestionQuestionEqualsToken, load);
  const get = arrow(
    ['_', 'name'],
    factory.createElementAccessExpression(factory.createParenthesizedExpression(once), name),
  );
  const handler = factory.createObjectLiteralExpression([factory.createPropertyAssignment('get', get)]);
  const target = factory.createObjectLiteralExpression();
  const proxy = factory.createNewExpression(factory.createIdentifier('Proxy'), undefined, [target, handler]);
  return factory.createCallExpression(factory.createParenthesizedExpression(arrow(['loaded'], proxy)), undefined, []);
}
