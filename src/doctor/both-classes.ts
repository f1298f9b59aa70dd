import type { Finding } from './finding';
import type { WorkerSite } from './worker-site';

/** `Worker` and the newer classes in one app: whichever comes second is refused (E-2). */
export function bothClasses(sites: readonly WorkerSite[]): readonly Finding[] {
  const ofApp = sites.filter(({ source }) => !source.isTest);
  const newer = ofApp.find(({ className }) => className !== 'Worker');
  if (newer === undefined) return [];
  const other = newer.source.placeOf(newer.node);
  return ofApp
    .filter(({ className }) => className === 'Worker')
    .map(({ source, node }) => ({
      ...source.placeOf(node),
      id: 'FOW-D09',
      severity: 'error',
      rule: 'E-2',
      otherClass: newer.className,
      other,
    }));
}
