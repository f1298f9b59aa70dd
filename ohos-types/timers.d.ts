/// <reference types="node" />
// biome-ignore-all lint/suspicious/noExplicitAny: any arguments

/**
 * Timers whose ids are numbers, as on the platform, although `@types/node` is there, which by itself refuses
 * `private timer: number = setInterval(…)`. The ids serve as `NodeJS.Timeout` too, for the code of tests.
 *
 * The transformer adds this where there is no tsconfig.json; else add it to yours, if that has the types of Node:
 * `"types": ["node", "fake-ohos-worker/ohos-types", "fake-ohos-worker/ohos-types/timers"]`.
 */
declare global {
  function setTimeout<A extends any[]>(handler: (...args: A) => void, delay?: number, ...args: A): TimerId;
  function setInterval<A extends any[]>(handler: (...args: A) => void, delay?: number, ...args: A): TimerId;
}

type TimerId = number & NodeJS.Timeout;

export {};
