import type { Config } from '@jest/types';
import type { ToolErrorParts } from '../base';
import type { PlatformImport } from '../ohos/guest';
import { ownsFile } from './own-files';

const platformImports: readonly PlatformImport[] = [
  '@ohos.worker',
  '@kit.ArkTS',
  '@arkts.collections',
  '@arkts.lang',
  '@arkts.utils',
];

/** The modules of the platform that `moduleNameMapper` leads to us. */
export function ownMappings(config: Config.ProjectConfig): ReadonlySet<string> {
  return new Set(platformImports.filter((name) => firstMapping(config, name)?.some(isOurs)));
}

/** What is wrong when a pattern of the user's config comes before ours. */
export function shadowedMapping(config: Config.ProjectConfig): ToolErrorParts | undefined {
  const targets = firstMapping(config, '@ohos.worker');
  if (targets === undefined || targets.some(isOurs)) return undefined;
  return {
    code: 'FOW_MAPPER_SHADOWED',
    summary: "'@ohos.worker' does not reach the fake: another entry of moduleNameMapper comes first",
    facts: [`it maps to: ${targets.join(', ')}`],
    hint: 'wrap the config in withFakeOhosWorker(), which puts its entries first, or let the pattern spare "worker".',
  };
}

function firstMapping({ moduleNameMapper }: Config.ProjectConfig, name: string): string[] | undefined {
  const targets = moduleNameMapper.find(([regex]) => new RegExp(regex).test(name))?.[1];
  return targets === undefined ? undefined : [targets].flat();
}

function isOurs(target: string): boolean {
  return ownsFile(target) || target.startsWith('fake-ohos-worker/');
}
