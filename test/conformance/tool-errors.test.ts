import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../world/support/outcome';
import { aWorker } from './support/a-worker';
import { anApp } from './support/an-app';

const text = (...lines: readonly string[]) => lines.join('\n');

describe('a tool error', () => {
  it('tells what of the kit is provided, and how to mock the rest', () => {
    expect(outcomeOf(() => require('@kit.ArkTS').taskpool)).toBe(
      text(
        'threw FakeOhosWorkerError FOW_KIT_MEMBER_MISSING: "taskpool" of "@kit.ArkTS" is not provided [FOW_KIT_MEMBER_MISSING]',
        '  - provided: worker, ThreadWorkerPriority, Priority, collections, ArkTSUtils, lang',
        "Hint: mock it: jest.mock('@kit.ArkTS', () => ({ ...jest.requireActual<object>('@kit.ArkTS'), taskpool: … }));",
      ),
    );
  });

  it('tells how to mock a module of the platform', () => {
    expect(outcomeOf(() => require('@arkts.math.Decimal'))).toBe(
      text(
        'threw FakeOhosWorkerError FOW_MODULE_NOT_PROVIDED: Cannot find the platform module "@arkts.math.Decimal" [FOW_MODULE_NOT_PROVIDED]',
        '  - imported by: tool-errors.test.ts',
        "  - provided: '@ohos.worker', what '@kit.ArkTS' has for workers, '@arkts.collections', '@arkts.lang', '@arkts.utils', '@ohos.hilog', hilog of '@kit.PerformanceAnalysisKit'",
        'Hint: mock it in the test, or let the option "stubs" stand in for what no test uses:',
        "jest.mock('@arkts.math.Decimal', () => ({ __esModule: true, default: {} }), { virtual: true });",
      ),
    );
  });

  it('tells that no transform takes .ets files', () => {
    const { worker, run, url } = anApp({ 'w.ets': '' });
    new worker.ThreadWorker(url('w.ets'));
    const file = url('w.ets').replace('entry_test/', 'app/entry/src/ohosTest/');
    expect(outcomeOf(run)).toBe(
      text(
        `threw FakeOhosWorkerError FOW_ETS_NOT_COMPILED: Cannot compile the worker script "${file}": no transform of the Jest config takes .ets files [FOW_ETS_NOT_COMPILED]`,
        "Hint: use the preset or withFakeOhosWorker(config), or add to the config: transform: { '\\\\.ets$': 'fake-ohos-worker/ets' }",
      ),
    );
  });

  it('tells that workers need Jest', () => {
    const program = `
      const { default: worker } = require('../../../dist/ohos-worker.js');
      try { new worker.ThreadWorker('entry_test/ets/workers/empty.ts'); }
      catch (error) { process.stdout.write(error.name + ': ' + error.message); }`;
    const { stdout } = spawnSync(process.execPath, ['-e', program], {
      cwd: resolve(__dirname, 'app'),
      encoding: 'utf8',
    });
    expect(stdout).toBe(
      text(
        'FakeOhosWorkerError: Workers can only be run under Jest [FOW_NOT_UNDER_JEST]',
        "Hint: run the file with Jest, with the preset 'fake-ohos-worker'.",
      ),
    );
  });
});

it('a diagnostic tells what of the kit a RestrictedWorker can not import', () => {
  const { send, workers } = aWorker("attempt(() => require('@kit.ArkTS').taskpool);", { kind: 'RestrictedWorker' });
  send();
  expect(workers.diagnostics).toEqual([
    {
      code: 'FOW_RESTRICTED_IMPORT',
      summary: 'worker#1 imports taskpool of "@kit.ArkTS", which a RestrictedWorker can\'t',
      facts: ['all that it can import of the platform is worker, from "@ohos.worker" or "@kit.ArkTS"'],
      hint: 'use a ThreadWorker, or leave that work to the host.',
    },
  ]);
});
