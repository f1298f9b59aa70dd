import type { StoredEntry, StoredValue } from '../trace';
import { previewValue } from './value-preview';
import { cutText, visibleLine } from './visible-text';

/** What a row says of an entry, in parts, for they are shown differently. */
export interface EntryLabel {
  /** What happens, such as `post`. */
  readonly verb: string;
  /** With whom. */
  readonly partner?: { readonly direction: 'to' | 'from'; readonly agent: string };
  /** What it carries, in one line. */
  readonly text: string;
  /** Why, or how: after the text. */
  readonly remark?: string;
}

const longest = 240;

export function labelOf(entry: StoredEntry): EntryLabel {
  switch (entry.type) {
    case 'new':
      return { verb: 'new', partner: to(entry.worker), text: line(`${entry.kind}('${entry.url}')`) };
    case 'post':
      return { verb: 'post', partner: to(entry.to), text: previewValue(entry.data) };
    case 'queue':
    case 'begin':
      return { verb: entry.type, text: `${entry.kind} task ${entry.task}` };
    case 'end':
      return { verb: 'end', text: `task ${entry.task}` };
    case 'discard':
      return { verb: 'discard', text: `task ${entry.task}`, remark: line(entry.reason) };
    case 'start':
      return { verb: 'start', text: line(entry.file) };
    case 'running':
    case 'close':
    case 'stop':
      return { verb: entry.type, text: '' };
    case 'message':
      return { verb: 'message', partner: from(entry.from), text: previewValue(entry.data) };
    case 'drop':
      return { verb: 'drop', partner: to(entry.to), text: previewValue(entry.data), remark: line(entry.reason) };
    case 'link':
      return { verb: 'link', partner: to(entry.to), text: optional(entry.data), remark: line(entry.what) };
    case 'fault':
      return { verb: 'fault', text: line(entry.fault) };
    case 'throw':
      return { verb: 'throw', text: line(entry.error), remark: line(entry.where) };
    case 'error':
      return { verb: 'error', partner: from(entry.from), text: line(entry.error) };
    case 'call':
      return {
        verb: 'call',
        partner: from(entry.from),
        text: line(`${entry.method}${argumentsOf(entry.data)}`),
        ...(entry.stale ? { remark: 'too late' } : {}),
      };
    case 'timeout':
      return { verb: 'timeout', text: line(entry.method) };
    case 'answer':
      return { verb: 'answer', partner: to(entry.to), text: previewValue(entry.data) };
    case 'timer':
      return { verb: 'timer', text: String(entry.timerId) };
    case 'terminate':
      return { verb: 'terminate', partner: to(entry.worker), text: '', ...waiting(entry) };
    case 'exit':
      return { verb: 'exit', partner: from(entry.from), text: `code ${entry.exitCode}` };
    case 'uncaught':
      return { verb: 'uncaught', text: line(entry.error), remark: line(entry.context) };
    case 'console':
      return { verb: `console.${line(entry.level)}`, text: line(entry.text) };
    case 'diagnostic':
      return { verb: 'note', text: line(`${entry.code}: ${entry.text}`) };
  }
}

/** The label as one text: for search and for screen readers. */
export function spokenLabel({ verb, partner, text, remark }: EntryLabel): string {
  const who = partner === undefined ? '' : ` ${partner.direction} ${partner.agent}`;
  return `${verb}${who}${text === '' ? '' : ` ${text}`}${remark === undefined ? '' : ` (${remark})`}`;
}

function to(agent: string): { direction: 'to'; agent: string } {
  return { direction: 'to', agent };
}

function from(agent: string): { direction: 'from'; agent: string } {
  return { direction: 'from', agent };
}

function line(text: string): string {
  return visibleLine(cutText(text, longest));
}

function optional(data: StoredValue | undefined): string {
  return data === undefined ? '' : previewValue(data);
}

function argumentsOf(data: StoredValue): string {
  return Array.isArray(data) ? `(${data.map((argument) => previewValue(argument, 80)).join(', ')})` : '()';
}

function waiting({ waiting: count, effective }: { waiting: number; effective: boolean }): { remark?: string } {
  if (!effective) return { remark: 'no effect' };
  return count === 0 ? {} : { remark: `${count} queued before the stop` };
}
