import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KnownWorker, knownWorkers, testFolder } from '../doctor';
import { completeManifest, foreignTest, newManifest, parseManifest } from './package-json';
import { wantedPackages } from './versions';
import { testName, workerTest } from './worker-test';

/** What becomes of one file. Nothing that is there is overwritten; to `package.json` what it lacks is added. */
export type PlannedFile =
  | { readonly kind: 'write' | 'add'; readonly file: string; readonly text: string }
  | { readonly kind: 'leave'; readonly file: string; readonly why: 'exists' | 'complete' | 'configured' };

export interface Plan {
  readonly files: readonly PlannedFile[];
  /** Absolute: the app's folder, or the folder above several apps. */
  readonly root: string;
  /** The script `test` of `package.json`, if it doesn't run Jest. */
  readonly foreignTest: string | undefined;
  /** How many worker scripts were found. */
  readonly workers: number;
}

/**
 * What the project around a folder lacks to be tested with Jest. Writes nothing.
 *
 * @throws ToolError `FOW_PACKAGE_JSON_MALFORMED`, or as `examine`
 */
export function planInit(folder: string, ownVersion: string): Plan {
  const { root, workers } = knownWorkers(folder);
  const manifestFile = join(root, 'package.json');
  const text = existsSync(manifestFile) ? readFileSync(manifestFile, 'utf8') : undefined;
  const manifest = parseManifest(manifestFile, text);
  const files = [
    planManifest(root, manifestFile, text, ownVersion),
    planJestConfig(root, manifest.jest !== undefined, manifest.type === 'module'),
    planNew(join(root, 'tsconfig.json'), tsconfig),
    ...planTests(workers),
  ];
  return { root, files, foreignTest: foreignTest(manifest), workers: workers.length };
}

function planManifest(root: string, file: string, text: string | undefined, ownVersion: string): PlannedFile {
  const packages = wantedPackages(ownVersion);
  if (text === undefined) return { kind: 'write', file, text: newManifest(root, packages) };
  const complete = completeManifest(text, parseManifest(file, text), packages);
  return complete === undefined ? { kind: 'leave', file, why: 'complete' } : { kind: 'add', file, text: complete };
}

/** JavaScript, since Jest needs a loader for a config in TypeScript, before Node 22.18. */
function planJestConfig(root: string, inManifest: boolean, isModule: boolean): PlannedFile {
  if (inManifest) return { kind: 'leave', file: join(root, 'package.json'), why: 'configured' };
  const existing = readdirSync(root).find((name) => /^jest\.config\.(js|ts|mjs|cjs|mts|cts|json)$/.test(name));
  if (existing !== undefined) return { kind: 'leave', file: join(root, existing), why: 'exists' };
  return { kind: 'write', file: join(root, isModule ? 'jest.config.cjs' : 'jest.config.js'), text: jestConfig };
}

const jestConfig = `/** @type {import('jest').Config} */
module.exports = {
  preset: 'fake-ohos-worker',
  // Modules of the platform that no test mocks can be imported; using one of them fails and names the mock.
  globals: { fakeOhosWorker: { stubs: true } },
};
`;

const tsconfig = `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "CommonJS",
    "strict": false,
    "experimentalDecorators": true,
    "esModuleInterop": true,
    "skipLibCheck": true,
    "noEmit": true,
    "types": ["node", "fake-ohos-worker/ohos-types", "fake-ohos-worker/ohos-types/timers"]
  },
  "include": ["**/src/test/**/*.ts"]
}
`;

function planTests(workers: readonly KnownWorker[]): readonly PlannedFile[] {
  const taken = new Map<string, Set<string>>();
  return workers.map((worker) => {
    const folder = testFolder(worker.module);
    const names = taken.get(folder) ?? new Set<string>();
    taken.set(folder, names);
    const name = testName(worker, names);
    names.add(name);
    return planNew(join(folder, name), workerTest(worker));
  });
}

function planNew(file: string, text: string): PlannedFile {
  return existsSync(file) ? { kind: 'leave', file, why: 'exists' } : { kind: 'write', file, text };
}
