/** Where in user code the call came from that led here: `file:line:column`, after source maps. */
export function callSite(
  own: { isOwnFile(file: string): boolean },
  relativePath: (file: string) => string,
): string | undefined {
  const [, ...frames] = (new Error('call site').stack ?? '').split('\n');
  const site = frames.map(positionIn).find((position) => position !== '' && !own.isOwnFile(position));
  return site === undefined ? undefined : relativePath(site);
}

/** The position that a frame's line ends with: in parentheses behind a function's name, or alone. */
function positionIn(frame: string): string {
  const text = frame.trim().replace(/^at /, '');
  const open = text.lastIndexOf('(');
  return open < 0 ? text : text.slice(open + 1, -1);
}
