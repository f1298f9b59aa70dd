import { preview, ToolError } from '../base';
import { isEntryType } from './trace-entry';
import { type TraceFile, traceVersion } from './trace-file';

/**
 * Reads a trace that was stored as JSON.
 *
 * @throws ToolError `FOW_BAD_TRACE` when it is none, or one of another version.
 */
export function parseTrace(text: string): TraceFile {
  return checkedTrace(parsed(text));
}

/**
 * Answers the value if it is a stored trace.
 *
 * @throws ToolError `FOW_BAD_TRACE`
 */
export function checkedTrace(value: unknown): TraceFile {
  if (!isRecord(value) || value.format !== 'fake-ohos-worker/trace') {
    throw badTrace(`The stored trace can't be ${preview(value)}`, [
      "expected: { format: 'fake-ohos-worker/trace', … }",
    ]);
  }
  if (value.version !== traceVersion) {
    const facts = [`this version of fake-ohos-worker reads: version ${traceVersion}`];
    throw badTrace(`The stored trace has the version ${preview(value.version)}`, facts);
  }
  const problem = firstProblem(value);
  if (problem !== undefined) throw badTrace(`The stored trace has no right ${problem.path}`, problem.facts);
  return value as unknown as TraceFile;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badTrace(`The stored trace is not JSON: ${preview(text)}`, [`JSON.parse says: ${messageOf(error)}`]);
  }
}

interface Problem {
  readonly path: string;
  readonly facts: readonly string[];
}

/** As much is checked as readers rely on. */
function firstProblem({ agents, entries, forgotten }: Record<string, unknown>): Problem | undefined {
  if (!Array.isArray(agents) || !agents.every(isAgent)) return problem('agents', agents, 'a list of { name, kind }');
  if (typeof forgotten !== 'number') return problem('forgotten', forgotten, 'a number');
  if (!Array.isArray(entries)) return problem('entries', entries, 'a list');
  const at = entries.findIndex((entry) => !isEntry(entry));
  return at < 0 ? undefined : problem(`entries[${at}]`, entries[at], '{ seq, time, agent, type, causes, … }');
}

function problem(path: string, value: unknown, expected: string): Problem {
  return { path, facts: [`given: ${preview(value)}`, `expected: ${expected}`] };
}

function isAgent(value: unknown): boolean {
  return isRecord(value) && typeof value.name === 'string' && typeof value.kind === 'string';
}

function isEntry(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { seq, time, agent, type, causes } = value;
  const isPlaced = typeof seq === 'number' && typeof time === 'number' && typeof agent === 'string';
  return isPlaced && typeof type === 'string' && isEntryType(type) && Array.isArray(causes);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function badTrace(summary: string, facts: readonly string[]): ToolError {
  const hint = 'store JSON.stringify(workers.trace), with the version of fake-ohos-worker that reads it.';
  return new ToolError({ code: 'FOW_BAD_TRACE', summary, facts, hint });
}

/** The engine's words differ from one Node to the next, but for the place, which is of use. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
