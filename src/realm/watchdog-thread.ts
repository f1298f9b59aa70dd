import { writeSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { describeOverdue } from './overdue-call';
import { cell, looks, mark, type StoppedFrame, type WatchdogData } from './watchdog-cells';
import { pause } from './watchdog-pause';

const { cells, frames, patience } = workerData as WatchdogData;

/** Attempts to find the guarded thread in code of the user's, at one look. */
const attempts = 5_000;

/** So many milliseconds a call that is only told of has for pausing. */
const longestPause = 2_000;

let seen = 0;
let unchanged = 0;

/**
 * Looks are counted, not time: while the machine sleeps or is too busy for both threads, nothing counts. A call that
 * is found in code of ours again and again, such as in a getter that a copy looks at, is cut off in the end, too.
 */
function look(): void {
  const call = Atomics.load(cells, cell.call);
  unchanged = call !== 0 && call === seen ? unchanged + 1 : 0;
  seen = call;
  const overdue = unchanged - looks;
  if (Atomics.load(cells, cell.cuts) === 0) return overdue === 0 ? tell(call, plan) : plan();
  const from = overdue < 0 ? undefined : seize(overdue > looks / 2);
  if (from === undefined) return plan();
  if (Atomics.load(cells, cell.call) === call) return cutOff(plan);
  // The call has ended in the meantime: whoever waits goes on.
  Atomics.compareExchange(cells, cell.mark, mark.stopping, from);
  plan();
}

function plan(): void {
  setTimeout(look, Math.min(250, Math.max(2, Atomics.load(cells, cell.limit) / looks)));
}

/** From now on the guarded thread does not leave the code that it is in. Answers the mark that it had. */
function seize(wherever: boolean): number | undefined {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (exchange(mark.open)) return mark.open;
  }
  return wherever && exchange(mark.closed) ? mark.closed : undefined;
}

function exchange(from: number): boolean {
  return Atomics.compareExchange(cells, cell.mark, from, mark.stopping) === from;
}

function cutOff(done: () => void): void {
  pause(patience, (session, stopped) => {
    if (stopped !== undefined) frames.postMessage(stopped);
    session.post('Runtime.terminateExecution');
    session.post('Debugger.resume');
    whenLanded(() => {
      session.disconnect();
      done();
    });
  });
}

/** Says that the call has not returned, and where its code is. */
function tell(call: number, done: () => void): void {
  pause(Math.min(patience, longestPause), (session, stopped = []) => {
    if (Atomics.load(cells, cell.call) === call) say(describeOverdue(Atomics.load(cells, cell.limit), fileOf(stopped)));
    session.post('Debugger.resume');
    session.disconnect();
    done();
  });
}

/** The innermost file that is none of Node's. */
function fileOf(frames: readonly StoppedFrame[]): string | undefined {
  const file = frames.map((frame) => frame.file).find((name) => name !== '' && !name.startsWith('node:'));
  if (file === undefined) return undefined;
  return relative(process.cwd(), file.startsWith('file:') ? fileURLToPath(file) : file).replaceAll('\\', '/');
}

function say(text: string): void {
  try {
    writeSync(2, `${text}\n`);
  } catch (error) {
    // A pipe that is full, and not waited for.
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') setTimeout(say, 100, text);
  }
}

/** The guarded thread says so itself: while it is being cut off, it may answer the session or not. */
function whenLanded(callback: () => void): void {
  if (Atomics.load(cells, cell.mark) !== mark.stopping) callback();
  else setTimeout(whenLanded, 5, callback);
}

plan();
