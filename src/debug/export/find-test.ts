import { type Compiler, loadCompiler } from '../../ets';
import type { TestInfo } from '../test-run';

/** A call that defines a test. */
export interface TestCall {
  readonly call: Compiler.CallExpression;
  /** The first name of what is called: `test` of `test.each(table)(…)`. */
  readonly root: Compiler.Identifier;
  /** The names behind it: `['each']`. */
  readonly members: readonly string[];
  readonly body: Compiler.ArrowFunction | Compiler.FunctionExpression;
  /** Whether the call defines no other test: it stands in no loop or function, and has a name of its own. */
  readonly isOne: boolean;
}

const testNames = ['test', 'it', 'fit'];

/** The call that has defined a test: by its place or, where that is not known, by the names of the blocks around it. */
export function findTest(source: Compiler.SourceFile, { path, place }: TestInfo): TestCall | undefined {
  const calls = testCalls(source);
  const here = place && calls.filter(({ call, body }) => isWithin(place.line, source, call, body));
  if (here !== undefined && here.length > 0) return here.at(-1);
  const named = calls.filter(({ call }) => hasNames(call, path));
  return named.length === 1 ? named[0] : undefined;
}

/** Whether the line is one of those on which the call stands, up to the test's own function. */
function isWithin(line: number, source: Compiler.SourceFile, call: Compiler.Node, body: Compiler.Node): boolean {
  return lineOf(source, call.getStart(source)) <= line && line <= lineOf(source, body.getStart(source));
}

function lineOf(source: Compiler.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

function testCalls(source: Compiler.SourceFile): TestCall[] {
  const ts = loadCompiler();
  const found: TestCall[] = [];
  const visit = (node: Compiler.Node): void => {
    const call = ts.isCallExpression(node) ? testCall(node) : undefined;
    if (call !== undefined) found.push(call);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function testCall(call: Compiler.CallExpression): TestCall | undefined {
  const ts = loadCompiler();
  const [name, body] = call.arguments;
  if (name === undefined || body === undefined) return undefined;
  if (!ts.isArrowFunction(body) && !ts.isFunctionExpression(body)) return undefined;
  const callee = calleeOf(call.expression);
  if (callee === undefined || !testNames.includes(callee.root.text)) return undefined;
  const isOne = ts.isStringLiteralLike(name) && !callee.members.includes('each') && !isRepeated(call);
  return { call, ...callee, body, isOne };
}

/** `test`, `test.only`, `test.each(table)`, ``test.each`table` ``. */
function calleeOf(callee: Compiler.Expression): Pick<TestCall, 'root' | 'members'> | undefined {
  const ts = loadCompiler();
  if (ts.isIdentifier(callee)) return { root: callee, members: [] };
  if (ts.isCallExpression(callee)) return calleeOf(callee.expression);
  if (ts.isTaggedTemplateExpression(callee)) return calleeOf(callee.tag);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const inner = calleeOf(callee.expression);
  return inner && { root: inner.root, members: [...inner.members, callee.name.text] };
}

/** Whether it stands in anything but functions of `describe` blocks. */
function isRepeated(call: Compiler.Node): boolean {
  const ts = loadCompiler();
  for (let at = call.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isIterationStatement(at, false)) return true;
    if (ts.isFunctionLike(at) && blockName(at) === undefined) return true;
  }
  return false;
}

/** The name of the `describe` block whose function it is. */
function blockName(node: Compiler.Node): string | undefined {
  const ts = loadCompiler();
  const { parent } = node;
  if (!ts.isCallExpression(parent) || calleeOf(parent.expression)?.root.text.includes('describe') !== true)
    return undefined;
  const [name] = parent.arguments;
  const isEach = calleeOf(parent.expression)?.members.includes('each') === true;
  return name !== undefined && name !== node && ts.isStringLiteralLike(name) && !isEach ? name.text : undefined;
}

function hasNames(call: Compiler.CallExpression, path: readonly string[]): boolean {
  const ts = loadCompiler();
  const [name] = call.arguments;
  const names = name !== undefined && ts.isStringLiteralLike(name) ? [name.text] : [];
  for (let at: Compiler.Node = call; !ts.isSourceFile(at); at = at.parent) {
    const block = ts.isFunctionLike(at) ? blockName(at) : undefined;
    if (block !== undefined) names.unshift(block);
  }
  return names.join('\n') === path.join('\n');
}
