import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/debug/protocol';
import { debuggedWorld, postToTwo, Restarted } from './support/debugged-world';

/** What becomes of a test with two workers, by default 1 start, 2 message, 3 start, 4 message, 5 and 6 answers. */
function debugged(script: readonly Command[], way?: Parameters<typeof debuggedWorld>[1]) {
  const world = debuggedWorld(script, way);
  postToTwo(world);
  world.run();
  world.stepper.testEnded([]);
  return world;
}

function wayOf(script: readonly Command[]) {
  try {
    debugged(script);
  } catch (error) {
    if (error instanceof Restarted) return error.way;
    throw error;
  }
  throw new Error('it was not run anew');
}

const step: Command = { command: 'step' };
const goOn: Command = { command: 'continue' };

describe('a test that is stepped through', () => {
  it('stops before its first task, at each step, and at its end', () => {
    const { clients, log } = debugged([step, step, goOn]);
    expect(clients.stops).toEqual(['start at 0 before 1', 'step at 1 before 2', 'step at 2 before 3', 'end at 6']);
    expect(log).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('tells the whole trace first, and then what is new', () => {
    const { clients, workers } = debugged([step, goOn]);
    const stops = clients.told.filter((message) => message.type === 'stopped');
    expect(stops.map(({ whole }) => whole)).toEqual([true, false, false]);
    expect(stops.flatMap(({ entries }) => entries)).toEqual(workers.trace.toJSON().entries);
  });

  it('goes on to the next task of the same agent', () => {
    expect(debugged([{ command: 'over' }, goOn]).clients.stops[1]).toBe('step at 1 before 2');
    expect(debugged([step, { command: 'over' }, goOn]).clients.stops).toEqual([
      'start at 0 before 1',
      'step at 1 before 2',
      'end at 6',
    ]);
  });

  it('goes on until a pattern, and not before the task that it stands at', () => {
    const until: Command = { command: 'until', pattern: { kind: 'message', to: 'host', text: "'b'" } };
    expect(debugged([until, until]).clients.stops).toEqual([
      'start at 0 before 1',
      `until at 5 before 6: kind=message to=host "'b'"`,
      'end at 6',
    ]);
  });

  it('stops at breakpoints, before a task or after it, until they are removed', () => {
    const { clients } = debugged([
      { command: 'break', pattern: { to: 'host' }, stop: 'after' },
      { command: 'break', pattern: { kind: 'start' } },
      goOn,
      goOn,
      { command: 'unbreak', breakpoint: 1 },
      { command: 'unbreak', breakpoint: 1 },
    ]);
    expect(clients.stops).toEqual([
      'start at 0 before 1',
      'breakpoint at 2 before 3: breakpoint 2: kind=start',
      'breakpoint at 5: breakpoint 1: to=host',
    ]);
    expect(clients.answers).toEqual(['1', '2', 'done', 'there is no breakpoint 1']);
    const hits = clients.told.flatMap((message) =>
      message.type === 'breakpoints' ? [message.breakpoints.map((each) => each.hits)] : [],
    );
    expect(hits).toEqual([[0], [0, 0], [1]]);
  });

  it('performs a task out of turn if it is legal', () => {
    const { clients, log } = debugged([
      { command: 'deliver', task: 4 },
      { command: 'deliver', task: 3 },
      { command: 'deliver', task: 4 },
      { command: 'deliver', task: 5 },
      goOn,
      { command: 'deliver', task: 5 },
    ]);
    expect(clients.stops.at(-1)).toBe('end at 6');
    expect(clients.answers).toEqual([
      "task 4 can't be the next one; these can: 1, 3",
      'the test is over: nothing is performed any more',
    ]);
    expect(log).toEqual([{ name: 'b' }, { name: 'a' }]);
  });

  it('remembers a choice that is made where no task is about to be performed', () => {
    const { clients } = debugged([
      { command: 'break', pattern: { kind: 'start' }, stop: 'after' },
      goOn,
      { command: 'deliver', task: 3 },
    ]);
    expect(clients.told.find((message) => message.type === 'stopped' && message.position === 2)).toMatchObject({
      schedule: [1, 3],
    });
  });

  it('leaves a choice of the test alone', () => {
    const world = debuggedWorld([{ command: 'deliver', task: 1 }]);
    postToTwo(world);
    world.workers.step({ id: 3 });
    expect(world.clients.answers).toEqual(['the test itself has chosen task 3']);
  });

  it('prints data, globals and positions, and names what it can not print', () => {
    const print = (root: { task: number } | { agent: string }, ...path: (string | number)[]): Command => ({
      command: 'print',
      target: { root, path },
    });
    const { clients } = debugged([
      print({ task: 2 }, 'data', 'name'),
      print({ task: 2 }, 'data', 'toString'),
      print({ task: 1 }),
      print({ agent: 'worker#9' }),
      print({ agent: 'worker#1' }, 'undefined'),
      { command: 'where', task: 99 },
      { command: 'print', target: { root: { task: 2 }, path: 'data' as never } },
      { command: 'print', target: undefined as never },
      { command: 'until', pattern: { task: 1 } as never },
      { command: 'eval', text: 'process.exit()' } as never,
    ]);
    expect(clients.answers).toEqual([
      'a',
      'task 2.data has no property "toString"',
      'task 1 carries no data, or is none',
      'worker#9 has no globals, or is no agent',
      { $type: 'undefined' },
      'there is no task 99',
      'a path is a list of names and numbers',
      expect.stringContaining('undefined'),
      'a pattern has no "task"',
      'there is no command "eval"',
    ]);
  });

  it('exports what has been performed in its own function, and what was seen', () => {
    const { exported } = debugged([step, step, { command: 'export' }, goOn, { command: 'export' }]);
    expect(exported[0]).toMatchObject({ schedule: [1, 2], isWhole: false });
    expect(exported[1]).toMatchObject({
      schedule: [1, 2, 3, 4, 5, 6],
      isWhole: true,
      seen: [
        { label: 'worker#1', received: [{ name: 'a' }] },
        { label: 'worker#2', received: [{ name: 'b' }] },
      ],
    });
  });

  it('lets it go on to its end without any stop', () => {
    expect(debugged([{ command: 'quit' }]).clients.stops).toEqual(['start at 0 before 1']);
  });
});

describe('a test that goes back', () => {
  it('comes to the same task, in the chosen order, with the breakpoints', () => {
    const way = wayOf([
      { command: 'break', pattern: { to: 'worker#9' } },
      { command: 'deliver', task: 3 },
      step,
      step,
      { command: 'back' },
    ]);
    const { clients } = debugged([], way);
    expect(clients.stops).toEqual(['back at 2 before 2']);
    expect(clients.told[0]).toMatchObject({ schedule: [3, 1], breakpoints: [{ number: 1, hits: 0 }], whole: true });
  });

  it('names the first entry of the trace that differs', () => {
    const way = wayOf([step, step, { command: 'back', tasks: 1 }]);
    const entries = way.entries.map((entry) => (entry.seq === 3 ? { ...entry, time: 7 } : entry));
    const { clients } = debugged([], { ...way, entries });
    expect(clients.stops[0]).toMatch(
      /^difference at 1 before 2: entry 3 of the trace was \{"time":7,.*\}, and is now \{"time":0,.*\}$/,
    );
  });

  it('stops where a task is missing, or at the end', () => {
    const way = wayOf([step, step, { command: 'back', tasks: 0 }]);
    expect(debugged([], { ...way, schedule: [1, 77], entries: [] }).clients.stops).toEqual([
      "difference at 1 before 2: task 77, which came next, can't be performed now",
    ]);
    const schedule = [1, 2, 3, 4, 5, 6, 7];
    expect(debugged([], { ...way, schedule, position: 7, entries: [] }).clients.stops).toEqual([
      'difference at 6: the test has ended after 6 tasks',
    ]);
  });
});
