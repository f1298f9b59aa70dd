import type { Compiler } from './compiler';
import { builderDecorators, builderMethods, uiDecorators } from './ui-decorators';

type Factory = Compiler.TransformerFactory<Compiler.SourceFile>;

/**
 * A transformer that leaves of ArkUI what runs without a screen. A `struct` becomes a class of the same name with its
 * fields and methods; the methods and functions that describe an interface throw; decorators of ArkUI go.
 */
export function dropUI(ts: typeof Compiler): Factory {
  const { factory } = ts;

  function decoratorName(node: Compiler.Node): string | undefined {
    if (!ts.isDecorator(node)) return undefined;
    const { expression } = node;
    const name = ts.isCallExpression(expression) ? expression.expression : expression;
    return ts.isIdentifier(name) ? name.text : undefined;
  }

  function decoratorNames(node: Compiler.Node): string[] {
    return ts.getAllDecorators(node).flatMap((each) => decoratorName(each) ?? []);
  }

  function isBuilder(node: Compiler.Node): boolean {
    return decoratorNames(node).some((name) => builderDecorators.has(name));
  }

  /** What stands in place of a description of an interface. */
  function noScreen(what: string): Compiler.Block {
    const message = `${what} describes a user interface, and there is none under Jest.`;
    const error = factory.createNewExpression(factory.createIdentifier('Error'), undefined, [
      factory.createStringLiteral(message),
    ]);
    return factory.createBlock([factory.createThrowStatement(error)]);
  }

  /** No test can run it. */
  function withoutCoverage<T extends Compiler.Node>(node: T): T {
    const { MultiLineCommentTrivia } = ts.SyntaxKind;
    return ts.addSyntheticLeadingComment(node, MultiLineCommentTrivia, ' istanbul ignore next ', true);
  }

  return (context) => (file) => {
    const bound = boundNames(ts, file);
    const isKept = (node: Compiler.Node): boolean => {
      const name = decoratorName(node);
      return name === undefined || bound.has(name) || !uiDecorators.has(name);
    };

    function memberOf(struct: string, member: Compiler.ClassElement): Compiler.ClassElement | undefined {
      // The parser adds one; ArkTS allows none.
      if (ts.isConstructorDeclaration(member)) return undefined;
      if (!ts.isMethodDeclaration(member)) return member;
      const name = member.name.getText(file);
      if (!builderMethods.has(name) && !isBuilder(member)) return member;
      const modifiers = ts.getModifiers(member);
      const body = noScreen(`${name}() of struct ${struct}`);
      return withoutCoverage(
        factory.createMethodDeclaration(modifiers, undefined, member.name, undefined, undefined, [], undefined, body),
      );
    }

    function classOf(struct: Compiler.StructDeclaration): Compiler.Node {
      const { name } = struct;
      const members = struct.members.flatMap((member) => memberOf(name?.text ?? '', member) ?? []);
      const made = factory.createClassDeclaration(ts.getModifiers(struct), name, undefined, undefined, members);
      return ts.setOriginalNode(ts.setTextRange(made, struct), struct);
    }

    function visit(node: Compiler.Node): Compiler.VisitResult<Compiler.Node> {
      if (ts.isStructDeclaration(node)) return ts.visitEachChild(classOf(node), visit, context);
      if (ts.isDecorator(node)) return isKept(node) ? node : undefined;
      if (ts.isFunctionDeclaration(node) && isBuilder(node)) return withoutBody(node);
      return ts.visitEachChild(node, visit, context);
    }

    function withoutBody(node: Compiler.FunctionDeclaration): Compiler.Node {
      const modifiers = ts.getModifiers(node);
      const body = noScreen(`${node.name?.text}()`);
      const made = factory.createFunctionDeclaration(modifiers, undefined, node.name, undefined, [], undefined, body);
      return withoutCoverage(ts.setOriginalNode(ts.setTextRange(made, node), node));
    }

    return ts.visitEachChild(file, visit, context);
  };
}

/** What a file imports or declares at its top level: a decorator of such a name is the file's own. */
function boundNames(ts: typeof Compiler, file: Compiler.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) && !isPlatformImport(ts, statement)) {
      const { name, namedBindings } = statement.importClause ?? {};
      if (name !== undefined) names.add(name.text);
      if (namedBindings !== undefined && ts.isNamedImports(namedBindings)) {
        for (const { name: each } of namedBindings.elements) names.add(each.text);
      }
    }
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined) {
      names.add(statement.name.text);
    }
  }
  return names;
}

function isPlatformImport(ts: typeof Compiler, { moduleSpecifier }: Compiler.ImportDeclaration): boolean {
  return ts.isStringLiteral(moduleSpecifier) && /^@(kit|ohos|arkts)\./.test(moduleSpecifier.text);
}
