import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Contestant } from '../row';
import { runCommand } from './run-command';

/** How to start a contestant's process; `$ROOT` of the project is its working directory. */
export interface Project {
  readonly folder: string;
  /** What Node is given to run. */
  readonly command: readonly string[];
  /** The ending of the contestants' files there. */
  readonly extension: '.ts' | '.js';
}

/** A project outside the repository for each host, with a copy of `bench/` in it. */
export type Projects = Readonly<Record<Contestant['host'], Project>>;

const benchFolder = resolve(__dirname, '..');
const repoFolder = resolve(benchFolder, '..');

/** One folder for each checkout, so that two of them can be measured on one machine. */
const baseFolder = join(tmpdir(), `fake-ohos-worker-bench-${hashOf(repoFolder)}`);

const quietly = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', '--loglevel=error'];

/** Makes or renews the projects; what was installed by an earlier run is used again. */
export async function prepareProjects(tarball: string | undefined): Promise<Projects> {
  mkdirSync(baseFolder, { recursive: true });
  const packed = tarball === undefined ? await pack() : resolve(tarball);
  return {
    jest: {
      folder: await prepareInstalled('jest', packed),
      command: ['node_modules/jest/bin/jest.js', '--runInBand', 'hosts/jest/serve.test.ts'],
      extension: '.ts',
    },
    vitest: {
      folder: await prepareInstalled('vitest', undefined),
      command: ['node_modules/vitest/vitest.mjs', 'run'],
      extension: '.ts',
    },
    node: { folder: await prepareCompiled(), command: ['hosts/node/serve.js'], extension: '.js' },
  };
}

/** The package as it would be published; its `prepack` script builds it. */
async function pack(): Promise<string> {
  await runCommand('npm', ['pack', '--pack-destination', baseFolder, '--loglevel=error'], repoFolder);
  const { name, version } = JSON.parse(readFileSync(join(repoFolder, 'package.json'), 'utf8'));
  return join(baseFolder, `${name}-${version}.tgz`);
}

async function prepareInstalled(host: 'jest' | 'vitest', tarball: string | undefined): Promise<string> {
  const folder = join(baseFolder, host);
  for (const entry of existsSync(folder) ? readdirSync(folder) : []) {
    if (entry !== 'node_modules') rmSync(join(folder, entry), { recursive: true, force: true });
  }
  copySources(folder, host);
  cpSync(join(benchFolder, 'hosts', host, 'project'), folder, { recursive: true });
  await install(folder, tarball);
  return folder;
}

/** Runs npm, unless the last run has installed exactly this. */
async function install(folder: string, tarball: string | undefined): Promise<void> {
  const contents = tarball === undefined ? '' : readFileSync(tarball);
  const wanted = hashOf(readFileSync(join(folder, 'package.json')), contents);
  const note = join(folder, 'node_modules', '.installed-for-bench');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  // npm takes a file of the same name for the same package.
  const own = join(folder, `package-${wanted}.tgz`);
  if (tarball !== undefined) cpSync(tarball, own);
  await runCommand('npm', ['install', ...(tarball === undefined ? [] : ['--no-save', own]), ...quietly], folder);
  writeFileSync(note, wanted);
}

function copySources(folder: string, host: string): void {
  for (const file of ['measure.ts', 'message.ts', 'serve.ts', 'rows', `hosts/${host}`]) {
    cpSync(join(benchFolder, file), join(folder, file), {
      recursive: true,
      filter: (source) => source !== join(benchFolder, 'hosts', host, 'project'),
    });
  }
}

/** Plain Node runs plain JavaScript: a loader for TypeScript would make it, and each of its threads, start slowly. */
async function prepareCompiled(): Promise<string> {
  const folder = join(baseFolder, 'node');
  rmSync(folder, { recursive: true, force: true });
  copySources(folder, 'node');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  await build({
    entryPoints: sources.map((name) => join(folder, name)),
    outdir: folder,
    outbase: folder,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
  await bundleCloning(join(folder, 'clone'));
  return folder;
}

/** The cloning layer by itself, which the package has inside its engine. */
async function bundleCloning(folder: string): Promise<void> {
  const source = join(repoFolder, 'src', 'clone');
  await build({
    entryPoints: { engine: join(source, 'index.ts'), guest: join(source, 'guest', 'index.ts') },
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
}

function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}
