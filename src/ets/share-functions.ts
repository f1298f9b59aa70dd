import type { Compiler } from './compiler';

/**
 * A transformer that lets `@Sendable` mark functions too (S-55): JavaScript has decorators of classes alone. A call at the
 * top of the file does it, before other code of the file runs, as the platform's functions are marked from the start.
 */
export function shareFunctions(ts: typeof Compiler): Compiler.TransformerFactory<Compiler.SourceFile> {
  const { factory } = ts;

  function isSendable({ expression }: Compiler.Decorator): boolean {
    return ts.isIdentifier(expression) && expression.text === 'Sendable';
  }

  function call(name: string): Compiler.Statement {
    const callee = factory.createIdentifier('Sendable');
    return factory.createExpressionStatement(
      factory.createCallExpression(callee, undefined, [factory.createIdentifier(name)]),
    );
  }

  return () => (file) => {
    const marked: string[] = [];
    const statements = file.statements.map((statement) => {
      if (!ts.isFunctionDeclaration(statement)) return statement;
      const decorators = ts.getAllDecorators(statement);
      if (decorators.length === 0) return statement;
      if (decorators.some(isSendable) && statement.name !== undefined) marked.push(statement.name.text);
      const { asteriskToken, name, typeParameters, parameters, type, body } = statement;
      const modifiers = ts.getModifiers(statement);
      const made = factory.createFunctionDeclaration(
        modifiers,
        asteriskToken,
        name,
        typeParameters,
        parameters,
        type,
        body,
      );
      return ts.setOriginalNode(ts.setTextRange(made, statement), statement);
    });
    return factory.updateSourceFile(file, [...marked.map(call), ...statements]);
  };
}
