import { win32 } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createColors } from 'picocolors';
import { describeFailure } from '../../src/cli/failure';
import { languageOf } from '../../src/cli/language';
import { shownPath } from '../../src/cli/output';
import { inChinese } from '../../src/cli/problem-in-chinese';
import { english } from '../../src/cli/texts-english';
import { runIn } from './support/run-in';

describe('the command line', () => {
  it('shows help with examples and exit codes', () => {
    expect(runIn('.', ['--help'])).toEqual({
      exitCode: 0,
      err: '',
      out: `Usage: fake-ohos-worker [options] [command]

Sets up and checks a DevEco project whose workers are tested with Jest.

Options:
  -V, --version              show the version
  --lang <language>          language of the texts: en or zh
  -h, --help                 show this help

Commands:
  doctor [options] [folder]  finds mistakes in how an app uses workers
  init [options] [folder]    writes what a project lacks to be tested with Jest,
                             and a test for each worker
  debug [options] [jest...]  runs tests with Jest and stops before each message
  help [command]             show the help of a command

Examples:
  $ fake-ohos-worker doctor                                  # check the project around this folder
  $ fake-ohos-worker doctor path/to/app --json               # the same as data, for an editor or a CI job
  $ fake-ohos-worker init --dry-run                          # see what would be written
  $ fake-ohos-worker init && npm install && npm test         # write it, and run the tests
  $ fake-ohos-worker debug Photo.test.ts -t 'loads a photo'  # step through the messages of one test

Exit codes: 0 nothing found, 1 findings, 2 wrong usage or a broken project
`,
    });
  });

  it('shows the help of a command in Chinese', () => {
    expect(runIn('.', ['doctor', '--help'], { LC_ALL: 'zh_CN.UTF-8' })).toEqual({
      exitCode: 0,
      err: '',
      out: `用法： fake-ohos-worker doctor [options] [folder]

检查应用中 Worker 的使用错误

参数：
  folder             DevEco 工程中的文件夹

选项：
  --json             输出 JSON
  -h, --help         显示帮助

全局选项：
  -V, --version      显示版本
  --lang <language>  文本语言：en 或 zh

示例：
  $ fake-ohos-worker doctor                     # 检查当前文件夹所在的工程
  $ fake-ohos-worker doctor path/to/app --json  # 以数据形式输出，供编辑器或 CI 使用

退出码：0 没有问题，1 发现问题，2 用法错误或工程损坏
`,
    });
  });

  it('shows the version', () => {
    expect(runIn('.', ['--version'])).toEqual({ exitCode: 0, out: '1.2.3\n', err: '' });
  });

  it('shows the help, as an error, when nothing is asked', () => {
    const { exitCode, out, err } = runIn('.', []);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(/^Usage: fake-ohos-worker/);
  });

  it.each([
    [['dcotor'], 'error: there is no command "dcotor". See fake-ohos-worker --help\n'],
    [['doctor', '--jsno'], 'error: there is no option --jsno. See fake-ohos-worker --help\n'],
    [['doctor', 'a', 'b'], 'error: only one folder can be named. See fake-ohos-worker --help\n'],
    [['doctor', '--lang'], 'error: the option --lang needs a value. See fake-ohos-worker --help\n'],
    [['doctor', '--lang=fr'], 'error: the option --lang is en or zh, not "fr".\n'],
    [['--lang', 'zh', 'doktor'], '错误： 没有命令 "doktor"。请参阅 fake-ohos-worker --help\n'],
  ])('refuses %j', (args, err) => {
    expect(runIn('.', args)).toEqual({ exitCode: 2, out: '', err });
  });

  it('tells wrong usage as data, if data is asked for', () => {
    expect(runIn('.', ['doctor', '--json', '--bogus'])).toEqual({
      exitCode: 2,
      err: '',
      out: `{
  "error": {
    "code": "MISUSE",
    "message": "there is no option --bogus. See fake-ohos-worker --help",
    "facts": []
  }
}
`,
    });
  });

  it('shows a stack for bugs of its own alone', () => {
    const text = describeFailure(new TypeError('oops'), english, createColors(false));
    expect(text).toMatch(
      /^error: fake-ohos-worker has a bug\. Please report it with this text:\nTypeError: oops\n +at /,
    );
  });
});

describe('the language', () => {
  it.each([
    ['zh', { LANG: 'zh_CN.UTF-8' }],
    ['en', { LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }],
    ['zh', { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' }],
    ['en', { LANG: 'C' }],
    ['en', { LANG: 'de_DE' }],
  ])('is %s with %j', (language, environment) => {
    expect(languageOf(environment, 'zh-CN')).toBe(language);
  });

  it('is that of the system where the environment says nothing, as on Windows', () => {
    expect(languageOf({}, 'zh-Hans-CN')).toBe('zh');
    expect(languageOf({}, 'en-GB')).toBe('en');
  });

  it('leaves words in English that it does not know', () => {
    expect(inChinese('something: else')).toBe('something: else');
  });
});

describe('paths', () => {
  it.each([
    ['C:\\app\\entry\\Index.ets', 'entry\\Index.ets'],
    ['C:\\other\\Index.ets', 'C:\\other\\Index.ets'],
    ['D:\\app\\Index.ets', 'D:\\app\\Index.ets'],
  ])('are written as Windows writes them: %s', (file, shown) => {
    expect(shownPath('C:\\app', file, win32)).toBe(shown);
  });
});
