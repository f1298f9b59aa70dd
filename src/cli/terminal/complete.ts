import type { Stopped } from '../../debug';
import { commandNames } from './read-line';
import { taskKinds } from './read-pattern';

/** What could stand in place of a line's last word, for readline's completion. */
export function complete(line: string, stopped: Stopped | undefined): [candidates: string[], word: string] {
  const [, command = '', rest] = /^\s*(\S*)(\s.*)?$/s.exec(line) ?? [];
  if (rest === undefined) return [Object.keys(commandNames).filter((name) => name.startsWith(command)), command];
  const [word = ''] = /\S*$/.exec(rest) ?? [];
  return [argumentsOf(command, stopped).filter((candidate) => candidate.startsWith(word)), word];
}

function argumentsOf(command: string, stopped: Stopped | undefined): string[] {
  const agents = stopped?.agents.map(({ name }) => name) ?? [];
  const tasks = stopped?.pending ?? [];
  switch (command) {
    case 'until':
    case 'u':
    case 'break':
    case 'b':
      return [...taskKinds, ...agents, '->'];
    case 'deliver':
    case 'd':
      return tasks.filter(({ legal }) => legal).map(({ id }) => `${id}`);
    case 'where':
    case 'w':
      return tasks.map(({ id }) => `${id}`);
    case 'print':
    case 'p':
      return [...agents, ...tasks.map(({ id }) => `${id}`)];
    case 'unbreak':
    case 'ub':
      return stopped?.breakpoints.map(({ number }) => `${number}`) ?? [];
    default:
      return [];
  }
}
