import { terminalEnglish } from './terminal/terminal-texts';
import type { Texts } from './texts';

export const english: Texts = {
  findings: {
    'FOW-D01': ({ url, problem }) => ({
      summary:
        problem.code === 'FOW_SCRIPT_IN_OTHER_HAP'
          ? `worker URL ${JSON.stringify(url)} leads into another HAP`
          : `worker URL ${JSON.stringify(url)} leads to no script [${problem.code}]`,
      facts: problem.facts ?? [],
      fix: problem.hint ?? 'correct the URL.',
    }),
    'FOW-D02': ({ url, problem }) => ({
      summary: `the script of worker URL ${JSON.stringify(url)} is not registered [${problem.code}]`,
      facts: problem.facts ?? [],
      fix: problem.hint ?? 'register the script.',
    }),
    'FOW-D03': ({ entry, similar }) => ({
      summary: `registered worker script ${JSON.stringify(entry)} does not exist`,
      fix: similar === undefined ? 'create the file, or remove the entry.' : `write ${JSON.stringify(similar)}.`,
    }),
    'FOW-D04': ({ className, holder }) => ({
      summary: `${className}${of(holder)} has no onerror: an error that the worker does not catch crashes the app`,
      fix: `assign ${holder ?? 'worker'}.onerror or onAllErrors, or add a listener for 'error'.`,
    }),
    'FOW-D05': ({ className, holder }) => ({
      summary: `${className}${of(holder)} is never terminated, and its script never closes itself: its thread lives on`,
      fix: `call ${holder ?? 'worker'}.terminate() when it is no longer needed.`,
    }),
    'FOW-D06': ({ what, name, path }) => ({
      summary: `${messageAt(path)} ${unsendable[what](name)}: postMessage throws 10200006`,
      fix: 'post data only; give the receiver a name or a number by which it chooses its own function.',
    }),
    'FOW-D07': ({ className, methods, path }) => ({
      summary: `${messageAt(path)} is a ${className}, which arrives without ${methods.map((name) => `${name}()`).join(', ')}`,
      fix: `make a new ${className} from the data on the other side, or let ${className} be @Sendable.`,
    }),
    'FOW-D08': ({ method }) => ({
      summary: `${method} at the top level of a worker script has no effect: the worker is not yet running`,
      fix: 'call it in a handler or in a timer.',
    }),
    'FOW-D09': ({ otherClass, other }, show) => ({
      summary: `Worker and ${otherClass} in one app: whichever is constructed second is refused with 10200003`,
      facts: [`${otherClass}: ${show(other.file)}:${other.line}:${other.column}`],
      fix: 'use ThreadWorker everywhere (and workerPort in the scripts).',
    }),
    'FOW-D10': ({ imported, script, through }, show) => ({
      summary: `a worker loads user interface: ${imported}`,
      facts: [`worker script: ${[script, ...through].map(show).join(' > ')}`],
      fix: 'post the result to the host and let it act on the screen; move shared code into a file without user interface.',
    }),
    'FOW-D11': ({ problem }) => ({
      summary: `the file can't be parsed from here on: ${problem}`,
      facts: ['what it does with workers may not have been looked at'],
      fix: 'see whether DevEco Studio compiles the file; if it does, silence this with a comment.',
    }),
  },
  severities: { error: 'error', warning: 'warning' },
  fix: 'fix:',
  total: (errors, warnings) => `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`,
  help: {
    titles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Global Options:': 'Global options:',
      'Commands:': 'Commands:',
    },
    tool: 'Sets up and checks a DevEco project whose workers are tested with Jest.',
    doctor: 'finds mistakes in how an app uses workers',
    init: 'writes what a project lacks to be tested with Jest, and a test for each worker',
    debug: 'runs tests with Jest and stops before each message',
    jestArguments: "Jest's own arguments; options of this command stand before them",
    page: 'use the page in a browser alone, without a terminal',
    record: 'write what was seen to a file, to be opened later',
    open: 'show a file of --record in a browser, without the test',
    folder: 'a folder of the DevEco project',
    json: 'print JSON',
    lang: 'language of the texts: en or zh',
    dryRun: 'only say what would be written',
    help: 'show this help',
    helpCommand: 'show the help of a command',
    version: 'show the version',
    examples: 'Examples:',
    exitCodes: 'Exit codes: 0 nothing found, 1 findings, 2 wrong usage or a broken project',
    doctorExamples: [
      ['fake-ohos-worker doctor', 'check the project around this folder'],
      ['fake-ohos-worker doctor path/to/app --json', 'the same as data, for an editor or a CI job'],
    ],
    initExamples: [
      ['fake-ohos-worker init --dry-run', 'see what would be written'],
      ['fake-ohos-worker init && npm install && npm test', 'write it, and run the tests'],
    ],
    debugExamples: [
      ["fake-ohos-worker debug Photo.test.ts -t 'loads a photo'", 'step through the messages of one test'],
    ],
  },
  misuse: {
    unknownCommand: (name) => `there is no command ${JSON.stringify(name)}. See fake-ohos-worker --help`,
    unknownOption: (name) => `there is no option ${name}. See fake-ohos-worker --help`,
    missingValue: (option) => `the option ${option} needs a value. See fake-ohos-worker --help`,
    badLanguage: (value) => `the option --lang is en or zh, not ${JSON.stringify(value)}.`,
    tooMany: 'only one folder can be named. See fake-ohos-worker --help',
    other: (message) => `${message}. See fake-ohos-worker --help`,
  },
  init: {
    wrote: 'wrote',
    wouldWrite: 'would write',
    added: 'added to',
    wouldAdd: 'would add to',
    left: 'left',
    reasons: {
      exists: 'exists already',
      complete: 'lacks nothing',
      configured: 'Jest is configured there already',
    },
    nextSteps: (foreignTest) =>
      foreignTest === undefined
        ? 'Next: npm install && npm test'
        : `Next: npm install && npx jest (npm test runs ${JSON.stringify(foreignTest)})`,
    noWorkers: 'No worker was found: register one in build-profile.json5, and call init again for its test.',
  },
  debug: { terminal: terminalEnglish, page: 'The debugger in a browser:' },
  failed: 'error:',
  hint: 'hint:',
  problem: (text) => text,
  bug: 'fake-ohos-worker has a bug. Please report it with this text:',
};

const unsendable = {
  function: (name: string) => `is a function${name === '' ? '' : ` (${name})`}, which can't be sent`,
  class: (name: string) => `is a class${name === '' ? '' : ` (${name})`}, which can't be sent`,
  accessor: (name: string) => `is an accessor${name === '' ? '' : ` (${name})`}, which can't be sent`,
  object: (name: string) => `is a ${name}, which can't be sent`,
};

function messageAt(path: string): string {
  return path === '' ? 'the message' : `message${path}`;
}

function of(holder: string | undefined): string {
  return holder === undefined ? '' : ` ${holder}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
