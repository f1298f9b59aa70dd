import { inspect, types } from 'node:util';
import { createContext, runInContext, runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { type Clone, createClone, markSendable } from '../../../src/clone';
import type * as CloneGuest from '../../../src/clone/guest';
import { KIT_SOURCE } from './kit';
import { Builtins } from './reference/builtins';

/**
 * Where parts of messages come from: `here` is the sender's realm, `there` another one, `receiver` the one that the
 * message is for, and `outer` node's own, whose objects platform functions such as `structuredClone` answer.
 */
export const REALM_NAMES = ['here', 'there', 'receiver', 'outer'] as const;
export type RealmName = (typeof REALM_NAMES)[number];

/** Evaluates an expression in a realm, with its kit at hand. */
export type Evaluate = (source: string) => unknown;

export interface Realms {
  readonly sources: Readonly<Record<RealmName, Evaluate>>;
  /** What of the users' code has run since it was last emptied. */
  readonly ran: string[];
  /** The product's, into `receiver`. */
  readonly clone: Clone;
  /** What the second implementation knows of all realms. */
  readonly builtins: Builtins;
}

/** @param product makes another one of the product's clone */
export function createRealms(product = (clone: Clone): Clone => clone): Realms {
  const ran: string[] = [];
  const contexts = { here: createContext(), there: createContext(), receiver: createContext() };
  const evaluators: Record<RealmName, Evaluate> = {
    here: (source) => runInContext(source, contexts.here),
    there: (source) => runInContext(source, contexts.there),
    receiver: (source) => runInContext(source, contexts.receiver),
    outer: (source) => runInThisContext(source),
  };
  const { createRealmMakers } = evaluators.receiver(guestCode()) as typeof CloneGuest;
  return {
    sources: {
      here: withKit(evaluators.here, ran),
      there: withKit(evaluators.there, ran),
      receiver: withKit(evaluators.receiver, ran),
      outer: withKit(evaluators.outer, ran),
    },
    ran,
    clone: product(createClone({ types, structuredClone, inspect }, createRealmMakers())),
    builtins: new Builtins(Object.values(evaluators), evaluators.receiver),
  };
}

function withKit(evaluate: Evaluate, ran: string[]): Evaluate {
  const note = (what: string): void => {
    ran.push(what);
  };
  const start = evaluate(`(ran, mark) => {
    const { kit, def, access, put, add, close, fill, view } = (${KIT_SOURCE})(ran, mark);
    return (source) => eval(source);
  }`) as (ran: typeof note, mark: typeof markSendable) => Evaluate;
  return start(note, markSendable);
}

let builtGuest: string | undefined;

function guestCode(): string {
  builtGuest ??= bundle(require.resolve('../../../src/clone/guest/index.ts'));
  return builtGuest;
}

function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2022',
  });
  return `(() => { const module = { exports: {} }; ${outputFiles[0]?.text}; return module.exports; })()`;
}
