import { messagesEqual } from '../equality';
import { hiddenDifferences } from './byte-difference';
import type { MatcherContext } from './matcher-context';
import { printable } from './printable';

/** How many things a failure lists. */
const shown = 10;

/** Numbered lines, the youngest if there are many; nothing for none. */
export function numbered(lines: readonly string[]): string[] {
  const before = Math.max(0, lines.length - shown);
  const list = lines.slice(before).map((line, index) => `  ${before + index + 1}. ${line}`);
  return before === 0 ? list : [`  … ${before} before`, ...list];
}

/** `received: none`, or a numbered list below `received:`. */
export function listOf(lines: readonly string[]): string[] {
  return lines.length === 0 ? ['received: none'] : ['received:', ...numbered(lines)];
}

export function diffOf({ utils, expand }: MatcherContext, expected: unknown, received: unknown): string {
  const [wanted, given] = [printable(expected), printable(received)];
  const diff = utils.printDiffOrStringify(wanted, given, 'expected', 'received', expand === true);
  return [diff, ...hiddenDifferences(expected, received)].join('\n');
}

/** Where in `messages` the one is that `wanted` differs least from; `undefined` if none or several are near. */
export function closestTo(context: MatcherContext, wanted: unknown, messages: readonly unknown[]): number | undefined {
  if (messages.length === 1) return 0;
  const scores = messages.slice(-shown).map((message) => likeness(context, wanted, message));
  const best = Math.max(...scores);
  const at = scores.indexOf(best);
  if (best <= 0 || scores.indexOf(best, at + 1) >= 0) return undefined;
  return Math.max(0, messages.length - shown) + at;
}

/** How many properties are equal, less those that are not. */
function likeness(context: MatcherContext, wanted: unknown, message: unknown): number {
  if (!isRecord(wanted) || !isRecord(message) || Array.isArray(wanted) !== Array.isArray(message)) return 0;
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(message)])];
  const equal = keys.filter((key) => key in message && messagesEqual(context, message[key], wanted[key])).length;
  return equal - (keys.length - equal) / keys.length;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
