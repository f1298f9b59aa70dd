import type { TaskInfo } from './debuggee';
import type { TaskPattern } from './protocol';

const fields = ['kind', 'from', 'to'] as const;

/** Whether a task is one of those that a pattern looks for. */
export function fits({ text, ...pattern }: TaskPattern, task: TaskInfo): boolean {
  if (fields.some((field) => pattern[field] !== undefined && pattern[field] !== task[field])) return false;
  return text === undefined || task.preview.includes(text);
}

/** As the user may have written it. */
export function describePattern(pattern: TaskPattern): string {
  const { text, ...named } = pattern;
  const words = fields.flatMap((field) => (named[field] === undefined ? [] : [`${field}=${named[field]}`]));
  if (text !== undefined) words.push(JSON.stringify(text));
  return words.length === 0 ? 'any task' : words.join(' ');
}

/** What is wrong with a pattern that a client has sent; `undefined` if nothing is. */
export function problemOf(pattern: unknown): string | undefined {
  if (typeof pattern !== 'object' || pattern === null) return 'a pattern is an object: { kind, from, to, text }';
  for (const [name, value] of Object.entries(pattern)) {
    if (name !== 'text' && !fields.some((field) => field === name)) return `a pattern has no "${name.slice(0, 40)}"`;
    if (typeof value !== 'string') return `${name} of a pattern is a string`;
  }
  return undefined;
}
