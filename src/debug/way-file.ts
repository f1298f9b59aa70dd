import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WayBack } from './way-back';

/** In the folder that one run leaves to the next. */
const wayFile = 'way-back.json';

export function leaveWay(folder: string, way: WayBack): void {
  writeFileSync(join(folder, wayFile), JSON.stringify(way));
}

/** Where the run before asks this one to come back to. */
export function findWay(folder: string): WayBack | undefined {
  const file = join(folder, wayFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as WayBack) : undefined;
}
