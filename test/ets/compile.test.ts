import { describe, expect, it } from '@jest/globals';
import { compileEts } from '../../src/ets';

/** The compiled statements, without what every CommonJS module begins with. */
function compiled(source: string): string {
  return compileEts(source, '/app/page.ets')
    .replace(/\n\/\/# sourceMappingURL=.*$/, '')
    .replace(/^"use strict";\n/, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule".*\n/m, '')
    .replace(/^(exports\.\w+ = )+void 0;\n/m, '')
    .trim();
}

describe('a struct', () => {
  const page = `
    import { helper } from './helper';
    @Entry
    @Component
    export struct Index {
      @State message: string = 'hi';
      @Prop count: number;
      @StorageLink('k') linked: string = helper();
      private wk: Worker | null = null;
      aboutToAppear(): void { this.message = 'there'; }
      @Builder row(name: string) { Text(name).fontSize(12) }
      @Styles card() { .width('100%') }
      build() {
        Column({ space: 5 }) {
          Text(this.message).fontSize(50).onClick(() => { this.message = 'clicked'; })
          ForEach([1, 2], (i: number) => { Text(\`\${i}\`) }, (i: number) => \`\${i}\`)
          if (this.count > 1) { Text('x') } else { Inner({ a: 1 }) { Text('y') }.margin({ top: 1 }) }
        }.height('100%')
      }
    }`;

  it('becomes a class with its fields and methods; those that describe an interface throw', () => {
    expect(compiled(page)).toBe(
      [
        'const helper_1 = require("./helper");',
        'class Index {',
        '    constructor() {',
        "        this.message = 'hi';",
        '        this.linked = (0, helper_1.helper)();',
        '        this.wk = null;',
        '    }',
        "    aboutToAppear() { this.message = 'there'; }",
        '    /* istanbul ignore next */',
        '    row() { throw new Error("row() of struct Index describes a user interface, and there is none under Jest."); }',
        '    /* istanbul ignore next */',
        '    card() { throw new Error("card() of struct Index describes a user interface, and there is none under Jest."); }',
        '    /* istanbul ignore next */',
        '    build() { throw new Error("build() of struct Index describes a user interface, and there is none under Jest."); }',
        '}',
        'exports.Index = Index;',
      ].join('\n'),
    );
  });

  it.each([
    [
      'loops with containers',
      'List() { ForEach(this.a, (x: string) => { ListItem() { Row() { Text(x) }.width(1) } }, (x: string) => x) }.height(1)',
    ],
    [
      'lazy loops',
      'Grid() { LazyForEach(this.a, (x: string, i: number) => { GridItem() { if (i > 1) { Row() { Text(x) } } else { Stack() {} } } }) }',
    ],
    [
      'repeats',
      'List() { Repeat<string>(this.a).each((x) => { ListItem() { Text(x.item) } }).key((x) => x).virtualScroll() }',
    ],
    ['builders as values', 'Navigation(this.stack) { Text("a") }.navDestination(PageMap)'],
    [
      'names that are called elsewhere',
      'Column() { Text(this.a.map(String).join()); Text(String(1)); Text("" + Date.now() + new Date().getTime()); Text(Config.NAME) }',
    ],
    [
      'types that are constructed elsewhere',
      'Column() { if (this.p instanceof Photo) { Inner({ data: new Photo(1) as Photo }) { Text("a") }.margin({ top: 1 }) } }',
    ],
    ['regular expressions and comments', 'Column() { Text("a (".replace(/[(]/g, "")) /* ( */ }.width(1) // )'],
    ['attributes of states', 'Button("a").stateStyles({ pressed: { .backgroundColor(1) }, normal: this.normal })'],
    [
      'tabs with builders',
      'Tabs({ index: 1 }) { TabContent() { Text("a") }.tabBar(this.bar("a")) }.onChange((i: number) => { this.i = i; })',
    ],
  ])('may describe an interface with %s', (_, interface_) => {
    const code = compiled(`@Component struct A {
        @Builder bar(text: string) { Row() { Text(text) } }
        build() { ${interface_}
        }
      }
      @Builder function PageMap(name: string) { if (name === 'a') { Row() { Text(name) } } }
      const made = [new Config(), new Photo(2)];`);
    expect(code).toContain('class A');
    expect(code).toContain('build() of struct A describes');
  });

  it.each([
    ['a default export', '@Component export default struct A { build() {} }', 'exports.default = A;'],
    ['a dialog', '@CustomDialog export struct A { build() {} }', 'exports.A = A;'],
    [
      'version 2',
      '@ComponentV2 export struct A { @Local n: number = 1; @Monitor("n") on() {} build() {} }',
      'exports.A = A;',
    ],
  ])('is exported as it was: %s', (_, source, end) => {
    expect(compiled(source).split('\n').at(-1)).toBe(end);
  });
});

describe('functions of ArkUI', () => {
  it.each([
    ['@Builder function row(n: number) { Column() { Text("a") }.width(n) }', 'row'],
    ['@Extend(Text) function fancy(n: number) { .fontSize(n).fontColor(Color.Red) }', 'fancy'],
    ['@AnimatableExtend(Line) function grow(n: number) { .width(n) }', 'grow'],
    ['@Styles function card() { .width(1) }', 'card'],
  ])('throw: %s', (source, name) => {
    expect(compiled(source)).toBe(
      `/* istanbul ignore next */\nfunction ${name}() { throw new Error("${name}() describes a user interface, and there is none under Jest."); }`,
    );
  });
});

describe('decorators', () => {
  it('of ArkUI and of taskpool go; those of the file stay', () => {
    const code = compiled(`
      import { Logged } from './logged';
      function Track(target: object, key: string) {}
      @Observed class A { @Trace a: number = 1; @Track b: number = 1; }
      @Concurrent function work() {}
      @Logged class B {}`);
    expect(code).not.toMatch(/Observed|Trace|Concurrent/);
    expect(code).toContain('(typeof Track === "function" ? Track : () => { })\n], A.prototype, "b", void 0);');
    expect(code).toContain('(typeof logged_1.Logged === "function" ? logged_1.Logged : () => { })\n], B);');
  });

  it('of the platform go, imported or not; those that are imported stay on a struct', () => {
    const code = compiled(`
      import { InsightIntentEntry } from '@kit.AbilityKit';
      import { Router } from './router';
      @InsightIntentEntry({ intentName: 'a' }) export class A {}
      @UnknownToday class B { @NewState a: number = 1; @Builder row() { Text('a') } }
      @Router({ path: 'a' }) @Component struct C { build() {} }`);
    expect(code).not.toMatch(/InsightIntentEntry|UnknownToday|NewState|Text/);
    expect(code).toContain(
      '(typeof router_1.Router === "function" ? (0, router_1.Router)({ path: \'a\' }) : () => { })\n], C);',
    );
    expect(code).toContain('row() of a class describes');
  });

  it('of nested functions go', () => {
    expect(compiled('function outer() { @Concurrent function inner() {} return inner; }')).toBe(
      'function outer() { function inner() { } return inner; }',
    );
  });

  it('that are annotations of another file do nothing', () => {
    const code = compiled("import { Note } from './notes'; @Note({ text: 'a' }) export class A {}");
    const exported: { A?: { name: string } } = {};
    new Function('require', 'exports', code)(() => ({}), exported);
    expect(exported.A?.name).toBe('A');
  });

  it('that are annotations of the file go with their declarations', () => {
    const code = compiled(
      "@interface Note { text: string = ''; } @Note({ text: 'a' }) export class A { @Note() m(): void {} }",
    );
    expect(code).toBe('class A {\n    m() { }\n}\nexports.A = A;');
  });

  it('of Sendable classes stay; functions are marked before other code runs [S-52, S-55]', () => {
    const code = compiled(`
      export const before = 1;
      @Sendable export class P { x: number = 1; }
      @Sendable export function add(a: number): number { return a + 1; }
      @Sendable async function slow(): Promise<void> {}
      @Sendable type Fn = () => void;`);
    const order = code.split('\n').filter((line) => /^Sendable\(|^exports\.before/.test(line));
    expect(order).toEqual(['Sendable(add);', 'Sendable(slow);', 'exports.before = 1;']);
    expect(code).toContain('P = __decorate([\n    Sendable\n], P);');
  });
});

describe('imports', () => {
  it('of types alone leave nothing; enums are kept', () => {
    const code = compiled(`
      import { A } from './types'; import type { B } from './b'; import c, { D } from './c';
      export const enum Color { Red }
      let a: A; let b: B; export const used = c(Color.Red);`);
    expect(code).not.toMatch(/require\(".\/(types|b)"\)/);
    expect(code).toContain('require("./c")');
  });

  it('that are lazy load their module with the first use', () => {
    const code = compiled(
      "import lazy { heavy } from './heavy'; import lazy light from './light'; export const f = () => heavy(light);",
    );
    const run = new Function('require', 'exports', code) as (
      require: (name: string) => object,
      exports: object,
    ) => void;
    const loaded: string[] = [];
    const exported: { f?: () => unknown } = {};
    run((name) => {
      loaded.push(name);
      return name === './heavy' ? { heavy: (value: unknown) => [value] } : { __esModule: true, default: 'light' };
    }, exported);
    expect(loaded).toEqual([]);
    expect([exported.f?.(), exported.f?.(), loaded]).toEqual([['light'], ['light'], ['./heavy', './light']]);
  });
});

describe('jest.mock', () => {
  it('comes before the imports, after that of jest itself', () => {
    const code = compiled(`
      import { b } from './b';
      import { jest } from '@jest/globals';
      const made = 1;
      jest.mock('./b', () => ({ b: 1 })).unmock('./c');
      jest.doMock('./d');
      export { b };`);
    const order = [...code.matchAll(/'@jest\/globals'|"@jest\/globals"|'\.\/b', |'\.\/d'|require\("\.\/b"\)/g)].map(
      String,
    );
    expect(order).toEqual(['"@jest/globals"', "'./b', ", 'require("./b")', "'./d'"]);
  });

  it.each([
    ['typed', "jest.mock<typeof import('./b')>('./b', () => ({}));", ''],
    ['of jest by another name', "j.mock('./b');", "import { jest as j } from '@jest/globals';"],
    ['of a namespace', "g.jest.mock('./b');", "import * as g from '@jest/globals';"],
  ])('comes before the imports when it is %s', (_, mock, globals) => {
    const code = compiled(`import { b } from './b'; ${globals}\nexport const c = b; ${mock}`);
    expect(code.indexOf('mock')).toBeLessThan(code.indexOf('require("./b")'));
  });

  it('comes first in its block too', () => {
    const code = compiled("jest.isolateModules(() => { const a = require('./a'); jest.mock('./a'); });");
    expect(code.indexOf('jest.mock')).toBeLessThan(code.indexOf('require('));
  });
});

describe('a file that can not be parsed', () => {
  it('is told with line and column', () => {
    expect(() => compileEts('let a = 1;\n  let b: number = ;\n', '/app/page.ets', 'src/page.ets')).toThrow(
      [
        'src/page.ets:2:19 is no ArkTS: Expression expected. [FOW_ETS_SYNTAX]',
        '  -   let b: number = ;',
        '  -                   ^',
        'Hint: see whether DevEco Studio compiles the file.',
      ].join('\n'),
    );
  });
});

describe('the source map', () => {
  it('names the file and holds its text', () => {
    const [, map = ''] = /base64,(.+)$/.exec(compileEts('export const a = 1;\n', '/app/page.ets')) ?? [];
    expect(JSON.parse(Buffer.from(map, 'base64').toString())).toMatchObject({
      sources: ['/app/page.ets'],
      sourcesContent: ['export const a = 1;\n'],
    });
  });

  it('is all that is left of a file of types', () => {
    expect(compileEts('interface A { a: number; }\n', '/app/a.ets')).toMatch(/^\/\/# sourceMappingURL=data:[^\n]+$/);
  });
});
