import { describe, expect, it } from '@jest/globals';
import { containersIn, containersInTokens } from '../../src/ets/containers';
import { containersAtAGlance } from '../../src/ets/containers-at-a-glance';

const struct = (code: string) => `struct A { build() { ${code} } }`;

describe('the containers of a text', () => {
  it.each([
    ['with content', 'Column() { Row({ space: 1 }) { Text("a") } }', ['Row', 'Column']],
    ['with comments before the content', 'Column() // a { )\n /* ( */ { }', ['Column']],
    ['with arguments that hold parentheses in texts', 'Column({ a: ")", b: \'(\', c: `)` }) { }', ['Column']],
    ['with divisions in the arguments', 'Column({ a: b / 2 + width / list[1] / 2 }) { }', ['Column']],
    ['with calls in the arguments', 'Grid(new Scroller(), Size(1)) { }', ['Grid']],
    ['in a decorator of a function', '@Extend(Text) function big() { } if (Flag()) { }', []],
    ['but not what is declared or constructed', 'new Foo() { } a.Foo() { } a?.Foo() { } function Foo() { }', []],
    ['but not what begins with a small letter', 'foo() { } $Foo() { } #Foo() { }', []],
    ['but not what is closed twice', 'Foo()) { }', []],
    ['but not in texts and comments', '"Foo() { }"; /* Foo() { } */ // Foo() { }\n', []],
  ])('are the names of calls %s', (_, code, names) => {
    expect(containersAtAGlance(struct(code))?.sort()).toEqual([...names].sort());
    expect(containersInTokens(struct(code)).sort()).toEqual([...names].sort());
  });

  it.each([
    ['a regular expression', 'Column(/[)"]/) { }', ['Column']],
    ['one behind a keyword', 'Column(() => { return /[)]/ }) { }', ['Column']],
    ['a template that holds code', 'Column(`$' + '{")" + Row(`)`)}`) { }', ['Column']],
    ['a text that nobody ends', 'Column() { }\n"Row() { }', ['Column']],
  ])('are read word by word in a text with %s', (_, code, names) => {
    expect(containersAtAGlance(struct(code))).toBeUndefined();
    expect(containersIn(struct(code))).toEqual(expect.arrayContaining(names));
  });
});
