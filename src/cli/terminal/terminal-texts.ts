import type { StopReason } from '../../debug';
import type { CommandName, LineProblem } from './read-line';

/** What the terminal says, in one language. */
export interface TerminalTexts {
  readonly reasons: Readonly<Record<StopReason, string>>;
  /** Of a stop: how many tasks have been performed. */
  readonly performed: (tasks: number) => string;
  readonly pending: string;
  readonly nothingPending: string;
  readonly agents: string;
  readonly last: string;
  readonly breakpoints: string;
  readonly noBreakpoints: string;
  readonly hits: (hits: number) => string;
  readonly before: string;
  readonly after: string;
  readonly breakpointAdded: (number: string) => string;
  readonly breakpointRemoved: string;
  readonly exported: (file: string) => string;
  readonly restarting: string;
  readonly running: string;
  readonly hint: string;
  readonly problems: Readonly<Record<LineProblem, (word: string) => string>>;
  readonly help: Readonly<Record<CommandName, readonly [usage: string, what: string]>>;
  readonly helpOfPatterns: string;
}

export const terminalEnglish: TerminalTexts = {
  reasons: {
    start: 'before the first task',
    step: 'before the next task',
    breakpoint: 'at a breakpoint',
    until: 'at what was looked for',
    debug: 'at workers.debug()',
    back: 'run anew up to here',
    difference: 'run anew, and it went another way',
    end: 'at the end of the test',
  },
  performed: (tasks) => (tasks === 1 ? '1 task performed' : `${tasks} tasks performed`),
  pending: 'pending',
  nothingPending: 'nothing is pending',
  agents: 'agents',
  last: 'last',
  breakpoints: 'breakpoints',
  noBreakpoints: 'there are no breakpoints',
  hits: (hits) => (hits === 1 ? 'hit once' : `hit ${hits} times`),
  before: 'before',
  after: 'after',
  breakpointAdded: (number) => `breakpoint ${number}`,
  breakpointRemoved: 'removed',
  exported: (file) => `wrote ${file}`,
  restarting: 'running the test anew …',
  running: 'the test is running; wait until it stops',
  hint: 'help tells the commands',
  problems: {
    unknownCommand: (word) => `there is no command ${JSON.stringify(word)}; help tells which there are`,
    needsNumber: (word) => `${word} needs a number, as in: ${word} 5`,
    needsPattern: (word) => `${word} needs what to look for, as in: ${word} message host -> worker#1`,
    needsPath: (word) => `${word} needs what to show, as in: ${word} 5.data.items[0], or: ${word} worker#1.cache`,
    badPath: (word) =>
      `${JSON.stringify(word)} is no path; it begins with the number of a task or the name of an agent`,
  },
  help: {
    step: ['step', 'perform the next task'],
    over: ['over', 'perform it, and go on until its agent is about to perform another'],
    continue: ['continue', 'go on to a breakpoint or the end of the test'],
    until: ['until <pattern>', 'go on until a task fits'],
    break: ['break [after] <pattern>', 'stop whenever a task fits'],
    unbreak: ['unbreak <n>', 'remove a breakpoint'],
    deliver: ['deliver <task>', 'perform another of the tasks that may come next (marked +)'],
    print: ['print <path>', 'show a payload (5.data.items[0]) or a global variable (worker#1.cache)'],
    where: ['where <task>', 'show the line that posted it'],
    back: ['back [n]', 'run the test anew up to n tasks before here'],
    restart: ['restart', 'run the test anew from its start'],
    export: ['export', 'write a test that follows the order so far'],
    pending: ['pending', 'show all tasks that wait'],
    agents: ['agents', 'show the host and the workers'],
    trace: ['trace [n]', 'show what has happened, or the last n lines of it'],
    breaks: ['breaks', 'show the breakpoints'],
    help: ['help', 'show this'],
    quit: ['quit', 'let the test go on to its end without any stop'],
  },
  helpOfPatterns:
    'A pattern is [kind] [from] -> [to] [text], of which each part may be left out: message host -> worker#1 id: 5\nEnter alone does what the last step, over, continue or until did.',
};

export const terminalChinese: TerminalTexts = {
  reasons: {
    start: '停在第一个任务之前',
    step: '停在下一个任务之前',
    breakpoint: '停在断点处',
    until: '停在要找的任务处',
    debug: '停在 workers.debug() 处',
    back: '已重新运行到此处',
    difference: '已重新运行，但过程与之前不同',
    end: '停在测试结束处',
  },
  performed: (tasks) => `已执行 ${tasks} 个任务`,
  pending: '等待中',
  nothingPending: '没有等待中的任务',
  agents: '线程',
  last: '最近',
  breakpoints: '断点',
  noBreakpoints: '没有断点',
  hits: (hits) => `命中 ${hits} 次`,
  before: '之前',
  after: '之后',
  breakpointAdded: (number) => `断点 ${number}`,
  breakpointRemoved: '已删除',
  exported: (file) => `已写入 ${file}`,
  restarting: '正在重新运行测试 …',
  running: '测试正在运行，请等它停下',
  hint: '输入 help 查看命令',
  problems: {
    unknownCommand: (word) => `没有命令 ${JSON.stringify(word)}；输入 help 查看所有命令`,
    needsNumber: (word) => `${word} 需要一个数字，例如：${word} 5`,
    needsPattern: (word) => `${word} 需要查找条件，例如：${word} message host -> worker#1`,
    needsPath: (word) => `${word} 需要路径，例如：${word} 5.data.items[0] 或 ${word} worker#1.cache`,
    badPath: (word) => `${JSON.stringify(word)} 不是路径；路径以任务编号或线程名开头`,
  },
  help: {
    step: ['step', '执行下一个任务'],
    over: ['over', '执行它，直到同一线程将要执行另一个任务'],
    continue: ['continue', '继续到断点或测试结束'],
    until: ['until <条件>', '继续到符合条件的任务之前'],
    break: ['break [after] <条件>', '每当任务符合条件时停下'],
    unbreak: ['unbreak <n>', '删除断点'],
    deliver: ['deliver <任务>', '改为执行另一个可以先执行的任务（标有 +）'],
    print: ['print <路径>', '显示消息内容（5.data.items[0]）或全局变量（worker#1.cache）'],
    where: ['where <任务>', '显示发出该任务的代码行'],
    back: ['back [n]', '重新运行测试，到此处之前 n 个任务为止'],
    restart: ['restart', '从头重新运行测试'],
    export: ['export', '写出一个按当前顺序执行的测试'],
    pending: ['pending', '显示所有等待中的任务'],
    agents: ['agents', '显示宿主线程和 Worker'],
    trace: ['trace [n]', '显示发生过的事情，或最后 n 行'],
    breaks: ['breaks', '显示断点'],
    help: ['help', '显示本帮助'],
    quit: ['quit', '让测试一直运行到结束，不再停下'],
  },
  helpOfPatterns:
    '条件的形式为 [类型] [发送方] -> [接收方] [文本]，各部分均可省略：message host -> worker#1 id: 5\n直接按回车会重复上一次的 step、over、continue 或 until。',
};
