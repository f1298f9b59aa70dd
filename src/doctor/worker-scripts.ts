import { type Compiler, loadCompiler } from '../ets';
import { importTarget, valueImports } from './imports';
import { declarationOf, importOf, meaningOf, nameOf } from './platform-names';
import type { Source } from './source';
import type { Sources } from './sources';

/** A source that a worker loads at its start. */
export interface LoadedSource {
  readonly source: Source;
  /** The script of the worker. */
  readonly script: Source;
  /** The sources between the two, without both. */
  readonly through: readonly Source[];
}

/** What the sources of worker scripts load, followed once for each script. */
export class WorkerScripts {
  readonly #takingClose = new Map<Source, boolean>();
  readonly #loaded = new Map<Source, readonly LoadedSource[]>();

  constructor(private readonly sources: Sources) {}

  /** The script itself and all that it imports, and those import, nearest first. */
  loadedBy(script: Source): readonly LoadedSource[] {
    const known = this.#loaded.get(script);
    if (known !== undefined) return known;
    const loaded = [...this.#follow(script)];
    this.#loaded.set(script, loaded);
    return loaded;
  }

  /** Whether code of a worker may stop it: somewhere it takes `close` from what is no other module of the platform. */
  mayClose(script: Source): boolean {
    return this.loadedBy(script).some(({ source }) => this.#takesClose(source));
  }

  #takesClose(source: Source): boolean {
    const known = this.#takingClose.get(source);
    if (known !== undefined) return known;
    const takes = /\bclose\b/.test(source.text) && source.nodes.some((node) => isClose(source, node));
    this.#takingClose.set(source, takes);
    return takes;
  }

  #follow(script: Source): Iterable<LoadedSource> {
    const loaded = new Map<Source, LoadedSource>([[script, { source: script, script, through: [] }]]);
    // A map's iteration comes to what is added meanwhile.
    for (const { source, through } of loaded.values()) {
      for (const { from } of valueImports(source)) {
        const target = importTarget(this.sources, source, from);
        if (target === undefined || loaded.has(target)) continue;
        loaded.set(target, { source: target, script, through: source === script ? [] : [...through, source] });
      }
    }
    return loaded.values();
  }
}

/** `port.close`, `port['close']`, or `{ close } = port`; whatever `port` is, unless its import says that it is none. */
function isClose(source: Source, node: Compiler.Node): boolean {
  const ts = loadCompiler();
  if (ts.isBindingElement(node)) return nameOf({ name: node.propertyName ?? node.name }) === 'close';
  const isNamed = ts.isPropertyAccessExpression(node) && node.name.text === 'close';
  const isKeyed =
    ts.isElementAccessExpression(node) &&
    ts.isStringLiteralLike(node.argumentExpression) &&
    node.argumentExpression.text === 'close';
  if (!isNamed && !isKeyed) return false;
  const declaration = declarationOf(source, node.expression);
  const imported = declaration === undefined ? undefined : importOf(declaration);
  const isOfPlatform = imported !== undefined && /^@(ohos|kit|hms|system|arkts)\./.test(imported.from);
  return !isOfPlatform || meaningOf(source, node.expression) !== undefined;
}
