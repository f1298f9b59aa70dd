import { loadCompiler } from '../ets';
import type { Finding } from './finding';
import { importTarget, type ValueImport, valueImports } from './imports';
import type { Source } from './source';
import type { Sources } from './sources';
import type { LoadedSource } from './worker-scripts';

/** Modules that act on the screen, which threads other than the main one don't have. */
const uiModules = new Set([
  ...['@ohos.router', '@ohos.promptAction', '@ohos.prompt', '@ohos.animator', '@ohos.mediaquery'],
  ...['@ohos.arkui.UIContext', '@ohos.arkui.componentSnapshot', '@ohos.arkui.componentUtils'],
  ...['@ohos.arkui.dragController', '@ohos.arkui.inspector', '@ohos.arkui.observer', '@ohos.arkui.node'],
  ...['@system.router', '@system.prompt', '@system.mediaquery', '@system.app'],
]);

/** What `@kit.ArkUI` has of the same. */
const uiNames = new Set([
  ...['router', 'promptAction', 'Prompt', 'Animator', 'mediaquery', 'componentSnapshot', 'componentUtils'],
  ...['dragController', 'inspector', 'uiObserver', 'UIContext', 'PromptAction', 'Router', 'ComponentContent'],
  ...['FrameNode', 'BuilderNode', 'RenderNode', 'NodeController', 'XComponentNode', 'typeNode', 'NodeContent'],
]);

/** Imports of a user interface in what a worker loads. Each import is told once, with the first script. */
export function uiImports(sources: Sources, loaded: readonly LoadedSource[]): readonly Finding[] {
  const seen = new Set<Source>();
  return loaded.flatMap(({ source, script, through }) => {
    if (seen.has(source) || hasStruct(source)) return [];
    seen.add(source);
    return valueImports(source).flatMap((statement): Finding[] => {
      const imported = uiOf(sources, source, statement);
      if (imported === undefined) return [];
      return [
        {
          ...source.placeOf(statement.node),
          id: 'FOW-D10',
          severity: 'warning',
          rule: 'P-85',
          imported,
          script: script.file,
          through: through.map(({ file }) => file),
        },
      ];
    });
  });
}

/** The part of a user interface that an import takes, as text. */
function uiOf(sources: Sources, source: Source, { from, names }: ValueImport): string | undefined {
  if (uiModules.has(from)) return from;
  if (from === '@kit.ArkUI') {
    const used = names.filter((name) => uiNames.has(name));
    return used.length === 0 ? undefined : `${used.join(', ')} (${from})`;
  }
  const target = importTarget(sources, source, from);
  return target !== undefined && hasStruct(target) ? from : undefined;
}

function hasStruct(source: Source): boolean {
  const ts = loadCompiler();
  return source.file.endsWith('.ets') && /\bstruct\b/.test(source.text) && source.tree.statements.some(ts.isStruct);
}
