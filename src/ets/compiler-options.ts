import type { Compiler } from './compiler';
import { containersIn } from './containers';

/** How `.ets` files are compiled for Node, whatever the project's tsconfig.json says: ArkTS has options of its own. */
export function compilerOptions(ts: typeof Compiler, text: string): Compiler.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2021,
    module: ts.ModuleKind.CommonJS,
    esModuleInterop: true,
    experimentalDecorators: true,
    useDefineForClassFields: false,
    sourceMap: true,
    // `import { Code } from` may mean a type: whether it does is seen from its uses in the file.
    isolatedModules: true,
    etsAnnotationsEnable: true,
    ets: grammarOptions(text),
  };
}

/** What the parser has to know of ArkUI. Which names mean components it takes from the SDK; here the file tells them. */
function grammarOptions(text: string): Compiler.EtsOptions {
  const extended = namesIn(text, /@(?:Animatable)?Extend\s*\(\s*(\w+)/g);
  return {
    render: { method: ['build', 'pageTransition'], decorator: ['Builder', 'LocalBuilder'] },
    components: containersIn(text),
    libs: [],
    extend: {
      decorator: ['Extend', 'AnimatableExtend'],
      components: extended.map((name) => ({ name, type: `${name}Attribute`, instance: `${name}Instance` })),
    },
    styles: {
      decorator: 'Styles',
      component: { name: 'Common', type: 'T', instance: 'CommonInstance' },
      property: 'stateStyles',
    },
    concurrent: { decorator: 'Concurrent' },
    customComponent: 'CustomComponent',
    propertyDecorators: [],
    emitDecorators: [],
    syntaxComponents: {
      paramsUICallback: ['ForEach', 'LazyForEach'],
      attrUICallback: [{ name: 'Repeat', attributes: ['each', 'template'] }],
    },
  };
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([, name = '']) => name))];
}
