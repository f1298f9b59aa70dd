import type { Compiler } from './compiler';

/**
 * A transformer for `import lazy { … } from`: the module is loaded when one of its names is first used. It runs on what
 * the compiler has made of the imports: `const a_1 = require('./a')`, whose names are properties of `a_1`.
 */
export function loadLazily(ts: typeof Compiler): Compiler.TransformerFactory<Compiler.SourceFile> {
  const { factory } = ts;

  function isLazyImport(node: Compiler.Node): boolean {
    const original = ts.getOriginalNode(node);
    return ts.isImportDeclaration(original) && original.importClause?.isLazy === true;
  }

  /** `new Proxy({}, { get: (_, name) => load[name] })` */
  function lazily(load: Compiler.Expression): Compiler.Expression {
    const parameter = (name: string) => factory.createParameterDeclaration(undefined, undefined, name);
    const value = factory.createElementAccessExpression(load, factory.createIdentifier('name'));
    const get = factory.createArrowFunction(
      undefined,
      undefined,
      [parameter('_'), parameter('name')],
      undefined,
      undefined,
      value,
    );
    const handler = factory.createObjectLiteralExpression([factory.createPropertyAssignment('get', get)]);
    const target = factory.createObjectLiteralExpression();
    return factory.createNewExpression(factory.createIdentifier('Proxy'), undefined, [target, handler]);
  }

  return (context) => (file) => {
    const visit = (node: Compiler.Statement): Compiler.Statement => {
      if (!ts.isVariableStatement(node) || !isLazyImport(node)) return node;
      return ts.visitEachChild(
        node,
        (list) =>
          ts.visitEachChild(
            list,
            (each) => {
              if (!ts.isVariableDeclaration(each) || each.initializer === undefined) return each;
              const { name, exclamationToken, type, initializer } = each;
              return factory.updateVariableDeclaration(each, name, exclamationToken, type, lazily(initializer));
            },
            context,
          ),
        context,
      );
    };
    return factory.updateSourceFile(file, file.statements.map(visit));
  };
}
