import { posix } from 'node:path';
import { slashed } from './folder-path';
import type { ProfileNode } from './profile-node';

/**
 * The scripts that a module's `build-profile.json5` registers (P-55), relative to the module's folder and without
 * a leading `./`; `undefined` when no `sourceOption.workers` stands in it at all.
 */
export function registeredWorkers(buildProfile: ProfileNode): readonly string[] | undefined {
  const lists = ['buildOption', 'buildOptionSet', 'targets'].flatMap((key) => workerLists(buildProfile.get(key)));
  if (lists.length === 0) return undefined;
  const entries = lists.flatMap((list) => list.asList().flatMap((entry) => entry.asString() ?? []));
  return [...new Set(entries.map((entry) => posix.normalize(slashed(entry))))];
}

/** Every `sourceOption.workers` in the tree: targets and option sets nest it differently between hvigor versions. */
function workerLists(node: ProfileNode): readonly ProfileNode[] {
  const own = node.get('sourceOption', 'workers');
  return [...(own.exists ? [own] : []), ...node.children().flatMap(workerLists)];
}
