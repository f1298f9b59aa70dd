import { type Compiler, loadCompiler } from '../../ets';

/** What a test file calls the control surface, and what it still has to import. */
export interface Names {
  readonly workers: string;
  readonly insertions: readonly { readonly at: number; readonly text: string }[];
}

export function importsFor(source: Compiler.SourceFile, text: string): Names {
  const known = localName(source, 'fake-ohos-worker', 'workers');
  const workers = known ?? (/\bworkers\b/.test(text) ? 'replayedWorkers' : 'workers');
  const lines: string[] = [];
  if (known === undefined) lines.push(importLine(source, 'fake-ohos-worker', 'workers', workers));
  const jest = hasImport(source, '@jest/globals');
  if (jest && localName(source, '@jest/globals', 'expect') === undefined) {
    lines.push(importLine(source, '@jest/globals', 'expect', 'expect'));
  }
  const [first] = source.statements;
  const at = first === undefined ? 0 : first.getStart(source);
  return { workers, insertions: lines.map((line) => ({ at, text: `${line}\n` })) };
}

function importLine(source: Compiler.SourceFile, module: string, name: string, local: string): string {
  const isModule = source.statements.some((statement) => loadCompiler().isImportDeclaration(statement));
  if (isModule) return `import { ${name}${local === name ? '' : ` as ${local}`} } from '${module}';`;
  return `const { ${name}${local === name ? '' : `: ${local}`} } = require('${module}');`;
}

function hasImport(source: Compiler.SourceFile, module: string): boolean {
  return source.text.includes(`'${module}'`) || source.text.includes(`"${module}"`);
}

/** By `import { name as local }` or `const { name: local } = require(…)`. */
function localName(source: Compiler.SourceFile, module: string, name: string): string | undefined {
  const ts = loadCompiler();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && textOf(statement.moduleSpecifier) === module) {
      const bindings = statement.importClause?.namedBindings;
      const elements = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
      const found = elements.find((element) => (element.propertyName ?? element.name).text === name);
      if (found !== undefined) return found.name.text;
    }
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        const found = requiredName(declaration, module, name);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

function requiredName(
  { name: pattern, initializer }: Compiler.VariableDeclaration,
  module: string,
  name: string,
): string | undefined {
  const ts = loadCompiler();
  if (initializer === undefined || !ts.isCallExpression(initializer) || !ts.isObjectBindingPattern(pattern))
    return undefined;
  const [required] = initializer.arguments;
  if (required === undefined || textOf(required) !== module) return undefined;
  const found = pattern.elements.find((element) => (element.propertyName ?? element.name).getText() === name);
  return found?.name.getText();
}

function textOf(node: Compiler.Node): string | undefined {
  return loadCompiler().isStringLiteralLike(node) ? node.text : undefined;
}
