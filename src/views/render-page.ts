import type { TraceFile } from '../trace';

/**
 * One HTML file that shows a trace, and needs nothing else.
 *
 * @param page text of `dist/page.html`, which is built with the package.
 */
export function renderPage(trace: TraceFile, page: string): string {
  const [head = '', rest = ''] = page.replace(socketSource, "connect-src 'none'").split(placeholder, 2);
  return `${head}${dataFor(trace)}${rest}`;
}

/** What stands in the page for the debugger, which gets its trace by a socket. */
const placeholder = '{"live":true}';
const socketSource = /connect-src [^;"]*/;

/** JSON without what HTML could take for its own, or old scripts for the end of a line. */
function dataFor(trace: TraceFile): string {
  return JSON.stringify(trace).replace(/[<\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
