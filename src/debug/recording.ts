import { readFileSync, writeFileSync } from 'node:fs';
import { ToolError } from '../base';
import type { TraceFile } from '../trace';

/** One test as it went. */
export interface RecordedTest {
  /** `file` is relative to the project, with forward slashes. */
  readonly test: { readonly file: string; readonly name: string };
  /** Ids of the tasks that were performed, in their order. */
  readonly schedule: readonly number[];
  /** What the test failed with. */
  readonly errors: readonly string[];
  readonly trace: TraceFile;
}

/** What the option `--record` writes. */
export interface Recording {
  readonly format: 'fake-ohos-worker/recording';
  readonly version: 1;
  readonly tests: readonly RecordedTest[];
}

/** Writes tests to a file as they end. What an earlier run has left there is replaced. */
export function recorder(file: string): (test: RecordedTest) => void {
  const tests: RecordedTest[] = [];
  return (test) => {
    tests.push(test);
    const recording: Recording = { format: 'fake-ohos-worker/recording', version: 1, tests };
    writeFileSync(file, `${JSON.stringify(recording)}\n`);
  };
}

/** @throws ToolError `FOW_BAD_RECORDING` */
export function readRecording(file: string): Recording {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw badRecording(file, error instanceof Error ? error.message : String(error));
  }
  const { format, version } = Object(found) as Partial<Recording>;
  if (format !== 'fake-ohos-worker/recording') throw badRecording(file, 'it is something else');
  if (version !== 1) throw badRecording(file, `it is of version ${version}`);
  return found as Recording;
}

function badRecording(file: string, why: string): ToolError {
  return new ToolError({
    code: 'FOW_BAD_RECORDING',
    summary: `${file} can't be opened as a recording`,
    facts: [why],
    hint: 'give a file that `npx fake-ohos-worker debug --record <file>` of this version has written.',
  });
}
