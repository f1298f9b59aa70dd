import { assertNever, preview } from '../base';
import type { TraceEntry } from './trace-entry';

type Untold = 'queue' | 'begin' | 'end' | 'discard';

type Told = Exclude<TraceEntry, { type: Untold }>;

/** Whether the text has a line for it: how tasks come and go is for viewers. */
export function isTold(entry: TraceEntry): entry is Told {
  return isToldType(entry.type);
}

export function isToldType(type: TraceEntry['type']): boolean {
  const untold: Readonly<Record<Untold, true>> = { queue: true, begin: true, end: true, discard: true };
  return !(type in untold);
}

/** One line for each entry that is told: time, agent, what happened, with whom, and the data. */
export function formatEntries(entries: Iterable<TraceEntry>): string {
  const lines: { readonly time: string; readonly agent: string; readonly what: string }[] = [];
  let [timeWidth, agentWidth] = [0, 0];
  for (const entry of entries) {
    if (!isTold(entry)) continue;
    const line = { time: `${entry.time}ms`, agent: entry.agent, what: describeEntry(entry) };
    timeWidth = Math.max(timeWidth, line.time.length);
    agentWidth = Math.max(agentWidth, line.agent.length);
    lines.push(line);
  }
  return lines
    .map(({ time, agent, what }) => `${time.padStart(timeWidth)}  ${agent.padEnd(agentWidth)}  ${what}`.trimEnd())
    .join('\n');
}

/** An entry without its time and agent. */
export function describeEntry(entry: Told): string {
  switch (entry.type) {
    case 'new':
      return line('new', `${entry.worker} = new ${entry.kind}(${preview(entry.url)})`);
    case 'post':
      return line('post', `-> ${entry.to}  ${preview(entry.data)}`);
    case 'start':
      return line('start', entry.file);
    case 'running':
      return line('running', '');
    case 'message':
      return line('message', `<- ${entry.from}  ${preview(entry.data)}`);
    case 'drop':
      return line('drop', `-> ${entry.to}  ${preview(entry.data)}  (${entry.reason})`);
    case 'link':
      return line('link', `-> ${entry.to}  ${'data' in entry ? `${preview(entry.data)}  ` : ''}(${entry.what})`);
    case 'fault':
      return line('fault', entry.fault);
    case 'throw':
      return line('throw', `${entry.error}  (${entry.where})`);
    case 'error':
      return line('error', `<- ${entry.from}  ${entry.error}`);
    case 'call':
      return line(
        'call',
        `<- ${entry.from}  ${entry.method}${previewArguments(entry.data)}${entry.stale ? '  (too late)' : ''}`,
      );
    case 'timeout':
      return line('timeout', entry.method);
    case 'answer':
      return line('answer', `-> ${entry.to}  ${preview(entry.data)}`);
    case 'timer':
      return line('timer', `${entry.timerId}`);
    case 'terminate':
      return line('terminate', `-> ${entry.worker}${entry.effective ? waiting(entry.waiting) : '  (no effect)'}`);
    case 'close':
      return line('close', '');
    case 'stop':
      return line('stop', '');
    case 'exit':
      return line('exit', `<- ${entry.from}  code ${entry.exitCode}`);
    case 'uncaught':
      return line('uncaught', `${entry.error}  (${entry.context})`);
    case 'console':
      return line(`console.${entry.level}`, entry.text);
    case 'diagnostic':
      return line('note', `${entry.code}: ${entry.text}`);
    default:
      return assertNever(entry);
  }
}

function line(what: string, rest: string): string {
  return `${what.padEnd(9)}  ${rest}`;
}

function waiting(tasks: number): string {
  return tasks === 0 ? '' : `  (${tasks} queued before the stop)`;
}

function previewArguments(data: unknown): string {
  return Array.isArray(data) ? `(${data.map((argument) => preview(argument)).join(', ')})` : '()';
}
