import type { ArkTS } from '../../arkts';

/** The three host classes that the module exports. */
export type WorkerKind = 'ThreadWorker' | 'Worker' | 'RestrictedWorker';

/** Methods of every host class, in the order in which the platform defines them (A-20, §4.1 of the rules on the surface). */
export const hostMethods = [
  'postMessage',
  'postMessageWithSharedSendable',
  'terminate',
  'on',
  'registerGlobalCallObject',
  'unregisterGlobalCallObject',
  'once',
  'off',
  'addEventListener',
  'dispatchEvent',
  'removeEventListener',
  'removeAllListener',
  'cancelTasks',
] as const;
export type HostMethod = (typeof hostMethods)[number];

/** Methods of the port (§6.1 of the rules on the surface). */
export const portMethods = [
  'postMessage',
  'postMessageWithSharedSendable',
  'postMessageAtFront',
  'callGlobalCallObjectMethod',
  'close',
  'cancelTasks',
  'addEventListener',
  'dispatchEvent',
  'removeEventListener',
  'removeAllListener',
] as const;
export type PortMethod = (typeof portMethods)[number];

export const timerFunctions = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] as const;
export type TimerFunction = (typeof timerFunctions)[number];

/**
 * What the module's functions do, for one JS thread. The functions themselves belong to the thread's realm; the rules
 * live in the world. `args` holds exactly the arguments that were passed (E-5).
 */
export interface ThreadRules {
  /** What all threads of the process have in common. */
  arkts(member: keyof ArkTS): unknown;
  /** Code asked `@kit.ArkTS` for a member that is not about workers. */
  refuseKitMember(name: string): never;
  construct(kind: WorkerKind, self: object, args: readonly unknown[]): void;
  readonly host: Readonly<Record<HostMethod, (self: unknown, args: readonly unknown[]) => unknown>>;
  readonly port: Readonly<Record<PortMethod, (args: readonly unknown[]) => unknown>>;
  readonly timers: Readonly<Record<TimerFunction, (args: readonly unknown[]) => unknown>>;
}
