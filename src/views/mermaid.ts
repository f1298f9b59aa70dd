import { preview } from '../base';
import { restoreValue, type StoredEntry, type TraceFile } from '../trace';

/** Mermaid draws no text longer than 50,000 characters, unless it is configured; its page needs some of them. */
export const mermaidLimit = 45_000;

/** What Mermaid would take for its own, as character codes. */
const special = /[#;<>{}%\\"`&|]/g;

/**
 * Sequence diagrams in Mermaid's language, one for each stretch of the trace that is not too long for it. An arrow stands
 * where a message is delivered, or where it is lost; all agents stand in each diagram.
 */
export function toMermaid(trace: TraceFile): string[] {
  const ids = new Map(trace.agents.map(({ name }, index) => [name, `a${index}`]));
  const head = [
    'sequenceDiagram',
    ...trace.agents.map(({ name }) => `  participant ${ids.get(name)} as ${escaped(name)}`),
  ];
  const lines = trace.entries.flatMap((entry) => {
    const line = lineOf(entry, (agent) => ids.get(agent) ?? 'a0');
    return line === undefined ? [] : [`  ${line}`];
  });
  return inPieces(lines, mermaidLimit - lengthOf(head)).map((piece) => [...head, ...piece].join('\n'));
}

/** What happens between agents is an arrow, what happens on one of them a note; the rest is for other views. */
function lineOf(entry: StoredEntry, id: (agent: string) => string): string | undefined {
  const here = id(entry.agent);
  const note = (text: string) => `Note over ${here}: ${escaped(text)}`;
  switch (entry.type) {
    case 'new':
      return `${here}->>${id(entry.worker)}: ${escaped(`new ${entry.kind}(${preview(entry.url)})`)}`;
    case 'message':
      return `${id(entry.from)}-)${here}: ${shown(entry.data)}`;
    case 'drop':
      return `${here}-x${id(entry.to)}: ${shown(entry.data)} ${escaped(`(${entry.reason})`)}`;
    case 'error':
      return `${id(entry.from)}--)${here}: ${escaped(`error: ${entry.error}`)}`;
    case 'call':
      return `${id(entry.from)}->>${here}: ${escaped(`${entry.method}()`)}`;
    case 'answer':
      return `${here}-->>${id(entry.to)}: ${shown(entry.data)}`;
    case 'terminate':
      return `${here}->>${id(entry.worker)}: terminate()${entry.effective ? '' : ' (no effect)'}`;
    case 'exit':
      return `${id(entry.from)}--)${here}: exit, code ${entry.exitCode}`;
    case 'throw':
      return note(`throws ${entry.error}`);
    case 'uncaught':
      return note(`uncaught: ${entry.error}`);
    case 'timer':
      return note(`timer ${entry.timerId} at ${entry.time} ms`);
    case 'timeout':
      return note(`${entry.method}() timed out`);
    case 'fault':
      return note(entry.fault);
    case 'console':
      return note(`console.${entry.level}: ${entry.text}`);
    case 'running':
    case 'close':
    case 'stop':
      return note(entry.type);
    default:
      return undefined;
  }
}

function shown(data: Parameters<typeof restoreValue>[0]): string {
  return escaped(preview(restoreValue(data)));
}

/** On one line, without anything that Mermaid reads; of long texts the beginning. */
function escaped(text: string): string {
  const line = text
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 120)
    .trim();
  return line.replace(special, (character) => `#${character.codePointAt(0)};`) || '#8203;';
}

function inPieces(lines: readonly string[], room: number): string[][] {
  const pieces: string[][] = [[]];
  let left = room;
  for (const line of lines) {
    if (line.length + 1 > left) {
      pieces.push([]);
      left = room;
    }
    pieces.at(-1)?.push(line);
    left -= line.length + 1;
  }
  return pieces;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length + 1, 0);
}
