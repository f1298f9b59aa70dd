import type { ShownBreakpoint, TaskPattern } from '../../debug';
import type { ShownEntry } from '../trace-model';
import { visibleLine } from '../visible-text';

export const taskKinds = ['message', 'start', 'timer', 'call', 'error', 'exit', 'stop'] as const;

/** What finds tasks like the one that an entry tells of; `undefined` if it tells of none. */
export function patternOf({ entry }: ShownEntry): TaskPattern | undefined {
  switch (entry.type) {
    case 'post':
    case 'drop':
      return { kind: 'message', from: entry.agent, to: entry.to };
    case 'message':
    case 'call':
    case 'error':
    case 'exit':
      return { kind: entry.type, from: entry.from, to: entry.agent };
    case 'start':
    case 'timer':
      return { kind: entry.type, to: entry.agent };
    default:
      return undefined;
  }
}

/** Whether a breakpoint is for what an entry tells of. */
export function stopsAt({ pattern }: ShownBreakpoint, shown: ShownEntry): boolean {
  const own = patternOf(shown);
  if (own === undefined) return false;
  const fields = ['kind', 'from', 'to'] as const;
  const fits = fields.every((field) => pattern[field] === undefined || pattern[field] === own[field]);
  return fits && (pattern.text === undefined || shown.label.text.includes(pattern.text));
}

export function describePattern({ kind, from, to, text }: TaskPattern): string {
  const agents = from === undefined && to === undefined ? '' : `${from ?? 'any'} → ${to ?? 'any'}`;
  const words = [kind, agents, text === undefined ? '' : `“${text}”`].filter(
    (word) => word !== undefined && word !== '',
  );
  return words.length === 0 ? 'any task' : visibleLine(words.join(' '));
}
