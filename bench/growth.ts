// node -r esbuild-register bench/growth.ts prints the time of copying one node, at 10³, 10⁵ and 10⁶ nodes. It mustn't grow with their number.
import { inspect, types } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { createClone } from '../src/clone';
import type { RealmMakers } from '../src/clone/guest';

const shapes: Readonly<Record<string, (nodes: number) => unknown>> = {
  'chain of objects': (nodes) => chain(nodes, (next) => ({ next })),
  'chain of arrays': (nodes) => chain(nodes, (next) => [next]),
  'chain of maps': (nodes) => chain(nodes, (next) => new Map([['next', next]])),
  'wide array': (nodes) => Array.from({ length: nodes }, (_, id) => ({ id })),
  'wide object': (nodes) => Object.fromEntries(Array.from({ length: nodes }, (_, id) => [`key${id}`, { id }])),
  'shared references': (nodes) => {
    const shared = { id: 1 };
    return Array.from({ length: nodes }, () => shared);
  },
  'map of objects': (nodes) => new Map(Array.from({ length: nodes }, (_, id) => [id, { id }])),
};

function chain(nodes: number, link: (next: unknown) => unknown): unknown {
  let first: unknown = 'end';
  for (let i = 0; i < nodes; i++) first = link(first);
  return first;
}

function makersOfAnotherRealm(): RealmMakers {
  const { outputFiles } = buildSync({
    entryPoints: [require.resolve('../src/clone/guest')],
    bundle: true,
    write: false,
    format: 'cjs',
  });
  const code = `(() => { const module = { exports: {} }; ${outputFiles[0]?.text}; return module.exports; })()`;
  return (runInContext(code, createContext()) as { createRealmMakers: () => RealmMakers }).createRealmMakers();
}

const clone = createClone({ types, structuredClone, inspect }, makersOfAnotherRealm());

/** The least time of some rounds, in nanoseconds a node; `-` if it can't be copied. */
function timePerNode(copy: () => unknown, nodes: number): string {
  let least = Number.POSITIVE_INFINITY;
  for (let left = 1_000_000; left > 0; left -= nodes * 5) {
    const start = performance.now();
    try {
      copy();
    } catch {
      return '-'; // structuredClone overflows the stack
    }
    least = Math.min(least, performance.now() - start);
  }
  return ((least * 1e6) / nodes).toFixed(0);
}

function copyByUs(message: unknown): void {
  const result = clone(message);
  // A million nodes are copied, and then refused for their size (S-45, S-47).
  if (!result.ok && !/size has exceed limit/.test(result.failure.reason)) throw new Error(result.failure.reason);
}

const sizes = [1_000, 100_000, 1_000_000];
console.log(`Node ${process.version}; ns a node, ours / structuredClone`);
console.log(''.padEnd(20) + sizes.map((nodes) => String(nodes).padStart(16)).join(''));
for (const [name, make] of Object.entries(shapes)) {
  const cells = sizes.map((nodes) => {
    const message = make(nodes);
    const ours = timePerNode(() => copyByUs(message), nodes);
    return `${ours} / ${timePerNode(() => structuredClone(message), nodes)}`.padStart(16);
  });
  console.log(name.padEnd(20) + cells.join(''));
}
