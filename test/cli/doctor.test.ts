import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectOnDisk } from '../project/project-on-disk';
import { runIn } from './support/run-in';

/** One finding of each kind. */
const ailing = {
  'build-profile.json5': { app: {}, modules: [{ name: 'entry', srcPath: './entry' }] },
  'AppScope/app.json5': { app: { bundleName: 'com.example.app' } },
  'entry/build-profile.json5': `{ buildOption: { sourceOption: { workers: [
  './src/main/ets/workers/Worker.ets',
  './src/main/ets/workers/Gone.ets',
] } } }`,
  'entry/src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
  'entry/src/main/ets/Index.ets': `import { worker } from '@kit.ArkTS';
class Job { run() {} }
const wk = new worker.ThreadWorker('entry/ets/workers/Worker.ets');
wk.postMessage({ jobs: [new Job()], done: () => 1 });
export const lost = new worker.ThreadWorker('entry/ets/workers/Wroker.ets');
export const unlisted = new worker.ThreadWorker('entry/ets/workers/Other.ets');
export const old = new worker.Worker('entry/ets/workers/Worker.ets');
`,
  'entry/src/main/ets/Screen.ets': `import { router } from '@kit.ArkUI';
export const back = () => router.back();
`,
  'entry/src/main/ets/workers/Other.ets': '',
  'entry/src/main/ets/workers/Worker.ets': `import { worker } from '@kit.ArkTS';
import { back } from '../Screen';
worker.workerPort.postMessage('ready');
worker.workerPort.onmessage = () => back();
`,
};

const shownIn = (path: string) => join(...path.split('/'));
const index = shownIn('entry/src/main/ets/Index.ets');
const screen = shownIn('entry/src/main/ets/Screen.ets');
const script = shownIn('entry/src/main/ets/workers/Worker.ets');
const profile = shownIn('entry/build-profile.json5');

describe('fake-ohos-worker doctor', () => {
  it('prints nothing for a clean project, and answers 0', () => {
    const root = projectOnDisk({
      'src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
      'src/main/ets/A.ets': "import { worker } from '@kit.ArkTS'; export const a = 1;",
    });
    expect(runIn(root, ['doctor'])).toEqual({ exitCode: 0, out: '', err: '' });
    expect(JSON.parse(runIn(root, ['doctor', '--json']).out)).toEqual({ root, findings: [] });
  });

  it('prints each finding with its place, id, rule and cure, and answers 1', () => {
    expect(runIn(projectOnDisk(ailing), ['doctor'])).toEqual({
      exitCode: 1,
      err: '',
      out: `${profile}:3:3 error FOW-D03 [P-55] registered worker script "./src/main/ets/workers/Gone.ets" does not exist
  fix: create the file, or remove the entry.

${index}:3:12 warning FOW-D04 [L-56] ThreadWorker wk has no onerror: an error that the worker does not catch crashes the app
  fix: assign wk.onerror or onAllErrors, or add a listener for 'error'.

${index}:3:12 warning FOW-D05 [L-132] ThreadWorker wk is never terminated, and its script never closes itself: its thread lives on
  fix: call wk.terminate() when it is no longer needed.

${index}:4:16 error FOW-D06 [S-17] message.done is a function, which can't be sent: postMessage throws 10200006
  fix: post data only; give the receiver a name or a number by which it chooses its own function.

${index}:4:16 warning FOW-D07 [S-16] message.jobs[0] is a Job, which arrives without run()
  fix: make a new Job from the data on the other side, or let Job be @Sendable.

${index}:5:45 error FOW-D01 [P-7] worker URL "entry/ets/workers/Wroker.ets" leads to no script [FOW_SCRIPT_NOT_FOUND]
  - looked for: entry/src/main/ets/workers/Wroker.{ets,ts,js}
  - listed:     ./src/main/ets/workers/Worker.ets, ./src/main/ets/workers/Gone.ets
  fix: did you mean "entry/ets/workers/Worker.ets"?

${index}:6:49 error FOW-D02 [P-8] the script of worker URL "entry/ets/workers/Other.ets" is not registered [FOW_SCRIPT_NOT_REGISTERED]
  - found on disk: entry/src/main/ets/workers/Other.ets
  - not listed in: entry/build-profile.json5 > buildOption.sourceOption.workers
  - listed there:  ./src/main/ets/workers/Worker.ets, ./src/main/ets/workers/Gone.ets
  - imported by:   nothing that is compiled
  fix: add "./src/main/ets/workers/Other.ets" to that list.

${index}:7:20 error FOW-D09 [E-2] Worker and ThreadWorker in one app: whichever is constructed second is refused with 10200003
  - ThreadWorker: ${index}:3:12
  fix: use ThreadWorker everywhere (and workerPort in the scripts).

${screen}:1:1 warning FOW-D10 [P-85] a worker loads user interface: router (@kit.ArkUI)
  - worker script: ${script}
  fix: post the result to the host and let it act on the screen; move shared code into a file without user interface.

${script}:3:1 error FOW-D08 [L-12] postMessage at the top level of a worker script has no effect: the worker is not yet running
  fix: call it in a handler or in a timer.

6 errors, 4 warnings
`,
    });
  });

  it('says the same in Chinese', () => {
    const { out, exitCode } = runIn(projectOnDisk(ailing), ['doctor'], { LANG: 'zh_CN.UTF-8' });
    expect(exitCode).toBe(1);
    expect(out).toBe(`${profile}:3:3 错误 FOW-D03 [P-55] 已注册的 Worker 脚本 "./src/main/ets/workers/Gone.ets" 不存在
  修复： 创建该文件，或删除这一项。

${index}:3:12 警告 FOW-D04 [L-56] ThreadWorker wk 没有 onerror：Worker 中未捕获的错误会使应用崩溃
  修复： 设置 wk.onerror 或 onAllErrors，或添加 'error' 监听器。

${index}:3:12 警告 FOW-D05 [L-132] ThreadWorker wk 从未被终止，脚本自身也不调用 close()：线程会一直存在
  修复： 不再需要时调用 wk.terminate()。

${index}:4:16 错误 FOW-D06 [S-17] 消息中的 message.done 是函数，无法发送：postMessage 会抛出 10200006
  修复： 只发送数据；让接收方根据名称或编号选择自己的函数。

${index}:4:16 警告 FOW-D07 [S-16] 消息中的 message.jobs[0] 是 Job 的实例，到达时会丢失 run()
  修复： 在接收方用数据重新创建 Job，或将 Job 声明为 @Sendable。

${index}:5:45 错误 FOW-D01 [P-7] Worker 路径 "entry/ets/workers/Wroker.ets" 找不到对应的脚本 [FOW_SCRIPT_NOT_FOUND]
  - 查找：entry/src/main/ets/workers/Wroker.{ets,ts,js}
  - 已注册：./src/main/ets/workers/Worker.ets, ./src/main/ets/workers/Gone.ets
  修复： 是否应为 "entry/ets/workers/Worker.ets"？

${index}:6:49 错误 FOW-D02 [P-8] Worker 路径 "entry/ets/workers/Other.ets" 对应的脚本没有注册 [FOW_SCRIPT_NOT_REGISTERED]
  - 磁盘上有：entry/src/main/ets/workers/Other.ets
  - 未列入：entry/build-profile.json5 > buildOption.sourceOption.workers
  - 其中已有：./src/main/ets/workers/Worker.ets, ./src/main/ets/workers/Gone.ets
  - 没有任何被编译的代码导入它
  修复： 把 "./src/main/ets/workers/Other.ets" 加入该列表。

${index}:7:20 错误 FOW-D09 [E-2] 同一应用中同时使用 Worker 和 ThreadWorker：后构造的一方会抛出 10200003
  - ThreadWorker：${index}:3:12
  修复： 统一使用 ThreadWorker（脚本中使用 workerPort）。

${screen}:1:1 警告 FOW-D10 [P-85] Worker 加载了 UI 模块：router (@kit.ArkUI)
  - Worker 脚本：${script}
  修复： 把结果发送给宿主线程，由它操作界面；将共用代码移到不含 UI 的文件中。

${script}:3:1 错误 FOW-D08 [L-12] 在 Worker 脚本顶层调用 postMessage 无效：此时 Worker 尚未运行
  修复： 在事件处理函数或定时器中调用。

6 个错误，4 个警告
`);
  });

  it('gives the findings as data, with paths that are the same on every system', () => {
    const root = projectOnDisk(ailing);
    const { out, exitCode } = runIn(join(root, 'entry'), ['doctor', '..', '--json']);
    const report = JSON.parse(out);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ root });
    expect(report.findings).toHaveLength(10);
    expect(report.findings[1]).toEqual({
      id: 'FOW-D04',
      severity: 'warning',
      rule: 'L-56',
      file: 'entry/src/main/ets/Index.ets',
      line: 3,
      column: 12,
      message: 'ThreadWorker wk has no onerror: an error that the worker does not catch crashes the app',
      facts: [],
      fix: "assign wk.onerror or onAllErrors, or add a listener for 'error'.",
    });
  });

  it('says where a project file is malformed, and answers 2', () => {
    const root = projectOnDisk({
      'build-profile.json5': '{\n  modules: [\n    { name: "entry" srcPath: "./entry" },\n  ],\n}',
    });
    const { exitCode, err, out } = runIn(root, ['doctor']);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toBe(`error: Cannot read ${join(root, 'build-profile.json5')} [FOW_PROFILE_MALFORMED]
  - at: line 3, column 21
  - expected: a comma, or }
  - found: invalid character 's'
  - line: { name: "entry" srcPath: "./entry" },
  hint: correct that file; the project cannot be known without it.
`);
  });

  it('says that there is no project, as text in both languages, and as data', () => {
    const root = projectOnDisk({ 'readme.txt': '' });
    expect(runIn(root, ['doctor', '--lang', 'zh'])).toEqual({
      exitCode: 2,
      out: '',
      err: `错误： ${root} 处没有 DevEco 工程 [FOW_NO_PROJECT]
  - 查找：build-profile.json5, src/main/module.json5, src/main/config.json
  - 查找范围：该文件夹、其上级文件夹及其下 3 层
  提示： 请指定应用所在的文件夹：fake-ohos-worker doctor path/to/app
`,
    });
    const { exitCode, out, err } = runIn(root, ['doctor', '--json']);
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: '' });
    expect(JSON.parse(out)).toEqual({
      error: {
        code: 'FOW_NO_PROJECT',
        message: `No DevEco project at ${root}`,
        facts: [
          'looked for: build-profile.json5, src/main/module.json5, src/main/config.json',
          'looked in:  that folder, the folders above it and 3 levels below it',
        ],
        hint: 'name the folder of the app: fake-ohos-worker doctor path/to/app',
      },
    });
  });
});
