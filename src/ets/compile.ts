import { type Compiler, loadCompiler } from './compiler';
import { compilerOptions } from './compiler-options';
import { dropUI } from './drop-ui';
import { hoistMocks } from './hoist-mocks';
import { loadLazily } from './lazy-imports';
import { parseWith } from './parse';
import { shareFunctions } from './share-functions';
import { syntaxError } from './syntax-error';
import { transpile } from './transpile';

/**
 * Compiles a file of ArkTS to CommonJS for Node, with its source map in the last line. Types are not checked: DevEco's compiler does that, with the SDK.
 *
 * @param fileName absolute path, as in the source map.
 * @param shownName the path as it is shown to the user.
 * @throws ToolError `FOW_ETS_SYNTAX` for a file that can't be parsed, with line and column.
 */
export function compileEts(text: string, fileName: string, shownName = fileName): string {
  const ts = loadCompiler();
  const options = compilerOptions(ts, text);
  const file = parseWith(options, text, fileName, false);
  const { code, map } = transpile(ts, file, options, transformersFor(ts, text), (diagnostic) => {
    throw syntaxError(ts, diagnostic, text, shownName);
  });
  return withMap(code, completeMap(map, text, fileName));
}

/** A pass over the file takes time: there is none for what the file has not. The `@` of `'@ohos.worker'` is no decorator's. */
function transformersFor(ts: typeof Compiler, text: string): Compiler.CustomTransformers {
  const arkUI = /@(?![\w./-]*['"])|\bstruct\b/.test(text) ? [dropUI(ts), shareFunctions(ts)] : [];
  const lazy = /\blazy\b/.test(text) ? [loadLazily(ts)] : [];
  return { before: [...arkUI, hoistMocks(ts)], after: lazy };
}

/** In place of the last line, which names a file for the map. */
function withMap(code: string, map: string): string {
  const inline = `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${Buffer.from(map).toString('base64')}`;
  return code.slice(0, code.lastIndexOf('//# sourceMappingURL=')) + inline;
}

function completeMap(map: string, text: string, fileName: string): string {
  return JSON.stringify({ ...JSON.parse(map), file: fileName, sources: [fileName], sourcesContent: [text] });
}
