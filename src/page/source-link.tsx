import { visibleLine } from './visible-text';

/** A place in a source: a link that opens the editor there, if it is known where the project lies. */
export function SourceLink({ at, projectRoot }: { at: string; projectRoot: string | undefined }) {
  const place = /^(.+?):(\d+)(?::(\d+))?$/.exec(at);
  if (place === null || projectRoot === undefined) return <code class="source">{visibleLine(at)}</code>;
  return (
    <a class="source" href={editorAddress(place, projectRoot)} title="Open in the editor">
      {visibleLine(at)}
    </a>
  );
}

function editorAddress([, file = '', line = '1', column = '1']: RegExpExecArray, projectRoot: string): string {
  const path = isAbsolute(file) ? file : `${projectRoot}/${file}`;
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '');
  return `vscode://file/${parts.map(encodePart).join('/')}:${line}:${column}`;
}

function isAbsolute(file: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/])/i.test(file);
}

/** The colon of a drive stays. */
function encodePart(part: string): string {
  return /^[a-z]:$/i.test(part) ? part : encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}
