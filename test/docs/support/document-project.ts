import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { baseFolder, installationOf } from '../../e2e/support/places';
import { runCommand } from '../../e2e/support/run-command';

const major = 30;

/** A project as a reader of the documents would set it up, with Jest 30 and the packed package. */
export class DocumentProject {
  readonly folder: string;

  /** @param without a package that is missing in `node_modules`. */
  constructor(without = '') {
    this.folder = mkdtempSync(join(baseFolder, 'docs-project-'));
    const modules = join(this.folder, 'node_modules');
    mkdirSync(modules);
    const installed = join(installationOf(major), 'node_modules');
    for (const name of readdirSync(installed)) {
      if (name === 'fake-ohos-worker' || name.startsWith('.') || name === without) continue;
      symlinkSync(join(installed, name), join(modules, name), 'junction');
    }
    cpSync(join(installed, 'fake-ohos-worker'), join(modules, 'fake-ohos-worker'), { recursive: true });
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** What `npx jest` prints: without colours and durations, with `<project>` for the project's folder. */
  async jest(args: readonly string[]): Promise<{ readonly exitCode: number | null; readonly output: string }> {
    const cli = join(installationOf(major), 'node_modules/jest/bin/jest.js');
    const { PATH, HOME, TMPDIR, TEMP, SystemRoot } = process.env;
    const { exitCode, stdout, stderr } = await runCommand(
      process.execPath,
      [cli, '--runInBand', `--cacheDirectory=${join(this.folder, '.cache')}`, ...args],
      { cwd: this.folder, env: { PATH, HOME, TMPDIR, TEMP, SystemRoot, NO_COLOR: '1', CI: 'true' } },
    );
    return { exitCode, output: this.#normal(`${stdout}${stderr}`) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #normal(text: string): string {
    return stripVTControlCharacters(text)
      .replaceAll(this.folder, '<project>')
      .split('\n')
      .map((line) => line.replace(/ \(\d+(\.\d+)? m?s\)$/, '').trimEnd())
      .join('\n');
  }
}
