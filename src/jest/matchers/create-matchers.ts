import type { Workers, World } from '../../world';
import { droppedMatcher } from './dropped-matcher';
import { errorMatcher } from './error-matcher';
import { failureText } from './failure-text';
import { lifeMatchers } from './life-matchers';
import type { JestMatcher, MatcherCall, WorkerMatcher } from './matcher-context';
import { messageMatchers } from './message-matchers';
import { restMatchers } from './rest-matchers';

const aboutOneWorker = { ...messageMatchers, ...droppedMatcher, ...lifeMatchers, ...errorMatcher };

/** All matchers, for the workers of one engine. On anything but a worker they throw a tool error, `FOW_NOT_A_WORKER`. */
export function createMatchers(world: World, workers: Workers): Record<string, JestMatcher> {
  const matchers = Object.entries(aboutOneWorker).map(([name, matcher]) => {
    return [name, asJestMatcher(name, matcher, world, workers)] as const;
  });
  return { ...Object.fromEntries(matchers), ...restMatchers(world, workers) };
}

function asJestMatcher(
  name: string,
  { args: names, find }: WorkerMatcher,
  world: World,
  workers: Workers,
): JestMatcher {
  return function (subject, ...args) {
    const call: MatcherCall = { context: this, name, args, handle: workers.get(subject as object), world };
    const { pass, facts } = find(call);
    return { pass, message: () => failureText(call, names, facts()) };
  };
}
