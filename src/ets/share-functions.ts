import type { Compiler } from './compiler';
import { decoratorName } from './own-decorators';

/**
 * A transformer that lets `@Sendable` mark functions too (S-55): JavaScript has decorators of classes alone. A call at the
 * top of the file does it, before other code of the file runs, as the platform's functions are marked from the start.
 */
export function shareFunctions(ts: typeof Compiler): Compiler.TransformerFactory<Compiler.SourceFile> {
  return (context) => (file) => {
    if (!file.text.includes('@')) return file;
    const marked: string[] = [];
    const visit = (node: Compiler.Node): Compiler.Node => {
      const visited = ts.visitEachChild(node, visit, context);
      if (!ts.isFunctionDeclaration(visited)) return visited;
      const decorators = ts.getAllDecorators(visited);
      if (decorators.length === 0) return visited;
      const isTopLevel = ts.getOriginalNode(visited).parent === ts.getOriginalNode(file);
      const isSendable = decorators.some((each) => decoratorName(ts, each)?.text === 'Sendable');
      const name = visited.name ?? ts.factory.createIdentifier('default_1');
      if (isSendable && isTopLevel) marked.push(name.text);
      return withoutDecorators(ts, visited, isSendable ? name : visited.name);
    };
    const { statements } = ts.visitEachChild(file, visit, context);
    return ts.factory.updateSourceFile(file, [...marked.map((name) => callOf(ts, name)), ...statements]);
  };
}

function withoutDecorators(
  ts: typeof Compiler,
  node: Compiler.FunctionDeclaration,
  name: Compiler.Identifier | undefined,
): Compiler.FunctionDeclaration {
  const { asteriskToken, typeParameters, parameters, type, body } = node;
  const modifiers = ts.getModifiers(node);
  const made = ts.factory.createFunctionDeclaration(
    modifiers,
    asteriskToken,
    name,
    typeParameters,
    parameters,
    type,
    body,
  );
  return ts.setOriginalNode(ts.setTextRange(made, node), node);
}

function callOf({ factory }: typeof Compiler, name: string): Compiler.Statement {
  const marked = factory.createIdentifier(name);
  const call = factory.createCallExpression(factory.createIdentifier('Sendable'), undefined, [marked]);
  return factory.createExpressionStatement(call);
}
