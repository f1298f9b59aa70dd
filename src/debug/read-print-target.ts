import type { PrintTarget } from './protocol';

/**
 * Reads `5`, `5.data.items[0]`, `worker#1.cache["a key"]`: a task or an agent, and a path of properties from there.
 * `undefined` when it is neither.
 */
export function readPrintTarget(text: string, agents: readonly string[]): PrintTarget | undefined {
  const agent = agents
    .filter((name) => text.startsWith(name) && /^([.[]|$)/.test(text.slice(name.length)))
    .sort((one, other) => other.length - one.length)[0];
  const task = /^\d+(?=[.[]|$)/.exec(text)?.[0];
  const root = agent ?? task;
  if (root === undefined) return undefined;
  const path = readPath(text.slice(root.length));
  return path && { root: agent === undefined ? { task: Number(task) } : { agent }, path };
}

function readPath(text: string): (string | number)[] | undefined {
  const step = /\.([\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*)|\[(\d+)\]|\[("(?:[^"\\\p{Cc}]|\\["\\])*")\]/uy;
  const path: (string | number)[] = [];
  while (step.lastIndex < text.length) {
    const [found, name, index, quoted] = step.exec(text) ?? [];
    if (found === undefined) return undefined;
    path.push(name ?? (index === undefined ? String(JSON.parse(quoted ?? '""')) : Number(index)));
  }
  return path;
}
