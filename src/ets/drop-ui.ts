import type { Compiler } from './compiler';
import { decoratorName, ownNames } from './own-decorators';

/** The decorators of functions and methods that describe a user interface. */
const builderDecorators: ReadonlySet<string> = new Set([
  'Builder',
  'LocalBuilder',
  'Styles',
  'Extend',
  'AnimatableExtend',
]);

/** The methods of a `struct` that do. */
const builderMethods: ReadonlySet<string> = new Set(['build', 'pageTransition']);

/**
 * A transformer that leaves of ArkUI what runs without a screen. A `struct` becomes a class of the same name with its
 * fields and methods; the methods and functions that describe an interface throw; decorators of the platform go.
 */
export function dropUI(ts: typeof Compiler): Compiler.TransformerFactory<Compiler.SourceFile> {
  return (context) => (file) => new InterfaceRemover(ts, context, file).run();
}

class InterfaceRemover {
  readonly #ownNames: ReadonlySet<string>;

  constructor(
    private readonly ts: typeof Compiler,
    private readonly context: Compiler.TransformationContext,
    private readonly file: Compiler.SourceFile,
  ) {
    this.#ownNames = ownNames(ts, file);
  }

  run(): Compiler.SourceFile {
    return this.ts.visitEachChild(this.file, this.#visit, this.context);
  }

  readonly #visit = (node: Compiler.Node): Compiler.VisitResult<Compiler.Node> => {
    const { ts } = this;
    if (ts.isStructDeclaration(node)) return ts.visitEachChild(this.#classOf(node), this.#visit, this.context);
    if (ts.isDecorator(node)) return this.#isOwn(node) ? this.#guarded(node) : undefined;
    if (ts.isFunctionDeclaration(node)) return this.#functionOf(node);
    if (ts.isMethodDeclaration(node) && this.#isBuilder(node)) return this.#methodWithoutScreen(node, 'a class');
    return ts.visitEachChild(node, this.#visit, this.context);
  };

  #isOwn(decorator: Compiler.Decorator): boolean {
    const name = decoratorName(this.ts, decorator);
    return name === undefined || this.#ownNames.has(name.text);
  }

  /** What is imported may be an annotation, of which nothing is left at run time: `typeof A === 'function' ? A(…) : …`. */
  #guarded(decorator: Compiler.Decorator): Compiler.Decorator {
    const { factory } = this.ts;
    const name = decoratorName(this.ts, decorator);
    if (name === undefined || name.text === 'Sendable') return decorator;
    const { expression } = decorator;
    const isThere = factory.createStrictEquality(
      factory.createTypeOfExpression(name),
      factory.createStringLiteral('function'),
    );
    const nothing = factory.createArrowFunction(
      undefined,
      undefined,
      [],
      undefined,
      undefined,
      factory.createBlock([]),
    );
    return factory.updateDecorator(
      decorator,
      factory.createConditionalExpression(isThere, undefined, expression, undefined, nothing),
    );
  }

  #isBuilder(node: Compiler.Node): boolean {
    const names = this.ts.getAllDecorators(node).map((each) => decoratorName(this.ts, each)?.text ?? '');
    return names.some((name) => builderDecorators.has(name) && !this.#ownNames.has(name));
  }

  #classOf(struct: Compiler.StructDeclaration): Compiler.Node {
    const { ts } = this;
    const { name } = struct;
    const members = struct.members.flatMap((member) => this.#memberOf(name?.text ?? '', member) ?? []);
    const decorators = ts.getAllDecorators(struct).filter((each) => this.#isOwn(each));
    const modifiers = [...decorators, ...(ts.getModifiers(struct) ?? [])];
    const made = ts.factory.createClassDeclaration(modifiers, name, undefined, undefined, members);
    return ts.setOriginalNode(ts.setTextRange(made, struct), struct);
  }

  #memberOf(struct: string, member: Compiler.ClassElement): Compiler.ClassElement | undefined {
    const { ts } = this;
    // The parser adds one; ArkTS allows none.
    if (ts.isConstructorDeclaration(member)) return undefined;
    if (!ts.isMethodDeclaration(member)) return member;
    const describes = builderMethods.has(member.name.getText(this.file)) || this.#isBuilder(member);
    return describes ? this.#methodWithoutScreen(member, `struct ${struct}`) : member;
  }

  #methodWithoutScreen(method: Compiler.MethodDeclaration, owner: string): Compiler.MethodDeclaration {
    const { ts } = this;
    const modifiers = ts.getModifiers(method);
    const body = this.#noScreen(`${method.name.getText(this.file)}() of ${owner}`);
    return this.#withoutCoverage(
      ts.factory.createMethodDeclaration(modifiers, undefined, method.name, undefined, undefined, [], undefined, body),
    );
  }

  /** JavaScript has no decorators of functions. */
  #functionOf(node: Compiler.FunctionDeclaration): Compiler.Node {
    const { ts } = this;
    if (!this.#isBuilder(node)) return ts.visitEachChild(node, this.#visit, this.context);
    const modifiers = ts.getModifiers(node);
    const body = this.#noScreen(`${node.name?.text}()`);
    const made = ts.factory.createFunctionDeclaration(modifiers, undefined, node.name, undefined, [], undefined, body);
    return this.#withoutCoverage(ts.setOriginalNode(ts.setTextRange(made, node), node));
  }

  /** What stands in place of a description of an interface. */
  #noScreen(what: string): Compiler.Block {
    const { factory } = this.ts;
    const message = `${what} describes a user interface, and there is none under Jest.`;
    const error = factory.createNewExpression(factory.createIdentifier('Error'), undefined, [
      factory.createStringLiteral(message),
    ]);
    return factory.createBlock([factory.createThrowStatement(error)]);
  }

  /** No test can run it. */
  #withoutCoverage<T extends Compiler.Node>(node: T): T {
    const { MultiLineCommentTrivia } = this.ts.SyntaxKind;
    return this.ts.addSyntheticLeadingComment(node, MultiLineCommentTrivia, ' istanbul ignore next ', true);
  }
}
