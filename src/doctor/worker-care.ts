import { type Compiler, loadCompiler } from '../ets';
import { constantText } from './constant-text';
import type { Finding } from './finding';
import { type KeeperUse, usesOfKeeper } from './keeper-uses';
import { nameOf } from './platform-names';
import type { Source } from './source';
import type { Sources } from './sources';
import type { Keeper, WorkerSite } from './worker-site';

/**
 * Workers whose errors nobody hears (L-56), and workers that nobody stops (L-132), as far as their file shows all that
 * happens to them.
 *
 * @param endsItself whether the script calls `close()`, or isn't known.
 */
export function careFindings(sources: Sources, site: WorkerSite, endsItself: boolean): readonly Finding[] {
  const { source, node, className, kept } = site;
  if (source.isTest || kept.by === 'unseen') return [];
  const keeper = kept.by === 'keeper' ? kept.keeper : undefined;
  const uses = keeper === undefined ? [] : usesOfKeeper(source, keeper);
  if (uses.some(({ kind }) => kind === 'unseen')) return [];
  if (keeper !== undefined && isUsedElsewhere(sources, source, keeper)) return [];
  const common = { ...source.placeOf(node), severity: 'warning' as const, className, holder: shownName(keeper) };
  const findings: Finding[] = [];
  if (!uses.some((use) => hearsErrors(source, use))) findings.push({ ...common, id: 'FOW-D04', rule: 'L-56' });
  if (!endsItself && !uses.some(terminates)) findings.push({ ...common, id: 'FOW-D05', rule: 'L-132' });
  return findings;
}

/** Fields that are not private are seen by other files. */
function isUsedElsewhere(sources: Sources, source: Source, keeper: Keeper): boolean {
  const ts = loadCompiler();
  const name = nameOf(keeper) ?? '';
  if (ts.isVariableDeclaration(keeper) || name.startsWith('#')) return false;
  const isPrivate = ts.getModifiers(keeper)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
  const owner = ts.isClassLike(keeper.parent) ? nameOf(keeper.parent) : undefined;
  return isPrivate !== true && sources.mentions.beyond(source, name, owner);
}

function hearsErrors(source: Source, use: KeeperUse): boolean {
  if (use.kind === 'assign') return use.member === 'onerror' || use.member === 'onAllErrors';
  if (use.kind !== 'call' || !['addEventListener', 'on', 'once'].includes(use.member)) return false;
  const [type] = use.args;
  const text = type === undefined ? undefined : constantText(source, type);
  return text === undefined || text === 'error';
}

function terminates(use: KeeperUse): boolean {
  return (use.kind === 'call' || use.kind === 'read') && use.member === 'terminate';
}

function shownName(keeper: Keeper | undefined): string | undefined {
  if (keeper === undefined) return undefined;
  const name = nameOf(keeper);
  return loadCompiler().isPropertyDeclaration(keeper as Compiler.Node) ? `this.${name}` : name;
}
