import { type Command, readPrintTarget } from '../../debug';
import { readPattern } from './read-pattern';

/** What the user can look at without asking the debugger. */
export type View = 'pending' | 'agents' | 'trace' | 'breaks' | 'help';

/** What a line asks for. */
export type Line =
  | { readonly does: 'ask'; readonly command: Command }
  | { readonly does: 'show'; readonly view: View; readonly count?: number }
  | { readonly does: 'nothing' }
  /** `problem` is a key of the texts, `word` what it is about. */
  | { readonly does: 'refuse'; readonly problem: LineProblem; readonly word: string };

export type LineProblem = 'unknownCommand' | 'needsNumber' | 'needsPattern' | 'needsPath' | 'badPath';

/** Every command with its short form, in the order in which `help` tells them. */
export const commandNames = {
  step: 's',
  over: 'o',
  continue: 'c',
  until: 'u',
  break: 'b',
  unbreak: 'ub',
  deliver: 'd',
  print: 'p',
  where: 'w',
  back: 'bk',
  restart: 'r',
  export: 'e',
  pending: 'pe',
  agents: 'a',
  trace: 't',
  breaks: 'bs',
  help: 'h',
  quit: 'q',
} as const;

export type CommandName = keyof typeof commandNames;

/**
 * Reads what the user has typed.
 *
 * @param agents names of the agents, which may hold blanks and dots.
 */
export function readLine(line: string, agents: readonly string[]): Line {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(line) ?? [];
  if (word === '') return { does: 'nothing' };
  const name = commandNamed(word);
  return name === undefined ? refuse('unknownCommand', word) : readCommand(name, rest, agents);
}

function commandNamed(word: string): CommandName | undefined {
  if (word === '?') return 'help';
  const names = Object.keys(commandNames) as CommandName[];
  return names.find((name) => name === word || commandNames[name] === word);
}

function readCommand(name: CommandName, rest: string, agents: readonly string[]): Line {
  switch (name) {
    case 'step':
    case 'over':
    case 'continue':
    case 'restart':
    case 'export':
    case 'quit':
      return ask({ command: name });
    case 'until':
      return rest === '' ? refuse('needsPattern', name) : ask({ command: name, pattern: readPattern(rest, agents) });
    case 'break':
      return readBreak(rest, agents);
    case 'unbreak':
      return withNumber(name, rest, (breakpoint) => ask({ command: name, breakpoint }));
    case 'deliver':
    case 'where':
      return withNumber(name, rest, (task) => ask({ command: name, task }));
    case 'back':
      return rest === '' ? ask({ command: name }) : withNumber(name, rest, (tasks) => ask({ command: name, tasks }));
    case 'print':
      return readPrint(rest, agents);
    case 'trace':
      return rest === '' ? show(name) : withNumber(name, rest, (count) => ({ ...show(name), count }));
    default:
      return show(name);
  }
}

/** `break after message` stops when the task is done. */
function readBreak(rest: string, agents: readonly string[]): Line {
  const [, stop, wanted = ''] = /^(?:(before|after)\b\s*)?(.*)$/s.exec(rest) ?? [];
  if (wanted === '') return refuse('needsPattern', 'break');
  const pattern = readPattern(wanted, agents);
  return ask({ command: 'break', pattern, stop: stop === 'after' ? 'after' : 'before' });
}

function readPrint(rest: string, agents: readonly string[]): Line {
  if (rest === '') return refuse('needsPath', 'print');
  const target = readPrintTarget(rest, agents);
  return target === undefined ? refuse('badPath', rest) : ask({ command: 'print', target });
}

function withNumber(name: CommandName, rest: string, then: (value: number) => Line): Line {
  return /^\d+$/.test(rest) ? then(Number(rest)) : refuse('needsNumber', name);
}

function ask(command: Command): Line {
  return { does: 'ask', command };
}

function show(view: View): Extract<Line, { does: 'show' }> {
  return { does: 'show', view };
}

function refuse(problem: LineProblem, word: string): Line {
  return { does: 'refuse', problem, word };
}
