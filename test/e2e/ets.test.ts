import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { installationOf } from './support/places';
import { runJest, summaryOf } from './support/run-jest';

it('runs ArkTS: scripts, pages, tests; with mocks, source lines and coverage', async () => {
  const run = await runJest('ets-app', ['--coverage'], { jest: 30 });

  expect(summaryOf(run)).toEqual({
    '<project>/entry/src/test/mocks.test.ets': { passed: 2, failures: [] },
    '<project>/entry/src/test/prices.test.ets': { passed: 2, failures: [] },
  });
  expect(
    Object.fromEntries(Object.entries(run.coverage).map(([file, coverage]) => [file, missedLines(coverage)])),
  ).toEqual({
    '<project>/entry/src/main/ets/model/Price.ets': [15],
    '<project>/entry/src/main/ets/pages/Shop.ets': [],
    '<project>/entry/src/main/ets/workers/Prices.ets': [],
  });
}, 180_000);

it.each([29, 30] as const)(
  'tells what is wrong in an app, under Jest %d',
  async (jest) => {
    const run = await runJest('ets-app', ['--config=wrong.config.js'], { jest });
    const messages = Object.values(run.files).map(({ message }) => message);

    for (const part of parts) expect(messages.filter((message) => message.includes(part))).toHaveLength(1);
    expect(messages).toHaveLength(parts.length);
  },
  180_000,
);

/** What is printed of each of the wrong files. */
const parts = [
  `    >  9 |     throw new Error('no name');`,
  `FakeOhosWorkerError: entry/src/wrong/syntax.test.ets:5:1 is no ArkTS: ',' expected. [FOW_ETS_SYNTAX]
      - }
      - ^
    Hint: see whether DevEco Studio compiles the file.`,
  `ReferenceError: AppStorage is not defined

    AppStorage is a global of ArkUI, which shows the user interface on a device, and is absent under Jest [FOW_ARKUI_GLOBAL]
    Hint: supply what the code uses of it, in the test or in a file of Jest's setupFiles:
    globalThis.AppStorage = { get: () => undefined, setOrCreate: () => undefined };

      1 | test('a page reads the storage of the app', () => {
    > 2 |   AppStorage.get<string>('name');`,
  `ReferenceError: CustomDialogController is not defined

    CustomDialogController is a global of ArkUI, which shows the user interface on a device, and is absent under Jest [FOW_ARKUI_GLOBAL]
    Hint: supply what the code uses of it, in the test or in a file of Jest's setupFiles:
    globalThis.CustomDialogController = class {};
`,
  `FakeOhosWorkerError: Cannot find the package "lost" [FOW_PACKAGE_NOT_FOUND]
      - declared in: <project>/entry/oh-package.json5, as "file:../lost"
      - there is nothing at: <project>/lost
    Hint: correct the path.

    > 1 | import { nothing } from 'lost';`,
  `FakeOhosWorkerError: The package "@ohos/axios" is not installed [FOW_PACKAGE_NOT_INSTALLED]
      - imported by: entry/src/wrong/not-installed.test.ets
      - declared in: entry/oh-package.json5, as "^2.2.0"
      - not there: a folder of that name in oh_modules or node_modules, here or above
    Hint: ohpm install, or mock it in the test:
    jest.mock('@ohos/axios', () => ({ __esModule: true, default: { get: jest.fn(), isCancel: jest.fn() } }), { virtual: true });

    > 1 | import axios, { AxiosError as Failure } from '@ohos/axios';`,
  `FakeOhosWorkerError: Cannot find the platform module "@kit.ArkUI" [FOW_MODULE_NOT_PROVIDED]
      - imported by: entry/src/main/ets/pages/Shop.ets (promptAction)
      - provided: '@ohos.worker', what '@kit.ArkTS' has for workers, '@arkts.collections', '@arkts.lang', '@arkts.utils', '@ohos.hilog', hilog of '@kit.PerformanceAnalysisKit'
    Hint: mock it in the test, or let the option "stubs" stand in for what no test uses:
    jest.mock('@kit.ArkUI', () => ({ promptAction: { showToast: jest.fn() } }), { virtual: true });

    > 1 | import { promptAction } from '@kit.ArkUI';`,
  `FakeOhosWorkerError: promptAction.showToast of the platform module "@kit.ArkUI" is a stub that can't be used [FOW_MODULE_NOT_PROVIDED]
      - imported by: entry/src/main/ets/pages/Shop.ets (promptAction)
      - provided: '@ohos.worker', what '@kit.ArkTS' has for workers, '@arkts.collections', '@arkts.lang', '@arkts.utils', '@ohos.hilog', hilog of '@kit.PerformanceAnalysisKit'
    Hint: mock it in the test:
    jest.mock('@kit.ArkUI', () => ({ promptAction: { showToast: jest.fn() } }), { virtual: true });`,
];

/** The source lines on which a statement begins that never ran. */
function missedLines({ statementMap, s }: Awaited<ReturnType<typeof runJest>>['coverage'][string]): number[] {
  return Object.entries(statementMap).flatMap(([id, { start }]) => (s[id] === 0 ? [start.line] : []));
}

it("brings a compiler that does not take the place of the user's", () => {
  const tsc = realpathSync(join(installationOf(30), 'node_modules/.bin/tsc'));
  expect(tsc).toContain(join('node_modules', 'typescript'));
});
