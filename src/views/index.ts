export { parseTrace, type TraceFile } from '../trace';
export { type ChromeTrace, type ChromeTraceEvent, toChromeTrace } from './chrome-trace';
export { toHtml } from './html';
export { toMermaid } from './mermaid';
export { toShiViz } from './shiviz';
export { toText } from './text';
