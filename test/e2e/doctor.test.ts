import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { addFiles } from '../project/project-on-disk';
import { installationOf, projectIn } from './support/places';
import { type CommandResult, runCommand } from './support/run-command';

const command = join(installationOf(30), 'node_modules/fake-ohos-worker/dist/cli.js');

function doctor(cwd: string, env: NodeJS.ProcessEnv, ...args: string[]): Promise<CommandResult> {
  return runCommand(process.execPath, [command, 'doctor', ...args], { cwd, env: { LANG: 'en_US.UTF-8', ...env } });
}

describe('the installed command', () => {
  it.each(['stage-model', 'fa-model', 'multi-module', 'fa-js'])('says nothing about examples/%s', async (example) => {
    const clean = { exitCode: 0, stdout: '', stderr: '' };
    expect(await doctor(projectIn(30, join('examples', example)), {})).toEqual(clean);
  });

  it('paints what it prints, unless NO_COLOR is set', async () => {
    const project = projectIn(30, 'doctor-colours');
    addFiles(project, {
      'src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
      'build-profile.json5': { buildOption: { sourceOption: { workers: ['./src/main/ets/Gone.ets'] } } },
    });
    const plain = `build-profile.json5:1:44 error FOW-D03 [P-55] registered worker script "./src/main/ets/Gone.ets" does not exist
  fix: create the file, or remove the entry.

1 error, 0 warnings
`;
    const [coloured, uncoloured, both] = await Promise.all([
      doctor(project, { FORCE_COLOR: '1' }),
      doctor(project, {}),
      doctor(project, { FORCE_COLOR: '1', NO_COLOR: '1' }),
    ]);
    expect(coloured.stdout).toContain('\u001b[31merror\u001b[39m \u001b[1mFOW-D03\u001b[22m');
    expect([uncoloured, both]).toEqual(Array(2).fill({ exitCode: 1, stdout: plain, stderr: '' }));
  });

  describe('with 1,000 files of 6.5 KB that all use workers', () => {
    const project = projectIn(30, 'doctor-large');
    const methods = Array.from(
      { length: 95 },
      (_, at) => `  f${at}(a: number[]): number { return a.map((x) => x * ${at})[0]; }`,
    );
    const workers: string[] = [];
    const measure = join(project, 'measure.cjs');

    beforeAll(() => {
      const files: Record<string, string | object> = {
        'src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
      };
      for (let at = 0; at < 1000; at += 1) {
        const isScript = at % 10 === 0;
        const name = isScript ? `workers/W${at}.ets` : `pages/P${at}.ets`;
        if (isScript) workers.push(`./src/main/ets/${name}`);
        files[`src/main/ets/${name}`] = isScript ? scriptText(methods.join('\n')) : pageText(at, methods.join('\n'));
      }
      files['build-profile.json5'] = { buildOption: { sourceOption: { workers } } };
      addFiles(project, files);
      writeFileSync(
        measure,
        "process.on('exit', () => { const { user, system } = process.cpuUsage(); console.error(user + system); });",
      );
    });

    // What the machine does beside does not count; a scan of all files for each field took minutes.
    it('is done within 10 s of the processor', async () => {
      const args = ['--require', measure, command, 'doctor'];
      const { exitCode, stdout, stderr } = await runCommand(process.execPath, args, { cwd: project });
      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
      expect(Number(stderr)).toBeGreaterThan(0);
      expect(Number(stderr)).toBeLessThan(10_000_000);
    }, 120_000);
  });
});

function scriptText(methods: string): string {
  return `import { worker } from '@kit.ArkTS';
class Model {
${methods}
}
worker.workerPort.onmessage = () => { worker.workerPort.postMessage(new Model().f1([1])); };`;
}

function pageText(at: number, methods: string): string {
  return `import { MessageEvents, worker } from '@kit.ArkTS';
export class M${at} {
${methods}
}
@Entry @Component struct P${at} {
  @State n: number = 1;
  worker: worker.ThreadWorker = new worker.ThreadWorker('entry/ets/workers/W${at - (at % 10)}.ets');
  aboutToAppear() {
    this.worker.onmessage = (e: MessageEvents) => { this.n = e.data as number; };
    this.worker.onerror = () => {};
  }
  aboutToDisappear() { this.worker.terminate(); }
  build() { Column() { Text('' + this.n).onClick(() => { this.worker.postMessage({ n: this.n }); }) } }
}`;
}
