import { firstProblemIn } from '../ets';
import type { Finding } from './finding';
import type { Source } from './source';

/** Of a file that uses workers: that it can't be parsed, so that not all of it was looked at. */
export function unparsed(source: Source): readonly Finding[] {
  const problem = source.knowsWorkers ? firstProblemIn(source.tree) : undefined;
  if (problem === undefined) return [];
  const { start, message } = problem;
  return [{ id: 'FOW-D11', severity: 'warning', rule: 'ArkTS', ...source.placeAt(start), problem: message }];
}
