import { fileURLToPath } from 'node:url';
import { ToolError } from '../base';
import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import type { StoppedFrame } from '../realm';
import type { Session } from './session';
import type { Surroundings } from './surroundings';
import { describeTask, viewOf } from './task-view';
import type { World } from './world';

/** What has not returned. */
export interface Endless {
  readonly session: Session;
  /** Name of the agent whose code it was. */
  readonly agent: string;
  /** The task that was being performed; none when jobs of promises were. */
  readonly task: Task<WorkerTask> | undefined;
  readonly frames: readonly StoppedFrame[];
  readonly relativePath: (file: string) => string;
}

export function endlessHandler(endless: Endless, { settings, surroundings }: World): ToolError {
  const { agent } = endless;
  return new ToolError({
    code: 'FOW_ENDLESS_HANDLER',
    summary: `${agent} was cut off: its code had not returned after ${settings.maxHandlerTime} ms`,
    facts: [...taskFacts(endless), ...placeFacts(endless, surroundings), consequence(agent)],
    hint: 'a loop without an end? If the code only takes long, raise the option maxHandlerTime; 0 is no limit.',
  });
}

function taskFacts({ session, task }: Endless): string[] {
  if (task === undefined) return ['it was running jobs of promises'];
  const { postedAt, ...view } = viewOf(session, task);
  return [`it was performing: ${describeTask(view)}${postedAt === undefined ? '' : `, posted at ${postedAt}`}`];
}

function placeFacts({ task, frames, relativePath }: Endless, surroundings: Surroundings): string[] {
  const [innermost, ...outer] = userFrames(frames, surroundings);
  if (innermost === undefined) return [];
  const source = (file: string, { line, column }: { line: number; column: number }) => {
    const compiled = { file, line, column };
    return surroundings.sourceOf(compiled) ?? compiled;
  };
  const at = source(innermost.file, innermost);
  const stopped = `it was at ${relativePath(at.file)}:${at.line}`;
  const { file, begin } = outer.at(-1) ?? innermost;
  if (begin === undefined || task?.payload.kind === 'start') return [stopped];
  const first = source(file, begin);
  return [`the handler begins at ${relativePath(first.file)}:${first.line}`, stopped];
}

/** The frames of one call of user code: from the innermost one to where we called it. */
function userFrames(frames: readonly StoppedFrame[], { isOwnFile }: Surroundings): StoppedFrame[] {
  const named = frames.map((frame) => ({ ...frame, file: pathOf(frame.file) }));
  const isUsers = ({ file }: StoppedFrame): boolean => !isTools(file) && !isOwnFile(file);
  const from = named.findIndex(isUsers);
  const users = from < 0 ? [] : named.slice(from);
  const to = users.findIndex((frame) => !isUsers(frame));
  return to < 0 ? users : users.slice(0, to);
}

/** Of Node, or of Jest's module system. */
function isTools(file: string): boolean {
  return file === '' || file.startsWith('node:') || /[\\/]node_modules[\\/]jest-runtime[\\/]/.test(file);
}

function pathOf(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(file) : file;
}

function consequence(agent: string): string {
  return agent === 'host'
    ? 'no catch or finally of its code has run'
    : 'its thread has ended as in a crash, past every catch and finally; the exit event has code 1';
}
