import type { PrintTarget } from '../../debug';

const step = /\.([^.[\]\s]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/uy;

/** Reads `5.data.items[0]` or `worker#1.cache["a key"]`; `undefined` if it is neither. */
export function readPrintPath(words: string, agents: readonly string[]): PrintTarget | undefined {
  const text = words.trim();
  const names = agents.filter((name) => text.startsWith(name)).sort((one, other) => other.length - one.length);
  const agent = names.find((name) => /^(?:[.[]|$)/.test(text.slice(name.length)));
  const task = /^\d+/.exec(text)?.[0];
  const root = agent ?? task;
  if (root === undefined) return undefined;
  const path = readSteps(text.slice(root.length));
  return path && { root: agent === undefined ? { task: Number(root) } : { agent }, path };
}

function readSteps(text: string): (string | number)[] | undefined {
  const path: (string | number)[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (found === null) return undefined;
    const [, name, index, quoted] = found;
    path.push(index !== undefined ? Number(index) : (name ?? (quoted ?? '').replace(/\\(.)/g, '$1')));
  }
  return path;
}
