import type { SourcePosition } from './realm';

type PrepareStackTrace = (error: Error, sites: NodeJS.CallSite[]) => unknown;

/** Turns a position in a compiled file into one in its source; `undefined` when there is no source map. */
export type MapPosition = (compiled: SourcePosition) => SourcePosition | undefined;

/**
 * Remembers the call sites of the errors of one realm, so that positions are read off the stack's structure and never
 * out of its text. V8 asks for the text of a stack once, when it is first looked at.
 */
export class StackFrames {
  readonly #sites = new WeakMap<object, readonly NodeJS.CallSite[]>();

  constructor(
    private readonly isOwnFile: (file: string) => boolean,
    private readonly mapPosition: MapPosition,
  ) {}

  /** To be the realm's `Error.prepareStackTrace`. The text is made as everywhere else in the process. */
  readonly prepareStackTrace: PrepareStackTrace = (error, sites) => {
    const userSites = sites.filter((site) => !this.isOwnFile(site.getFileName() ?? ''));
    this.#sites.set(error, userSites);
    const prepare = Error.prepareStackTrace as PrepareStackTrace | undefined;
    return prepare === undefined ? plainStack(error, userSites) : prepare(error, userSites);
  };

  /** The frames that lie in files, innermost first, mapped to their sources. */
  of(error: unknown): SourcePosition[] {
    if (typeof error !== 'object' || error === null) return [];
    lookAtStack(error);
    const sites = this.#sites.get(error) ?? [];
    return sites.flatMap((site) => this.#positionOf(site) ?? []);
  }

  #positionOf(site: NodeJS.CallSite): SourcePosition | undefined {
    const file = site.getFileName();
    const line = site.getLineNumber();
    const column = site.getColumnNumber();
    if (file === null || file === undefined || line === null || column === null) return undefined;
    if (file.startsWith('node:')) return undefined;
    const compiled = { file, line, column };
    return this.mapPosition(compiled) ?? compiled;
  }
}

/** V8 makes the text, and asks for it, now. A getter of the user's may throw. */
function lookAtStack(error: object): void {
  try {
    void (error as { stack?: unknown }).stack;
  } catch {
    // Then there is no stack to be had.
  }
}

function plainStack(error: Error, sites: readonly NodeJS.CallSite[]): string {
  return [String(error), ...sites.map((site) => `    at ${String(site)}`)].join('\n');
}
