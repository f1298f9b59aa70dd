import { describe, expect, it, jest } from '@jest/globals';
import { aWorker, type WorkerKind } from './support/a-worker';

jest.mock('@ohos.util', () => ({ __esModule: true, default: 'util' }), { virtual: true });

const importing = (script: string, kind: WorkerKind = 'RestrictedWorker') => {
  const started = aWorker(script, { kind, hears: ['error', 'allErrors', 'exit'] });
  return { ...started, codes: () => started.workers.diagnostics.map(({ code }) => code) };
};

const refusal = (what: string) => `threw Error: ${what} can't be imported in a RestrictedWorker`;

describe('the script of a RestrictedWorker', () => {
  it.each(['@ohos.util', '@arkts.collections', '@hms.core.account', '@kit.BasicServicesKit', 'libentry.so'])(
    'can not import %s, mocked or not [A-74]',
    (name) => {
      const { send, workers } = importing(`log(attempt(() => require('${name}')));`);
      expect(send()).toEqual([refusal(`"${name}"`)]);
      expect(workers.diagnostics).toEqual([
        {
          code: 'FOW_RESTRICTED_IMPORT',
          summary: `worker#1 imports "${name}", which a RestrictedWorker can't`,
          facts: ['all that it can import of the platform is worker, from "@ohos.worker" or "@kit.ArkTS"'],
          hint: 'use a ThreadWorker, or leave that work to the host.',
        },
      ]);
    },
  );

  it('ends at such an import, which nobody hears of; the worker stays [A-74, L-66]', () => {
    const { wk, send, workers, codes } = importing("log('before'); require('@ohos.util'); log('after');");
    expect([send(), workers.get(wk).state]).toEqual([['before'], 'running']);
    expect(codes()).toEqual(['FOW_RESTRICTED_IMPORT', 'FOW_SCRIPT_ERROR_UNHEARD']);
  });

  it('can import the worker module, by either name, and modules of the app [A-74]', () => {
    const { send, codes } = importing(
      "const kit = require('@kit.ArkTS'); log(require('@ohos.worker').default === kit.worker, kit.worker === worker);",
    );
    expect([send(), codes()]).toEqual([[true, true], []]);
  });

  it.each(['taskpool', 'collections'])('can not use %s of the kit [A-74]', (member) => {
    const { send, codes } = importing(`log(attempt(() => require('@kit.ArkTS').${member}));`);
    expect([send(), codes()]).toEqual([[refusal(`${member} of "@kit.ArkTS"`)], ['FOW_RESTRICTED_IMPORT']]);
  });
});

it('a ThreadWorker can import what is mocked [A-74]', () => {
  expect(importing("log(require('@ohos.util').default);", 'ThreadWorker').send()).toEqual(['util']);
});
