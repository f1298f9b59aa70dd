import type { Config } from '@jest/types';
import type { ToolErrorParts } from '../base';
import { ownsFile } from './own-files';

/** What is wrong when a pattern of the user's config comes before ours in `moduleNameMapper`. */
export function shadowedMapping({ moduleNameMapper }: Config.ProjectConfig): ToolErrorParts | undefined {
  const [pattern, target] = moduleNameMapper.find(([regex]) => new RegExp(regex).test('@ohos.worker')) ?? [];
  if (pattern === undefined || target === undefined || [target].flat().some(isOurs)) return undefined;
  return {
    code: 'FOW_MAPPER_SHADOWED',
    summary: "'@ohos.worker' does not reach the fake: another entry of moduleNameMapper comes first",
    facts: [`moduleNameMapper: ${JSON.stringify(pattern)} -> ${JSON.stringify(target)}`],
    hint: 'wrap the config in withFakeOhosWorker(), which puts its entries first, or let the pattern spare "worker".',
  };
}

function isOurs(target: string): boolean {
  return ownsFile(target) || target.startsWith('fake-ohos-worker/');
}
