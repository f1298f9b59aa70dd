import { describe, expect, it } from '@jest/globals';
import { readLine } from '../../../src/cli/terminal/read-line';
import { readPattern } from '../../../src/cli/terminal/read-pattern';

const agents = ['host', 'worker#1', 'worker#11', 'first; "one".two#1'];

describe('a line', () => {
  it.each([
    ['step', { command: 'step' }],
    ['  s ', { command: 'step' }],
    ['over', { command: 'over' }],
    ['c', { command: 'continue' }],
    ['deliver 12', { command: 'deliver', task: 12 }],
    ['w 3', { command: 'where', task: 3 }],
    ['back', { command: 'back' }],
    ['back 4', { command: 'back', tasks: 4 }],
    ['r', { command: 'restart' }],
    ['export', { command: 'export' }],
    ['unbreak 2', { command: 'unbreak', breakpoint: 2 }],
    ['q', { command: 'quit' }],
    ['u error', { command: 'until', pattern: { kind: 'error' } }],
    ['break -> worker#1', { command: 'break', pattern: { to: 'worker#1' }, stop: 'before' }],
    ['break before timer', { command: 'break', pattern: { kind: 'timer' }, stop: 'before' }],
    ['b after message id: 5', { command: 'break', pattern: { kind: 'message', text: 'id: 5' }, stop: 'after' }],
    ['p 5', { command: 'print', target: { root: { task: 5 }, path: [] } }],
  ])('%j asks for %j', (text, command) => {
    expect(readLine(text, agents)).toEqual({ does: 'ask', command });
  });

  it.each([
    ['pending', { does: 'show', view: 'pending' }],
    ['t', { does: 'show', view: 'trace' }],
    ['trace 20', { does: 'show', view: 'trace', count: 20 }],
    ['bs', { does: 'show', view: 'breaks' }],
    ['?', { does: 'show', view: 'help' }],
    ['', { does: 'nothing' }],
    [' \t ', { does: 'nothing' }],
  ])('%j is %j', (text, line) => {
    expect(readLine(text, agents)).toEqual(line);
  });

  it.each([
    ['fly', 'unknownCommand', 'fly'],
    ['constructor', 'unknownCommand', 'constructor'],
    ['deliver', 'needsNumber', 'deliver'],
    ['where x', 'needsNumber', 'where'],
    ['back -1', 'needsNumber', 'back'],
    ['until', 'needsPattern', 'until'],
    ['break after', 'needsPattern', 'break'],
    ['print', 'needsPath', 'print'],
    ['print cache', 'badPath', 'cache'],
    ['print 5.', 'badPath', '5.'],
  ])('%j is refused: %s', (text, problem, word) => {
    expect(readLine(text, agents)).toEqual({ does: 'refuse', problem, word });
  });
});

describe('a pattern', () => {
  it.each([
    ['message', { kind: 'message' }],
    ['message host -> worker#1 { id: 5', { kind: 'message', from: 'host', to: 'worker#1', text: '{ id: 5' }],
    ['worker#11 ->', { from: 'worker#11' }],
    ['->worker#11', { to: 'worker#11' }],
    ['message -> worker#11', { kind: 'message', to: 'worker#11' }],
    ['first; "one".two#1 -> host', { from: 'first; "one".two#1', to: 'host' }],
    ['id: 5', { text: 'id: 5' }],
    ['"message"', { text: 'message' }],
    ['messages', { text: 'messages' }],
    ["'->'", { text: '->' }],
    ['-> worker#9 x', { to: 'worker#9', text: 'x' }],
    ['start worker#9->host', { kind: 'start', from: 'worker#9', to: 'host' }],
    ['-> "x"', { text: 'x' }],
    ['worker#1', { text: 'worker#1' }],
  ])('%j is %j', (text, pattern) => {
    expect(readPattern(text, agents)).toEqual(pattern);
  });
});
