import { describe, expect, it } from '@jest/globals';
import { importedNames } from '../../src/project/imported-names';

describe('importedNames', () => {
  it.each([
    ["import './a'", ['./a']],
    ["import a from './a';", ['./a']],
    ['import a, { b, type C } from "./a";', ['./a']],
    ["import * as all from './a'", ['./a']],
    ["import a, * as all from './a'", ['./a']],
    ["import lazy { a } from './a'", ['./a']],
    ["import{a}from'./a'", ['./a']],
    ["import {\n  a, // of b\n  b as c,\n} from './a';", ['./a']],
    ["export { a, b as default } from './a';", ['./a']],
    ["export * from './a'; export * as all from './b'", ['./a', './b']],
    ["const later = await import('./a');", ['./a']],
    ['import(`./a`).then(({ b }) => b());', ['./a']],
    ["import a from '@ohos.worker'\nimport { b } from '@team/har'", ['@ohos.worker', '@team/har']],
  ])('reads %j [P-8]', (source, names) => {
    expect(importedNames(source)).toEqual(names);
  });

  it.each([
    "import type A from './a'",
    "import type { A } from './a'",
    "import type * as A from './a'",
    "import type from from './a'",
    "import { type A, type B as C, } from './a'",
    "import { type as } from './a'",
    "import { type as as B } from './a'",
    "export type { A } from './a'",
    "export type * from './a'",
    "export { type A } from './a'",
  ])('leaves out %j, which takes types alone [P-8]', (source) => {
    expect(importedNames(source)).toEqual([]);
  });

  it.each([
    "import type from './a'",
    "import type, { B } from './a'",
    "import { type } from './a'",
    "import { type as b } from './a'",
    "import { type A, b } from './a'",
    "import A, { type B } from './a'",
  ])('keeps %j, which takes a value [P-8]', (source) => {
    expect(importedNames(source)).toEqual(['./a']);
  });

  it.each([
    "// import './a'",
    "/* import a from './a' */",
    'const text = "import \'./a\'";',
    "const text = `import './a' export * from './a'`;",
    'const quote = /[\'"]/; const text = "import \'./a\'";',
    "loader.import('./a'); loader?.import('./a');",
    'const { url } = import.meta;',
    "export { a, b }; const from = './a';",
    "export const a = './a';",
    "export default './a';",
    'const later = import(name);',
  ])('finds nothing in %j', (source) => {
    expect(importedNames(source)).toEqual([]);
  });

  it('keeps statements apart that no semicolon does', () => {
    expect(importedNames("export { a }\nimport type { B } from './b'\nimport { c } from './c'")).toEqual(['./c']);
  });

  it('reads ArkTS, and what stands in a template [P-8]', () => {
    const source = `import { Title } from '../view/Title';
@Entry
@Component
struct Index {
  @State ratio: number = 1 / 2;
  build() {
    Column() { Title({ text: \`\${this.ratio / 2} of \${import('./lazy')}\` }) }.width('100%').height(this.ratio! / 3)
  }
}
export { Other } from './Other';`;
    expect(importedNames(source)).toEqual(['../view/Title', './lazy', './Other']);
  });
});
