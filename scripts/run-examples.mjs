// Runs the examples as a user would: packs the built package, installs it beside them in a temporary folder, and runs
// each example's own `npm test`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repo = fileURLToPath(new URL('..', import.meta.url));
const examples = readdirSync(join(repo, 'examples'));
const folder = mkdtempSync(join(tmpdir(), 'fake-ohos-worker-examples-'));
try {
  process.exitCode = runExamples();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Answers the exit code. The examples share one installation: npm looks for packages in the folders above, too. */
function runExamples() {
  cpSync(join(repo, 'examples'), folder, { recursive: true });
  say('packing fake-ohos-worker');
  npm(repo, 'pack', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  const devDependencies = { ...wantedByExamples(), 'fake-ohos-worker': `file:./${tarball}` };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, devDependencies }));
  say('installing it with Jest and TypeScript, beside the examples');
  npm(folder, 'install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error');
  const failed = examples.filter((example) => !passes(example));
  say(failed.length === 0 ? `all ${examples.length} examples pass` : `failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

function wantedByExamples() {
  const manifests = examples.map((example) => JSON.parse(readFileSync(join(folder, example, 'package.json'), 'utf8')));
  return Object.assign({}, ...manifests.map(({ devDependencies }) => devDependencies));
}

function passes(example) {
  say(`examples/${example}`);
  return runNpm(join(folder, example), ['test', '--silent'], 'inherit').status === 0;
}

function npm(cwd, ...args) {
  const { status, stdout, stderr } = runNpm(cwd, args, 'pipe');
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
}

/** With npm's own CLI where npm runs this script: its executable has another name on Windows. */
function runNpm(cwd, args, stdio) {
  const cli = process.env.npm_execpath;
  const [file, ...first] = cli === undefined ? ['npm'] : [process.execPath, cli];
  return spawnSync(file, [...first, ...args], { cwd, stdio, encoding: 'utf8' });
}

function say(text) {
  console.log(`\n> ${text}`);
}
