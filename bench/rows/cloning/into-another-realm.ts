import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect, types } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import type { Clone } from '../../../src/clone';
import type { RealmMakers } from '../../../src/clone/guest';

/** Where the runner puts the cloning layer, as the package bundles it. */
const folder = join(__dirname, '..', '..', 'clone');

/** Evaluates a CommonJS file as code of a realm. */
function load(file: string, evaluate: (code: string) => unknown): unknown {
  const loaded = { exports: {} };
  const run = evaluate(`(function (module, exports) { ${readFileSync(join(folder, file), 'utf8')}\n})`);
  (run as (...args: unknown[]) => void)(loaded, loaded.exports);
  return loaded.exports;
}

/** The package's own copier of messages, into a context as each worker has one. */
export function intoAnotherRealm(): Clone {
  const context = createContext();
  const guest = load('guest.js', (code) => runInContext(code, context)) as { createRealmMakers: () => RealmMakers };
  const engine = require(join(folder, 'engine.js')) as typeof import('../../../src/clone');
  return engine.createClone({ types, structuredClone, inspect }, guest.createRealmMakers());
}
