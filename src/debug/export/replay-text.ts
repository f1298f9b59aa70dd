import { type Compiler, loadCompiler, parseSource } from '../../ets';
import type { SeenWorker } from '../seen';
import type { TestInfo } from '../test-run';
import { findTest, type TestCall } from './find-test';
import { importsFor, type Names } from './imports';
import { literalOf, quoted } from './literal';

/** What a test is to follow, and what it is to find. */
export interface Recorded {
  readonly info: TestInfo;
  /** Ids of tasks, from the test's own function on. */
  readonly schedule: readonly number[];
  readonly seen: readonly SeenWorker[];
  /** Whether nothing was left to come. */
  readonly isWhole: boolean;
  /** What the test's own function has thrown. */
  readonly failure: string | undefined;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
  /** Where what it takes the place of ends; absent if it takes none. */
  readonly until?: number;
}

/** The text of a test file in which one test follows an order and finds what was seen; `undefined` if it isn't there. */
export function replayText(
  text: string,
  recorded: Recorded,
): { readonly text: string; readonly asserts: boolean } | undefined {
  const source = parseSource(text, recorded.info.file);
  const test = findTest(source, recorded.info);
  if (test === undefined) return undefined;
  const names = importsFor(source, text);
  const body = bodyInsertions(source, test, recorded, names);
  const only = test.root.text === 'fit' || test.members.includes('only') ? [] : [{ at: test.root.end, text: '.only' }];
  const insertions: Insertion[] = [...names.insertions, ...only, ...body.insertions, ...withoutStops(test, names)];
  return { text: inserted(text, insertions), asserts: body.asserts };
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  const sorted = insertions.map((insertion, index) => ({ ...insertion, index }));
  sorted.sort((a, b) => b.at - a.at || b.index - a.index);
  return sorted.reduce(
    (result, { at, text: part, until = at }) => result.slice(0, at) + part + result.slice(until),
    text,
  );
}

/** Where assertions can't come last, the order is followed all the same. */
function bodyInsertions(
  source: Compiler.SourceFile,
  test: TestCall,
  recorded: Recorded,
  names: Names,
): { readonly insertions: readonly Insertion[]; readonly asserts: boolean } {
  const ts = loadCompiler();
  const { body } = test.body;
  const start = body.getStart(source);
  const indent = `${indentOf(source, test.call.getStart(source))}  `;
  const guard = test.isOne ? '' : 'if (isRecorded) ';
  const lines = test.isOne
    ? []
    : [`const isRecorded = expect.getState().currentTestName === ${quoted(recorded.info.path.join(' '))};`];
  lines.push(`${guard}${names.workers}.replay([${recorded.schedule.join(', ')}]);`);
  const head = (more: readonly string[]): string => [...lines, ...more].map((line) => `\n${indent}${line}`).join('');
  if (!ts.isBlock(body)) {
    const open = { at: start, text: `{${head([])}\n${indent}return ` };
    return { insertions: [open, { at: body.end, text: `;\n${indent.slice(2)}}` }], asserts: false };
  }
  const inside = start + 1;
  if (isAnsweredLater(test)) return { insertions: [{ at: inside, text: head([]) }], asserts: false };
  const { failure } = recorded;
  const end = `${failure === undefined ? '' : caught(failure, guard, indent)}${assertions(recorded, names, guard, indent)}`;
  const opened = failure === undefined ? [] : ['let failure;', 'try {'];
  const insertions = [{ at: inside, text: head(opened) }, atEnd(source, body, end, indent.slice(2))];
  return { insertions, asserts: true };
}

/** Where nobody debugs, `workers.debug()` is an error. */
function withoutStops({ body }: TestCall, { workers }: Names): Insertion[] {
  const ts = loadCompiler();
  const found: Insertion[] = [];
  const visit = (node: Compiler.Node): void => {
    const isStop = ts.isExpressionStatement(node) && node.expression.getText() === `${workers}.debug()`;
    if (isStop) found.push({ at: node.getStart(), until: node.end, text: '' });
    else ts.forEachChild(node, visit);
  };
  visit(body.body);
  return found;
}

/** Lines before a closing brace, which may stand behind others. */
function atEnd(source: Compiler.SourceFile, block: Compiler.Node, lines: string, indent: string): Insertion {
  const brace = block.end - 1;
  const lineStart = source.text.lastIndexOf('\n', brace) + 1;
  const isAlone = source.text.slice(lineStart, brace).trim() === '';
  return isAlone ? { at: lineStart, text: lines } : { at: brace, text: `\n${lines}${indent}` };
}

/** Whether the test ends elsewhere than at the end of its function. */
function isAnsweredLater({ body, members }: TestCall): boolean {
  return takesDone(body, members) || returnsSomething(body.body);
}

/** A parameter beyond those of a table is Jest's `done`; which these are only the table tells. */
function takesDone({ parameters }: TestCall['body'], members: readonly string[]): boolean {
  if (!members.includes('each')) return parameters.length > 0;
  const last = parameters[parameters.length - 1]?.name.getText();
  return last === 'done' || last === 'cb' || last === 'callback';
}

function returnsSomething(node: Compiler.Node): boolean {
  const ts = loadCompiler();
  if (ts.isReturnStatement(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => returnsSomething(child) || undefined) === true;
}

function caught(failure: string, guard: string, indent: string): string {
  const [line = ''] = failure.split('\n');
  const lines = [
    '} catch (error) {',
    ...(guard === '' ? [] : ['  if (!isRecorded) throw error;']),
    '  failure = error;',
    '}',
    '// It failed when this was recorded; once that is mended, this is what changes.',
    `${guard}expect(\`\${failure}\`.replace(/\\u001b\\[\\d+m/g, '')).toContain(${quoted(line)});`,
  ];
  return lines.map((each) => `${indent}${each}\n`).join('');
}

/** Each on a line of its own. */
function assertions({ seen, isWhole }: Recorded, { workers }: Names, guard: string, indent: string): string {
  const inner = guard === '' ? indent : `${indent}  `;
  const lines = seen.flatMap((worker) => workerAssertions(worker, isWhole, workers, inner));
  if (lines.length === 0) return '';
  const written = lines.map((line) => `${inner}${line}\n`).join('');
  const comment = `${indent}// What was seen in the debugger.\n`;
  return guard === '' ? `${comment}${written}` : `${comment}${indent}if (isRecorded) {\n${written}${indent}}\n`;
}

function workerAssertions(
  { label, received, portReceived, exitCode, errors }: SeenWorker,
  isWhole: boolean,
  workers: string,
  indent: string,
): string[] {
  const handle = `${workers}.get(${quoted(label)})`;
  const list = (values: SeenWorker['received'], name: string): string => {
    const part = isWhole ? '' : `.slice(0, ${values.length})`;
    return `expect(${handle}.${name}${part}).toEqual(${literalOf(values, indent)});`;
  };
  const lines = [list(received, 'received'), list(portReceived, 'port.received')];
  lines.push(...errors.map((message) => `expect(${handle}).toHaveRaisedError(${quoted(message)});`));
  if (exitCode !== undefined) lines.push(`expect(${handle}.exitCode).toBe(${exitCode});`);
  return lines;
}

function indentOf(source: Compiler.SourceFile, position: number): string {
  const { line } = source.getLineAndCharacterOfPosition(position);
  const start = source.getPositionOfLineAndCharacter(line, 0);
  return /^\s*/.exec(source.text.slice(start))?.[0] ?? '';
}
