import { describe, expect, it } from '@jest/globals';
import { compileEts } from '../../src/ets';

/** What is loaded by a file that imports `X` and goes on with `rest`. */
function loadedBy(rest: string, clause = '{ X }'): string[] {
  const code = compileEts(`import ${clause} from './x';\nexport const z = 1;\n${rest}`, '/app/page.ets');
  return [...code.matchAll(/require\("(.+?)"\)/g)].map(([, name = '']) => name);
}

describe('an import', () => {
  it.each([
    ['a call', 'X();'],
    ['new', 'new X();'],
    ['a property', 'X.a.b();'],
    ['an optional property', 'X?.a;'],
    ['an element', "X['a'];"],
    ['parentheses', '(X).a;'],
    ['a non-null assertion', 'X!.a;'],
    ['a shorthand property', 'const a = { X };'],
    ['the value of a property', 'const a = { b: X };'],
    ['a computed name', 'const a = { [X]: 1 };'],
    ['a spread of an object', 'const a = { ...X };'],
    ['a spread of a list', 'f(...X);'],
    ['a default in a pattern', 'const { a = X } = b;'],
    ['a key in a pattern', 'const { [X]: a } = b;'],
    ['the default of a parameter', 'function f(a = X) {}'],
    ['the body of an arrow function', 'const f = () => X;'],
    ['the awaited', 'async function f() { await X; }'],
    ['the yielded', 'function* g() { yield* X; }'],
    ['extends', 'class A extends X {}'],
    ['extends, with type arguments', 'class A extends X<string> {}'],
    ['extends, of a namespace', 'class A extends X.Y {}'],
    ['extends, as an argument', 'class A extends mixed(X) {}'],
    ['a decorator', '@X class A {}'],
    ['a decorator that is called', '@X() class A {}'],
    ["a decorator's argument", '@dec({ a: X }) class A {}'],
    ['a decorator of a method', 'class A { @X m() {} }'],
    ['a decorator of a parameter', 'class A { m(@X a: number) {} }'],
    ['a decorator of a function', '@X function f() {}'],
    ['a field', 'class A { a = X; }'],
    ['a static field', 'class A { static a = X; }'],
    ['a static block', 'class A { static { X; } }'],
    ['the name of a member', 'class A { [X.a]() {} }'],
    ['a member of an enum', 'enum A { B = X.a }'],
    ['a case', 'switch (a) { case X: }'],
    ['a loop', 'for (const a of X) {}'],
    ['a condition', 'if (X) {}'],
    ['what is thrown', 'throw X;'],
    ['a template', `\`a\${X}\`;`],
    ['a tag', 'X`a`;'],
    ['typeof as an operator', 'typeof X;'],
    ['instanceof', 'a instanceof X;'],
    ['the value that is cast', 'X as number;'],
    ['an assignment', 'a ??= X;'],
    ['a namespace', 'namespace N { export const a = X; }'],
    ['an alias that is used', 'import y = X.b; y();'],
    ['an export', 'export { X };'],
    ['an export by another name', 'export { X as Y };'],
    ['the default export', 'export default X;'],
    ['a default export that holds it', 'export default { a: [X] };'],
    ['a field of a struct', '@Component struct S { a: number = X; build() {} }'],
    ['the interface of a struct', '@Component struct S { build() { Column() { X({ a: 1 }) } } }'],
    ['a use beside another of that name', 'function f(X: number) { return X; } X();'],
  ])('is loaded for its use in %s', (_, rest) => {
    expect(loadedBy(rest)).toEqual(['./x']);
  });

  it.each([
    ['nothing', ''],
    ['the type of a variable', 'let a: X;'],
    ['the type of a parameter', 'function f(a: X): X { return a; }'],
    ['the type of a field', 'class A { a: X | null = null; }'],
    ['the type of a field of a struct', '@Component struct S { @Prop a: X; build() {} }'],
    ['a parameter property', 'class A { constructor(private a: X) {} }'],
    ['a type argument', 'f<X>(new Map<string, X>());'],
    ['the constraint of a type', 'function f<T extends X>() {}'],
    ['implements', 'class A implements X {}'],
    ['an interface', 'interface A extends X { b: X; }'],
    ['another type', 'type A = X | X.Y[];'],
    ['typeof in a type', 'let a: typeof X.b;'],
    ['a cast', 'a as X; <X>a; a satisfies X;'],
    ['a type guard', 'function f(a: Object): a is X { return true; }'],
    ['what is declared only', 'declare const a: X; declare function f(a: X): void;'],
    ['a type in a namespace', 'namespace N { export type a = X; }'],
    ['an alias that is not used', 'import y = X.b;'],
    ['an export as a type', 'export type { X };'],
    ['an export of another module', "export type { X } from './y';"],
    ["a property's name", 'a.X; a.X(); ({ X: 1 }); const { X: b } = a;'],
    ["a member's name", 'class A { X = 1; m() { return this.X; } }'],
    ['a label', 'X: for (;;) { break X; }'],
    ['a parameter of that name', 'function f(X: number) { return X; } let a: X;'],
    ['a variable of that name', '{ const X = { a: 1 }; X.a; } let a: X;'],
    ['an error of that name', 'try {} catch (X) { X; }'],
    ["the argument of a function's decorator", '@dec(X) function f() {}'],
  ])('is not loaded for its use in %s', (_, rest) => {
    expect(loadedBy(rest)).toEqual([]);
  });

  it.each([
    ['a default', 'X', 'X();', ['./x']],
    ['a namespace', '* as X', 'X.a();', ['./x']],
    ['a default beside a type', 'X, { Y }', 'X(); let a: Y;', ['./x']],
    ['a lazy one', 'lazy { X }', 'X();', ['./x']],
    ['another name', '{ Y as X }', 'X();', ['./x']],
    ['a default as a type', 'X', 'let a: X;', []],
    ['a namespace of types', '* as X', 'let a: X.Y;', []],
    ['a lazy one as a type', 'lazy X', 'let a: X;', []],
    ['import type', 'type { X }', 'let a: X;', []],
    ['a name marked as a type', '{ type X }', 'let a: X;', []],
  ])('may be %s', (_, clause, rest, loaded) => {
    expect(loadedBy(rest, clause)).toEqual(loaded);
  });

  it('without names is always loaded; with `require` when it is used', () => {
    const code = compileEts(
      "import './a';\nimport b = require('./b');\nimport c = require('./c');\nexport const d = b;",
      '/app/page.ets',
    );
    expect(code.match(/require\(".+?"\)/g)).toEqual(['require("./a")', 'require("./b")']);
  });

  it('leaves out the names that are types', () => {
    const code = compileEts("import a, { B, C } from './x';\nlet b: B;\nexport const d = a(C);", '/app/page.ets');
    expect(code).toContain('exports.d = (0, x_1.default)(x_1.C);');
  });
});

describe('a decorated class', () => {
  it('means itself as decorated wherever it uses its name', () => {
    const code = compileEts(
      '@Sendable export class A { static of(): A { return new A(); } static all: A[] = [A.of()]; }',
      '/app/page.ets',
    );
    expect(code).toContain('let A = A_1 = class A {');
    expect(code).toContain('static of() { return new A_1(); }');
    expect(code).toContain('A.all = [A_1.of()];');
  });

  it('is not meant by a parameter of its name', () => {
    const code = compileEts('@Sendable class A { m(A: number) { return A; } }', '/app/page.ets');
    expect(code).toContain('m(A) { return A; }');
    expect(code).not.toContain('A_1');
  });
});

describe('a class in a loop', () => {
  it('has variables of its own in each turn', () => {
    const code = compileEts('for (const a of b) { f(class { #p = 1; m() { return this.#p; } }); }', '/app/page.ets');
    expect(code).toMatch(/for \(const a of b\) \{\n\s*let _p;/);
  });
});
