import { examine } from '../../../src/doctor';
import { projectOnDisk } from '../../project/project-on-disk';

type Files = Readonly<Record<string, string | object>>;

/** A clean app of one module: a page that does nothing, and a registered script that hears messages. */
const cleanApp: Files = {
  'build-profile.json5': { app: {}, modules: [{ name: 'entry', srcPath: './entry' }] },
  'entry/build-profile.json5': {
    apiType: 'stageMode',
    buildOption: { sourceOption: { workers: ['./src/main/ets/workers/Worker.ets'] } },
  },
  'entry/src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
  'entry/src/main/ets/pages/Index.ets': '',
  'entry/src/main/ets/workers/Worker.ets': `import { worker } from '@kit.ArkTS';
    worker.workerPort.onmessage = () => { worker.workerPort.postMessage(1); };`,
};

/** The findings of {@link cleanApp} with other files, one line each: `pages/Index.ets:1:2 FOW-D01`. */
export function findingsIn(files: Files): readonly string[] {
  const root = projectOnDisk({ ...cleanApp, ...files });
  return examine(root).findings.map(({ file, line, column, id }) => {
    const shown = file.slice(root.length + 1).replaceAll('\\', '/');
    return `${shown.replace('entry/src/main/ets/', '')}:${line}:${column} ${id}`;
  });
}

/** The ids that a page with this code gives; `worker` and `url` are known in it. */
export function idsOfPage(code: string, files: Files = {}): readonly string[] {
  const page = `import { worker } from '@kit.ArkTS';\nconst url = 'entry/ets/workers/Worker.ets';\n${code}`;
  return findingsIn({ 'entry/src/main/ets/pages/Index.ets': page, ...files }).map((line) => line.split(' ')[1] ?? '');
}
