import { isAbsolute, posix } from 'node:path';
import type { ToolErrorParts } from '../base';
import type { Application } from './application';
import { placeOfFile } from './record-name';
import { type FailedRequest, unusableUrl } from './script-problem';
import { moduleUrl, suggestScript } from './script-suggestion';
import type { ScriptUrl } from './script-url';

/** Why a URL of the module-name form can mean no script, whatever is on disk; `undefined` when it can. */
export function whyUnusable(
  application: Application,
  host: string,
  { stem, extension, rooted }: Extract<ScriptUrl, { form: 'module' }>,
): ((request: FailedRequest) => ToolErrorParts) | undefined {
  const [first = ''] = stem.split('/', 1);
  const module = application.modules.find(({ name }) => name === first);
  const unusable =
    (reason: string, tried = stem) =>
    (request: FailedRequest) =>
      unusableUrl(request, reason, suggestScript(application.modules, tried));

  if (/^[a-z][a-z\d+.-]*:/i.test(stem) || (rooted && module === undefined)) {
    const reason = 'a disk path or an address cannot name a script';
    return (request) => unusableUrl(request, reason, urlOfFile(application, request.url));
  }
  if (!stem.includes('/')) {
    const dropped = extension.includes('/') ? ' (all from the last dot on is dropped)' : '';
    return unusable(`"${stem}"${dropped} is not a module's name followed by a path`);
  }
  if (hasOddSegments(stem)) return unusable(oddSegments, posix.normalize(stem));
  if (rooted && application.normalizedRecords) return unusable('with useNormalizedOHMUrl a leading "/" is not removed');
  if (module?.type === 'har' && first !== host) {
    return unusable(`"${first}" is a HAR, whose scripts are packed into the module that uses it`);
  }
  return undefined;
}

const oddSegments = 'only a path that begins with a dot is normalized, so this one may hold no ".", ".." or "//"';

function hasOddSegments(path: string): boolean {
  return path.split('/').some((segment) => segment === '' || segment === '.' || segment === '..');
}

/** For an absolute path to a file of a module: how application code names that file. */
function urlOfFile(application: Application, url: string): string | undefined {
  const place = isAbsolute(url) ? placeOfFile(application, url) : undefined;
  return place === undefined ? undefined : moduleUrl(place.module, place.path);
}
