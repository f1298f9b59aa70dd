import { describe, expect, it } from '@jest/globals';
import type { TaskMatch } from '../../src/world';
import { inlineWorld } from './support/inline-world';
import { describeThrown } from './support/outcome';

/** Worker 1 answers with what it got; worker 2 says nothing. */
function conversation() {
  const inline = inlineWorld({
    'echo.ts': 'const port = worker.workerPort; port.onmessage = ({ data }) => port.postMessage({ echo: data });',
    'mute.ts': '',
  });
  const [first, second] = ['echo.ts', 'mute.ts'].map((url) => new inline.worker.ThreadWorker(url));
  if (first === undefined || second === undefined) throw new Error('two workers are needed');
  first.postMessage({ id: 1, text: 'one' });
  second.postMessage({ id: 2, text: 'two' });
  return { ...inline, first, second };
}

describe('a task is chosen', () => {
  it.each<[string, TaskMatch, string]>([
    ['by nothing', {}, 'start worker#1'],
    ['by its kind', { kind: 'message' }, 'message worker#1'],
    ['by the name of who performs it', { to: 'worker#2' }, 'start worker#2'],
    ['by the name of who caused it', { from: 'worker#1' }, 'message host'],
    ['by several of these', { to: 'worker#2', kind: 'message' }, 'message worker#2'],
    ['by its data', { data: { id: 2, text: 'two' } }, 'message worker#2'],
    ['by an asymmetric matcher', { data: expect.objectContaining({ id: 2 }) }, 'message worker#2'],
    ['by one inside the data', { data: { id: expect.any(Number), text: 'two' } }, 'message worker#2'],
    ['by data that are undefined', { data: undefined }, 'start worker#1'],
  ])('%s', (_, match, found) => {
    const { workers } = conversation();
    const { kind, to } = workers.runUntil(match);
    expect(`${kind} ${to}`).toBe(found);
  });

  it('by the worker at one of its ends, or its handle', () => {
    const { workers, first, second } = conversation();
    expect(workers.runUntil({ to: second, kind: 'message' }).to).toBe('worker#2');
    expect(workers.runUntil({ from: workers.get(first) }).data).toEqual({ echo: { id: 1, text: 'one' } });
  });

  it('by code', () => {
    const { workers } = conversation();
    expect(workers.runUntil(({ preview }) => preview.includes('two')).to).toBe('worker#2');
  });
});

const whole = (shown: string, why: string, hint: string) =>
  [
    `FakeOhosWorkerError FOW_BAD_MATCH: No task can match ${shown}: ${why} [FOW_BAD_MATCH]`,
    '  - expected: { from, to, kind, data }, each optional, or a function of the task',
    '  - kinds: start, message, stop, error, call, exit, timer',
    `Hint: ${hint}`,
  ].join('\n');

it.each<[unknown, string, string]>([
  [{ form: 'host' }, "{ form: 'host' }", 'a task has no "form" to be chosen by'],
  [{ kind: 'msg' }, "{ kind: 'msg' }", "there is no kind 'msg'"],
  ['host', "'host'", 'it is neither an object nor a function'],
  [async () => false, '[AsyncFunction (anonymous)]', 'it answers a promise, and a task is chosen at once'],
])('%p is refused', (match, shown, why) => {
  const { workers } = conversation();
  expect(describeThrown(thrownBy(() => workers.runUntil(match as never)))).toBe(
    whole(shown, why, 'look at workers.pending: a match names what its tasks have.'),
  );
});

describe.each(['runUntil', 'breakOn'] as const)('workers.%s', (method) => {
  it.each(['worker#3', 'wroker#1', 'worker1', ''])('is not given the name %j, which nobody has', (name) => {
    const { workers } = conversation();
    expect(describeThrown(thrownBy(() => workers[method]({ to: name })))).toBe(
      whole(
        `{ to: '${name}' }`,
        `nobody is called '${name}'; there are: host, worker#1, worker#2`,
        `a worker that is still to come is chosen by code: ({ to }) => to === '${name}'.`,
      ),
    );
  });

  it.each([null, 5])('is not given %j for a worker', (end) => {
    const { workers } = conversation();
    expect(() => workers[method]({ from: end as never })).toThrow(
      expect.objectContaining({ code: 'FOW_NOT_A_WORKER' }),
    );
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
