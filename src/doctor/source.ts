import { type Compiler, parseSource } from '../ets';
import type { Place } from './finding';
import { Scopes } from './scopes';
import { nodesOf } from './walk';

/** The names by which workers and ports come into a file. */
const mentionsWorkers = /(?:Worker|workerPort|parentPort|WorkerGlobalScope)\b/;

/** A source file of the app, parsed when somebody first asks. */
export class Source {
  #tree: Compiler.SourceFile | undefined;
  #nodes: readonly Compiler.Node[] | undefined;
  #scopes: Scopes | undefined;

  constructor(
    /** Absolute and real. */
    readonly file: string,
    readonly text: string,
    /** Test code may do what would be a mistake elsewhere. */
    readonly isTest: boolean,
  ) {}

  get tree(): Compiler.SourceFile {
    this.#tree ??= parseSource(this.text, this.file);
    return this.#tree;
  }

  /** All nodes of the tree, from top to bottom. */
  get nodes(): readonly Compiler.Node[] {
    this.#nodes ??= nodesOf(this.tree);
    return this.#nodes;
  }

  get scopes(): Scopes {
    this.#scopes ??= new Scopes(this.tree, this.nodes);
    return this.#scopes;
  }

  /** Whether the file may use the worker module at all: most files of an app don't. */
  get knowsWorkers(): boolean {
    return /@ohos\.worker|@kit\.ArkTS/.test(this.text) && mentionsWorkers.test(this.text);
  }

  /** Drops the tree, which is the greater part of a source. Whoever asks for it again has it parsed again. */
  forget(): void {
    this.#tree = undefined;
    this.#nodes = undefined;
    this.#scopes = undefined;
  }

  placeOf(node: Compiler.Node): Place {
    return this.placeAt(node.getStart(this.tree));
  }

  /** @param position how many characters come before it. */
  placeAt(position: number): Place {
    const { line, character } = this.tree.getLineAndCharacterOfPosition(position);
    return { file: this.file, line: line + 1, column: character + 1 };
  }
}
