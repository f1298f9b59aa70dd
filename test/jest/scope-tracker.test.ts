import { describe, expect, it } from '@jest/globals';
import type { Circus } from '@jest/types';
import { ScopeTracker } from '../../src/jest/scope-tracker';

/** Feeds events to a tracker; answers the scopes that ended, by kind and name. */
function follow(...events: readonly (readonly [name: string, owner: object])[]): { ended: string[]; current: string } {
  const tracker = new ScopeTracker(async () => undefined);
  const ended: string[] = [];
  tracker.listener = {
    mayStillReject: () => false,
    scopeEnded: ({ kind, name }) => {
      ended.push(`${kind} ${name}`);
      return [];
    },
  };
  for (const [name, owner] of events) {
    const event = { name, test: owner, describeBlock: owner } as unknown as Circus.AsyncEvent;
    void tracker.handle(event, state);
  }
  const { kind, name } = tracker.current;
  return { ended, current: `${kind} ${name}` };
}

const state = { unhandledErrors: [] as unknown[] } as Circus.State;
const root = { name: 'ROOT', parent: undefined, errors: [] };
const block = { name: 'block', parent: root, errors: [] };
const first = { name: 'first', errors: [] };
const second = { name: 'second', errors: [] };

describe('ScopeTracker', () => {
  it('takes the root describe block for the file', () => {
    expect(follow(['run_describe_start', root])).toEqual({ ended: [], current: 'file ' });
  });

  it('opens a test within its describe block and closes both in turn', () => {
    const events = [
      ['run_describe_start', block],
      ['test_start', first],
    ] as const;
    expect(follow(...events).current).toBe('test first');
    expect(follow(...events, ['test_done', first])).toEqual({ ended: ['test first'], current: 'describe block' });
    expect(follow(...events, ['test_done', first], ['run_describe_finish', block])).toEqual({
      ended: ['test first', 'describe block'],
      current: 'file ',
    });
  });

  it.each(['test_skip', 'test_todo'])('closes a test that ends with %s', (end) => {
    expect(follow(['test_start', first], [end, first])).toEqual({ ended: ['test first'], current: 'file ' });
  });

  it('closes the test that is done when tests overlap', () => {
    const started = [
      ['test_start', first],
      ['test_start', second],
    ] as const;
    expect(follow(...started, ['test_done', first])).toEqual({ ended: ['test first'], current: 'test second' });
  });

  it('names a test with the blocks around it, but not the one that stands for the file', () => {
    const inner = { name: 'inner', parent: block, errors: [] };
    const events = [
      ['run_describe_start', block],
      ['run_describe_start', inner],
    ] as const;
    const test = { name: 'test', parent: inner, errors: [] };
    expect(follow(...events, ['test_start', test]).current).toBe('test block › inner › test');
  });

  it('tells of a test that passes by failing', () => {
    const tracker = new ScopeTracker(async () => undefined);
    const test = { name: 'test', failing: true, errors: [] };
    void tracker.handle({ name: 'test_start', test } as unknown as Circus.AsyncEvent, state);
    expect(tracker.current.failing).toBe(true);
  });

  it('shows the listener what a test has failed with, and tells it of scopes that are given up', () => {
    const tracker = new ScopeTracker(async () => undefined);
    const heard: unknown[][] = [];
    tracker.listener = {
      mayStillReject: () => false,
      scopeEnded: (_, failures) => {
        heard.push([...failures]);
        return [];
      },
    };
    const test = { name: 'test', errors: ['failure'] };
    for (const name of ['test_start', 'test_done']) {
      void tracker.handle({ name, test } as unknown as Circus.AsyncEvent, state);
    }
    tracker.end();
    expect(heard).toEqual([['failure'], [new Error('the test file was given up')]]);
  });

  it('gives a test the errors that its end brings to light', () => {
    const tracker = new ScopeTracker(async () => undefined);
    const error = new Error('uncaught');
    tracker.listener = { mayStillReject: () => false, scopeEnded: () => [error] };
    const test = { name: 'test', errors: [] as unknown[] };
    for (const name of ['test_start', 'test_done']) {
      void tracker.handle({ name, test } as unknown as Circus.AsyncEvent, state);
    }
    expect(test.errors).toEqual([error]);
  });

  it('gives the run the errors that the end of a describe block or of the file brings to light', () => {
    const tracker = new ScopeTracker(async () => undefined);
    tracker.listener = { mayStillReject: () => false, scopeEnded: ({ kind }) => [`late in the ${kind}`] };
    const run = { unhandledErrors: [] as unknown[] };
    for (const name of ['run_describe_start', 'run_describe_finish', 'run_finish']) {
      const event = { name, describeBlock: block } as unknown as Circus.AsyncEvent;
      void tracker.handle(event, run as Circus.State);
    }
    expect(run.unhandledErrors).toEqual(['late in the describe', 'late in the file']);
  });
});
