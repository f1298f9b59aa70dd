import { inChinese } from './problem-in-chinese';
import { terminalChinese } from './terminal/terminal-texts';
import type { Texts } from './texts';

export const chinese: Texts = {
  findings: {
    'FOW-D01': ({ url, problem }) => ({
      summary:
        problem.code === 'FOW_SCRIPT_IN_OTHER_HAP'
          ? `Worker 路径 ${JSON.stringify(url)} 指向另一个 HAP`
          : `Worker 路径 ${JSON.stringify(url)} 找不到对应的脚本 [${problem.code}]`,
      facts: (problem.facts ?? []).map(inChinese),
      fix: inChinese(problem.hint ?? '') || '更正该路径。',
    }),
    'FOW-D02': ({ url, problem }) => ({
      summary: `Worker 路径 ${JSON.stringify(url)} 对应的脚本没有注册 [${problem.code}]`,
      facts: (problem.facts ?? []).map(inChinese),
      fix: inChinese(problem.hint ?? '') || '注册该脚本。',
    }),
    'FOW-D03': ({ entry, similar }) => ({
      summary: `已注册的 Worker 脚本 ${JSON.stringify(entry)} 不存在`,
      fix: similar === undefined ? '创建该文件，或删除这一项。' : `改为 ${JSON.stringify(similar)}。`,
    }),
    'FOW-D04': ({ className, holder }) => ({
      summary: `${className}${of(holder)} 没有 onerror：Worker 中未捕获的错误会使应用崩溃`,
      fix: `设置 ${holder ?? 'worker'}.onerror 或 onAllErrors，或添加 'error' 监听器。`,
    }),
    'FOW-D05': ({ className, holder }) => ({
      summary: `${className}${of(holder)} 从未被终止，脚本自身也不调用 close()：线程会一直存在`,
      fix: `不再需要时调用 ${holder ?? 'worker'}.terminate()。`,
    }),
    'FOW-D06': ({ what, name, path }) => ({
      summary: `${messageAt(path)}是${unsendable[what]}${name === '' ? '' : `（${name}）`}，无法发送：postMessage 会抛出 10200006`,
      fix: '只发送数据；让接收方根据名称或编号选择自己的函数。',
    }),
    'FOW-D07': ({ className, methods, path }) => ({
      summary: `${messageAt(path)}是 ${className} 的实例，到达时会丢失 ${methods.map((name) => `${name}()`).join('、')}`,
      fix: `在接收方用数据重新创建 ${className}，或将 ${className} 声明为 @Sendable。`,
    }),
    'FOW-D08': ({ method }) => ({
      summary: `在 Worker 脚本顶层调用 ${method} 无效：此时 Worker 尚未运行`,
      fix: '在事件处理函数或定时器中调用。',
    }),
    'FOW-D09': ({ otherClass, other }, show) => ({
      summary: `同一应用中同时使用 Worker 和 ${otherClass}：后构造的一方会抛出 10200003`,
      facts: [`${otherClass}：${show(other.file)}:${other.line}:${other.column}`],
      fix: '统一使用 ThreadWorker（脚本中使用 workerPort）。',
    }),
    'FOW-D10': ({ imported, script, through }, show) => ({
      summary: `Worker 加载了 UI 模块：${imported}`,
      facts: [`Worker 脚本：${[script, ...through].map(show).join(' > ')}`],
      fix: '把结果发送给宿主线程，由它操作界面；将共用代码移到不含 UI 的文件中。',
    }),
    'FOW-D11': ({ problem }) => ({
      summary: `从此处起无法解析该文件：${problem}`,
      facts: ['其中使用 Worker 的代码可能没有被检查'],
      fix: '请确认 DevEco Studio 能否编译该文件；如果能，可用注释忽略此项。',
    }),
  },
  severities: { error: '错误', warning: '警告' },
  fix: '修复：',
  total: (errors, warnings) => `${errors} 个错误，${warnings} 个警告`,
  help: {
    titles: {
      'Usage:': '用法：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Global Options:': '全局选项：',
      'Commands:': '命令：',
    },
    tool: '为 DevEco 工程配置并检查基于 Jest 的 Worker 测试。',
    doctor: '检查应用中 Worker 的使用错误',
    init: '补全用 Jest 测试工程所缺的文件，并为每个 Worker 生成一个测试',
    debug: '用 Jest 运行测试，并在每条消息之前停下',
    jestArguments: 'Jest 自身的参数；本命令的选项须写在它们之前',
    page: '只使用浏览器页面，不使用终端',
    record: '把所见内容写入文件，供以后打开',
    open: '不运行测试，在浏览器中打开 --record 写入的文件',
    folder: 'DevEco 工程中的文件夹',
    json: '输出 JSON',
    lang: '文本语言：en 或 zh',
    dryRun: '只显示将要写入的内容',
    help: '显示帮助',
    helpCommand: '显示某个命令的帮助',
    version: '显示版本',
    examples: '示例：',
    exitCodes: '退出码：0 没有问题，1 发现问题，2 用法错误或工程损坏',
    doctorExamples: [
      ['fake-ohos-worker doctor', '检查当前文件夹所在的工程'],
      ['fake-ohos-worker doctor path/to/app --json', '以数据形式输出，供编辑器或 CI 使用'],
    ],
    initExamples: [
      ['fake-ohos-worker init --dry-run', '查看将要写入的内容'],
      ['fake-ohos-worker init && npm install && npm test', '写入并运行测试'],
    ],
    debugExamples: [["fake-ohos-worker debug Photo.test.ts -t 'loads a photo'", '逐条单步查看某个测试的消息']],
  },
  misuse: {
    unknownCommand: (name) => `没有命令 ${JSON.stringify(name)}。请参阅 fake-ohos-worker --help`,
    unknownOption: (name) => `没有选项 ${name}。请参阅 fake-ohos-worker --help`,
    missingValue: (option) => `选项 ${option} 需要一个值。请参阅 fake-ohos-worker --help`,
    badLanguage: (value) => `选项 --lang 只能是 en 或 zh，而不是 ${JSON.stringify(value)}。`,
    tooMany: '只能指定一个文件夹。请参阅 fake-ohos-worker --help',
    other: (message) => `${message}。请参阅 fake-ohos-worker --help`,
  },
  init: {
    wrote: '已写入',
    wouldWrite: '将写入',
    added: '已补充',
    wouldAdd: '将补充',
    left: '未改动',
    reasons: { exists: '已存在', complete: '不缺少任何内容', configured: '其中已有 Jest 配置' },
    nextSteps: (foreignTest) =>
      foreignTest === undefined
        ? '下一步：npm install && npm test'
        : `下一步：npm install && npx jest（npm test 运行的是 ${JSON.stringify(foreignTest)}）`,
    noWorkers: '没有找到 Worker：请在 build-profile.json5 中注册后再次运行 init 以生成测试。',
  },
  debug: { terminal: terminalChinese, page: '浏览器中的调试器：' },
  failed: '错误：',
  hint: '提示：',
  problem: inChinese,
  bug: 'fake-ohos-worker 内部出错，请附上以下内容反馈：',
};

const unsendable = { function: '函数', class: '类', accessor: '访问器', object: '对象' };

function messageAt(path: string): string {
  return path === '' ? '消息' : `消息中的 message${path} `;
}

function of(holder: string | undefined): string {
  return holder === undefined ? '' : ` ${holder}`;
}
