export { type ChromeTrace, type ChromeTraceEvent, toChromeTrace } from './chrome-trace';
export { mermaidLimit, toMermaid } from './mermaid';
export { renderPage } from './render-page';
export { toShiViz } from './shiviz';
export { traceText } from './trace-text';
