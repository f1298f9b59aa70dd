import type { Finding, Place } from './finding';
import type { WorkerClass } from './platform-names';

/** That a worker of a class is constructed, and where. */
export interface Construction extends Place {
  readonly className: WorkerClass;
}

/** `Worker` and the newer classes in one app: whichever comes second is refused (E-2). */
export function bothClasses(constructions: readonly Construction[]): readonly Finding[] {
  const newer = constructions.find(({ className }) => className !== 'Worker');
  if (newer === undefined) return [];
  const { className: otherClass, ...other } = newer;
  return constructions
    .filter(({ className }) => className === 'Worker')
    .map(({ className: _, ...place }) => ({
      ...place,
      id: 'FOW-D09',
      severity: 'error',
      rule: 'E-2',
      otherClass,
      other,
    }));
}
