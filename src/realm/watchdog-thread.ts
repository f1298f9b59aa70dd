import { type Debugger, Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';
import { cell, looks, mark, type WatchdogData } from './watchdog-cells';

const { cells, frames, patience } = workerData as WatchdogData;

/** Attempts to find the guarded thread in code of the user's, at one look. */
const attempts = 5_000;

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
  const session = new Session();
  session.connectToMainThread();
  const files = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ params }) => files.set(params.scriptId, params.url));
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    session.post('Runtime.terminateExecution');
    session.post('Debugger.resume');
    whenLanded(() => {
      session.disconnect();
      done();
    });
  };
  const timer = setTimeout(end, patience);
  session.on('Debugger.paused', ({ params }) => {
    // Native code kept it from pausing in time: then it does so on its way down.
    if (ended) return session.post('Debugger.resume');
    frames.postMessage(params.callFrames.map((frame) => stoppedFrame(frame, files)));
    end();
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
}

/** The guarded thread says so itself: while it is being cut off, it may answer the session or not. */
function whenLanded(callback: () => void): void {
  if (Atomics.load(cells, cell.mark) !== mark.stopping) callback();
  else setTimeout(whenLanded, 5, callback);
}

function stoppedFrame(
  { location, functionLocation }: Debugger.CallFrame,
  files: ReadonlyMap<string, string>,
): Parameters<WatchdogData['frames']['postMessage']>[0][number] {
  const file = files.get(location.scriptId) ?? '';
  return { file, ...positionOf(location), begin: functionLocation && positionOf(functionLocation) };
}

function positionOf({ lineNumber, columnNumber = 0 }: Debugger.Location): { line: number; column: number } {
  return { line: lineNumber + 1, column: columnNumber + 1 };
}

plan();
