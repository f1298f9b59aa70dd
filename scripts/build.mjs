// Builds dist/: one file for each entry of the package, with source maps, and the declarations. A build of the very same
// sources is left as it is.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildPage } from './build-page.mjs';

const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  engine: 'src/jest/engine.ts',
  'ohos-worker': 'src/jest/ohos-worker.ts',
  'kit-arkts': 'src/jest/kit-arkts.ts',
  'ohos-hilog': 'src/jest/ohos-hilog.ts',
  'kit-performance-analysis': 'src/jest/kit-performance-analysis.ts',
  hypium: 'src/jest/hypium.ts',
  'arkts-collections': 'src/jest/arkts-collections.ts',
  'arkts-lang': 'src/jest/arkts-lang.ts',
  'arkts-utils': 'src/jest/arkts-utils.ts',
  runtime: 'src/jest/runtime.ts',
  'dependency-extractor': 'src/jest/dependency-extractor.ts',
  resolver: 'src/jest/resolver.ts',
  'jest-preset': 'src/jest/preset.ts',
  'ts-transformer': 'src/jest/ts-transformer.ts',
  'ets-transformer': 'src/jest/ets-transformer.ts',
  guest: 'src/ohos/guest/index.ts',
  watchdog: 'src/realm/watchdog-thread.ts',
  'debug-server': 'src/debug/debug-thread.ts',
  views: 'src/views/index.ts',
};

/** The engine exists once: the other entries load its file instead of holding a copy. */
const sharedEngine = {
  name: 'shared-engine',
  setup({ onResolve }) {
    onResolve({ filter: /\/engine$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './engine.js', external: true },
    );
  },
};

/**
 * OpenHarmony's compiler stands in the package as it is: as a dependency it would put a `tsc` of its own in the place of
 * the user's, and take six times the room.
 */
const ownCompiler = {
  name: 'own-compiler',
  setup({ onResolve }) {
    onResolve({ filter: /^ohos-typescript(\/package\.json)?$/ }, ({ path }) => ({
      path: path.endsWith('.json') ? './ohos-typescript/package.json' : './ohos-typescript/typescript.js',
      external: true,
    }));
  },
};

function copyCompiler(target) {
  const source = resolve('node_modules/ohos-typescript');
  const { name, version, license } = JSON.parse(readFileSync(`${source}/package.json`, 'utf8'));
  mkdirSync(target);
  cpSync(`${source}/lib/typescript.js`, `${target}/typescript.js`);
  for (const file of ['LICENSE', 'ThirdPartyNoticeText.txt']) cpSync(`${source}/${file}`, `${target}/${file}`);
  writeFileSync(`${target}/package.json`, `${JSON.stringify({ name, version, license }, null, 2)}\n`);
}

/**
 * In a `vm` context each look-up of a global variable takes about a microsecond. The builtins that hot code uses are
 * looked up once, when a file is loaded.
 */
const builtins = [
  ...[
    'Array',
    'Atomics',
    'Boolean',
    'Error',
    'JSON',
    'Map',
    'Math',
    'Number',
    'Object',
    'Promise',
    'Proxy',
    'RangeError',
  ],
  ...['Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'WeakMap', 'WeakSet'],
];
const banner = `"use strict"; const { ${builtins.join(', ')} } = globalThis;`;

/** The lock file tells the versions of what builds, and of what is built in. */
const inputs = [
  'src',
  'ohos-types',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
/** Beside dist/, which is packed as it is. */
const stamp = 'node_modules/.cache/fake-ohos-worker/built-from';

function filesIn(path) {
  return statSync(path).isFile()
    ? [path]
    : readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)));
}

function digestOfInputs() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesIn)) hash.update(JSON.stringify([file, readFileSync(file, 'base64')]));
  return hash.digest('hex');
}

const digest = digestOfInputs();
if (existsSync('dist') && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) process.exit();

// Built aside, at the same depth, and put in place whole: a failed build leaves the last one, and nobody sees half of one.
const outdir = mkdtempSync('.dist-');
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
await build({
  entryPoints: Object.entries(entries).map(([out, file]) => ({ in: resolve(file), out })),
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  sourcemap: true,
  sourcesContent: false,
  banner: { js: banner },
  plugins: [sharedEngine, ownCompiler],
});
await buildPage(`${outdir}/page.html`);
copyCompiler(`${outdir}/ohos-typescript`);
const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', `${outdir}/types`];
execFileSync(process.execPath, tsc, { stdio: 'inherit' });
rmSync('dist', { recursive: true, force: true });
renameSync(outdir, 'dist');
mkdirSync(resolve(stamp, '..'), { recursive: true });
writeFileSync(stamp, digest);
