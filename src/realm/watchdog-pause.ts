import { type Debugger, Session } from 'node:inspector';
import type { StoppedFrame } from './watchdog-cells';

/**
 * Has the debugger pause the guarded thread, and calls back with its frames, or without any when it did not pause within
 * `patience` milliseconds. Whoever is called back resumes it, and disconnects the session.
 */
export function pause(patience: number, then: (session: Session, frames?: readonly StoppedFrame[]) => void): void {
  const session = new Session();
  session.connectToMainThread();
  const files = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ params }) => files.set(params.scriptId, params.url));
  let ended = false;
  const end = (frames?: readonly StoppedFrame[]): void => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    then(session, frames);
  };
  const timer = setTimeout(end, patience);
  session.on('Debugger.paused', ({ params }) => {
    // Native code kept it from pausing in time: then it does so on its way down.
    if (ended) return session.post('Debugger.resume');
    end(params.callFrames.map((frame) => stoppedFrame(frame, files)));
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
}

function stoppedFrame(
  { location, functionLocation }: Debugger.CallFrame,
  files: ReadonlyMap<string, string>,
): StoppedFrame {
  const file = files.get(location.scriptId) ?? '';
  return { file, ...positionOf(location), begin: functionLocation && positionOf(functionLocation) };
}

function positionOf({ lineNumber, columnNumber = 0 }: Debugger.Location): { line: number; column: number } {
  return { line: lineNumber + 1, column: columnNumber + 1 };
}
