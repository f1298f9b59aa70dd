import type { Debugger, Runtime } from 'node:inspector';
import { basename } from 'node:path';
import { generatedPositionFor, LEAST_UPPER_BOUND, originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { InspectedProgram, type InspectorEvent } from './inspected-program';
import type { Launch } from './launch-configuration';

/** A breakpoint on a line of a source file. */
export interface SourceBreakpoint {
  /** Name without folders. */
  readonly file: string;
  readonly line: number;
  /**
   * `script`: in each script that is made of the file, as VS Code does it. `url`: once for all scripts, as soon as the
   * first of them is known, as Chrome does it.
   */
  readonly by: 'script' | 'url';
}

/** Where the program stands. Places are in the sources, as `file:line`; scripts in `node_modules` are left out. */
export interface Stop {
  /** Innermost first, with the last part of the function's name, if it has one. */
  readonly stack: readonly string[];
  /** Variables of the innermost function: their values, or the class of an object. */
  readonly locals: Readonly<Record<string, unknown>>;
  /** The context of the innermost frame's script. */
  readonly context: string | undefined;
  readonly breakpoints: readonly string[];
}

interface KnownScript {
  readonly url: string;
  readonly context: string | undefined;
  readonly map: TraceMap | undefined;
}

/** As much of an editor's debugger as knows sources and source maps, at work on a program. */
export class SourceDebugger {
  readonly program: InspectedProgram;
  readonly #contexts = new Map<number, string>();
  readonly #scripts = new Map<string, KnownScript>();
  readonly #bound = new Set<SourceBreakpoint>();
  readonly #paused: Debugger.PausedEventDataType[] = [];
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(
    private readonly launch: Launch,
    private readonly breakpoints: readonly SourceBreakpoint[],
  ) {
    this.program = new InspectedProgram(launch.args, launch.cwd, (event) => this.#hear(event));
    void this.program.ended.then(() => this.#wake());
  }

  /** Lets the program begin, and stands at its first line. */
  async begin(): Promise<void> {
    await this.program.connect();
    const { skipped } = this.launch;
    await this.program.post('Runtime.enable');
    await this.program.post('Debugger.enable');
    await this.program.post('Debugger.setBlackboxPatterns', { patterns: skipped });
    await this.program.post('Debugger.setInstrumentationBreakpoint', {
      instrumentation: 'beforeScriptWithSourceMapExecution',
    });
    await this.program.post('Runtime.runIfWaitingForDebugger');
    await this.#nextPaused();
  }

  /** @param lineNumber of the compiled script, from 0. */
  async breakAt(url: string, lineNumber: number): Promise<Debugger.SetBreakpointByUrlReturnType> {
    const answer = await this.program.post('Debugger.setBreakpointByUrl', { url, lineNumber });
    return answer as Debugger.SetBreakpointByUrlReturnType;
  }

  /** Goes on up to the next stop; `undefined`: the program has ended. */
  async goOn(how: 'resume' | 'stepOver' | 'stepInto' = 'resume'): Promise<Stop | undefined> {
    await this.program.post(`Debugger.${how}`);
    const paused = await this.#nextPaused();
    return paused && this.#stopAt(paused);
  }

  /** The contexts that a file was loaded into, in order. */
  contextsOf(file: string): (string | undefined)[] {
    return [...this.#scripts.values()].filter(({ url }) => basename(url) === file).map(({ context }) => context);
  }

  #hear({ method, params }: InspectorEvent): void {
    if (method === 'Runtime.executionContextCreated') {
      const { context } = params as Runtime.ExecutionContextCreatedEventDataType;
      this.#contexts.set(context.id, context.name);
    }
    if (method === 'Debugger.scriptParsed') this.#know(params as Debugger.ScriptParsedEventDataType);
    if (method === 'Debugger.paused')
      this.#pausedAt(params as Debugger.PausedEventDataType).catch((error) => this.#fail(error));
  }

  #know({ scriptId, url, executionContextId, sourceMapURL = '' }: Debugger.ScriptParsedEventDataType): void {
    const [, encoded] = /^data:application\/json;.*base64,(.*)$/.exec(sourceMapURL) ?? [];
    const map = encoded === undefined ? undefined : new TraceMap(Buffer.from(encoded, 'base64').toString());
    this.#scripts.set(scriptId, { url, map, context: this.#contexts.get(executionContextId) });
  }

  async #pausedAt(paused: Debugger.PausedEventDataType): Promise<void> {
    if (paused.reason === 'instrumentation') {
      await this.#bind((paused.data as { scriptId: string }).scriptId);
      await this.program.post('Debugger.resume');
      return;
    }
    this.#paused.push(paused);
    this.#wake();
  }

  #fail(error: unknown): void {
    this.#failure = { error };
    this.#wake();
  }

  /** A script is about to run. */
  async #bind(scriptId: string): Promise<void> {
    const { url = '', map } = this.#scripts.get(scriptId) ?? {};
    for (const breakpoint of this.breakpoints) {
      if (map === undefined || breakpoint.file !== basename(url) || this.#bound.has(breakpoint)) continue;
      const [source = null] = map.sources;
      const from = { source: source ?? '', line: breakpoint.line, column: 0, bias: LEAST_UPPER_BOUND } as const;
      const { line, column } = generatedPositionFor(map, from);
      if (line === null) throw new Error(`${breakpoint.file}:${breakpoint.line} has no code`);
      const at = { lineNumber: line - 1, columnNumber: column };
      if (breakpoint.by === 'script') {
        await this.program.post('Debugger.setBreakpoint', { location: { scriptId, ...at } });
      } else {
        this.#bound.add(breakpoint);
        await this.program.post('Debugger.setBreakpointByUrl', { url, ...at });
      }
    }
  }

  async #nextPaused(): Promise<Debugger.PausedEventDataType | undefined> {
    while (this.#paused.length === 0 && !this.program.hasEnded) {
      if (this.#failure !== undefined) throw this.#failure.error;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#paused.shift();
  }

  async #stopAt({ callFrames, hitBreakpoints = [] }: Debugger.PausedEventDataType): Promise<Stop> {
    const [innermost] = callFrames;
    return {
      stack: callFrames.flatMap((frame) => this.#placeOf(frame) ?? []),
      locals: innermost === undefined ? {} : await this.#localsOf(innermost),
      context: this.#scripts.get(innermost?.location.scriptId ?? '')?.context,
      breakpoints: hitBreakpoints,
    };
  }

  #placeOf({ functionName, location: { scriptId, lineNumber, columnNumber = 0 } }: Debugger.CallFrame): string[] {
    const { url = '', map } = this.#scripts.get(scriptId) ?? {};
    if (map === undefined || url.includes('/node_modules/')) return [];
    const { source, line } = originalPositionFor(map, { line: lineNumber + 1, column: columnNumber });
    const name = functionName.split('.').at(-1)?.replace('<anonymous>', '');
    return [`${name} ${source === null ? 'nowhere' : basename(source)}:${line}`];
  }

  async #localsOf({ scopeChain }: Debugger.CallFrame): Promise<Record<string, unknown>> {
    const locals: Record<string, unknown> = {};
    for (const { type, object } of scopeChain) {
      if (type !== 'local' && type !== 'block') continue;
      const parameters = { objectId: object.objectId, ownProperties: true };
      const answer = await this.program.post('Runtime.getProperties', parameters);
      for (const { name, value } of (answer as Runtime.GetPropertiesReturnType).result) {
        locals[name] = value?.value ?? value?.description;
      }
    }
    return locals;
  }
}
