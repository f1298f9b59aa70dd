import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { TraceFile } from '../trace';
import { toHtml } from '../views';

/** Writes traces of tests as pages for the browser. Lives outside the sandbox: the test may have mocked `fs`. */
export class TracePages {
  /** The tests of a file may have the same name. */
  readonly #written = new Set<string>();

  /**
   * @param rootDir Jest's.
   * @param testPath absolute.
   */
  constructor(
    private readonly rootDir: string,
    private readonly testPath: string,
  ) {}

  /** Answers the page's path as it is shown. */
  write(folder: string, name: string, trace: TraceFile): string {
    const test = { file: slashed(relative(this.rootDir, this.testPath)), name };
    const file = this.#fileFor(resolve(this.rootDir, folder), test);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, toHtml({ ...trace, test }));
    return slashed(relative(this.rootDir, file));
  }

  #fileFor(folder: string, { file, name }: { readonly file: string; readonly name: string }): string {
    const path = join(folder, file.replaceAll('../', ''), asFileName(name));
    let page = `${path}.html`;
    for (let number = 2; this.#written.has(page); number += 1) page = `${path} (${number}).html`;
    this.#written.add(page);
    return page;
  }
}

/** Not every system takes every character, nor every length. */
function asFileName(name: string): string {
  const plain = name.replace(/ › /g, ' - ').replace(/[^\p{L}\p{N} ._()-]+/gu, '_');
  return plain.slice(0, 120).trim() || 'test';
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
