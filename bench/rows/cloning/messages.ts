import { isReply, message } from '../../message';

/** What a cloning row copies, and how a copy is told from something else. */
export interface Cloned<T> {
  readonly message: T;
  readonly isCopy: (copy: T) => boolean;
}

interface Node {
  readonly id: number;
  readonly name: string;
  readonly children: readonly Node[];
}

interface Item {
  readonly id: number;
  readonly name: string;
  readonly score: number;
  readonly active: boolean;
}

/** `1 + 3 + 9 + 27 + 81` nodes. */
function treeOf(depth: number): Node {
  const children = depth === 0 ? [] : Array.from({ length: 3 }, () => treeOf(depth - 1));
  return { id: depth, name: `node ${depth}`, children };
}

function sequence<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}

export const small: Cloned<typeof message> = { message, isCopy: (copy) => copy !== message && isReply(copy) };

export const tree: Cloned<Node> = {
  message: treeOf(4),
  isCopy: ({ children }) => children.length === 3 && children[2]?.children[2]?.children[2]?.children[2]?.id === 0,
};

export const records: Cloned<readonly Item[]> = {
  message: sequence(10_000, (id) => ({ id, name: `record ${id}`, score: id / 3, active: id % 2 === 0 })),
  isCopy: (copy) => copy.length === 10_000 && copy[9_999]?.name === 'record 9999',
};

export const numbers: Cloned<readonly number[]> = {
  message: sequence(100_000, (index) => index),
  isCopy: (copy) => copy.length === 100_000 && copy[99_999] === 99_999,
};

export const keys: Cloned<Readonly<Record<string, number>>> = {
  message: Object.fromEntries(sequence(1_000, (index) => [`key${index}`, index])),
  isCopy: (copy) => copy.key0 === 0 && copy.key999 === 999,
};

export const megabyte = 1024 * 1024;

export const buffer: Cloned<ArrayBuffer> = {
  message: new ArrayBuffer(megabyte),
  isCopy: (copy) => copy !== buffer.message && copy.byteLength === megabyte,
};
