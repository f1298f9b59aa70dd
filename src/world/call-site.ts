/** Tells `file:line:column`, after source maps; `undefined` if no user code is on the stack. */
export type CallSite = () => string | undefined;

/** Frames of ours come first, then the one that is wanted. */
const deepest = 24;

/** Remembers where in user code the call came from that led here. Its text is made when somebody asks. */
export function captureCallSite(
  own: { isOwnFile(file: string): boolean },
  relativePath: (file: string) => string,
): CallSite {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = deepest;
  const here = new Error('call site');
  Error.stackTraceLimit = stackTraceLimit;
  return () => firstSite(here.stack, own, relativePath);
}

/** The position of the first frame in user code. */
export function firstSite(
  stack: unknown,
  own: { isOwnFile(file: string): boolean },
  relativePath: (file: string) => string,
): string | undefined {
  const frames = String(stack)
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  const site = frames.map(positionIn).find((position) => !own.isOwnFile(position));
  return site === undefined ? undefined : relativePath(site);
}

/** The position that a frame's line ends with: in parentheses behind a function's name, or alone. */
function positionIn(frame: string): string {
  const text = frame.trim().replace(/^at /, '');
  const open = text.lastIndexOf('(');
  return open < 0 ? text : text.slice(open + 1, -1);
}
