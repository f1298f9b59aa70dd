import { type Compiler, loadCompiler } from '../ets';
import type { Finding } from './finding';
import { declarationOf, meaningOf } from './platform-names';
import type { Source } from './source';

const posts = ['postMessage', 'postMessageWithSharedSendable', 'postMessageAtFront', 'callGlobalCallObjectMethod'];

/** Posts and global calls of a port that run while the script is evaluated: they are dropped (L-12). */
export function topLevelPosts(source: Source): readonly Finding[] {
  if (!source.knowsWorkers) return [];
  return [...new Evaluation(source).posts()].map((node) => {
    const method = node.expression.getText(source.tree).replace(/^.*\.\s*/s, '');
    return { ...source.placeOf(node), id: 'FOW-D08', severity: 'error', rule: 'L-12', method };
  });
}

/** The code of a file that runs when it is loaded, as far as it can be followed: up to the first `await`. */
class Evaluation {
  readonly #entered = new Set<Compiler.Node>();
  readonly #posts = new Set<Compiler.CallExpression>();

  constructor(private readonly source: Source) {}

  posts(): ReadonlySet<Compiler.CallExpression> {
    this.#run(this.source.tree);
    return this.#posts;
  }

  /** Answers false where the code goes on later. */
  #run(node: Compiler.Node): boolean {
    const ts = loadCompiler();
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return true;
    let goesOn = true;
    ts.forEachChild(node, (child) => {
      goesOn &&= this.#run(child);
    });
    if (!goesOn || ts.isAwaitExpression(node)) return false;
    if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return false;
    if (ts.isCallExpression(node)) this.#call(node);
    return true;
  }

  #call(node: Compiler.CallExpression): void {
    const ts = loadCompiler();
    const { expression } = node;
    const isMember = ts.isPropertyAccessExpression(expression);
    if (isMember && posts.includes(expression.name.text)) {
      if (meaningOf(this.source, expression.expression)?.kind === 'port') this.#posts.add(node);
      return;
    }
    const body = this.#bodyOf(expression);
    if (body === undefined || this.#entered.has(body)) return;
    this.#entered.add(body);
    this.#run(body);
  }

  /** Of a function of the same file, or one that is called where it is written. */
  #bodyOf(callee: Compiler.Expression): Compiler.Node | undefined {
    const ts = loadCompiler();
    if (ts.isParenthesizedExpression(callee)) return this.#bodyOf(callee.expression);
    if (ts.isArrowFunction(callee) || ts.isFunctionExpression(callee)) {
      return callee.asteriskToken === undefined ? callee.body : undefined;
    }
    if (!ts.isIdentifier(callee)) return undefined;
    const declaration = declarationOf(this.source, callee);
    if (declaration === undefined) return undefined;
    if (ts.isFunctionDeclaration(declaration)) {
      return declaration.asteriskToken === undefined ? declaration.body : undefined;
    }
    const initializer = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    return initializer !== undefined && !ts.isIdentifier(initializer) ? this.#bodyOf(initializer) : undefined;
  }
}
