import { readFileSync } from 'node:fs';
import JSON5 from 'json5';
import { preview, ToolError } from '../base';
import { expectedSyntax } from './expected-syntax';

/** A value of a project file, which knows where it stands, so that a wrong one can be named. */
export class ProfileNode {
  constructor(
    readonly file: string,
    private readonly place: string,
    private readonly value: unknown,
  ) {}

  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** The value under `keys`; one that does not exist when any step is missing. */
  get(...keys: readonly string[]): ProfileNode {
    return keys.reduce<ProfileNode>((node, key) => node.child(key), this);
  }

  /** @throws ToolError `FOW_PROFILE_MALFORMED` when there is a value and it is no string. */
  asString(): string | undefined {
    if (!this.exists) return undefined;
    if (typeof this.value === 'string') return this.value;
    throw this.unexpected('a string');
  }

  /** @throws ToolError `FOW_PROFILE_MALFORMED` when there is a value and it is no list. */
  asList(): readonly ProfileNode[] {
    if (!this.exists) return [];
    if (!Array.isArray(this.value)) throw this.unexpected('a list');
    return this.value.map((item: unknown, index) => new ProfileNode(this.file, `${this.place}[${index}]`, item));
  }

  isTrue(): boolean {
    return this.value === true;
  }

  /** Every value right below this one, whether it is an object or a list. */
  children(): readonly ProfileNode[] {
    if (Array.isArray(this.value)) return this.asList();
    return typeof this.value === 'object' && this.value !== null
      ? Object.keys(this.value).map((key) => this.child(key))
      : [];
  }

  private child(key: string): ProfileNode {
    const place = this.place === '' ? key : `${this.place}.${key}`;
    const value = typeof this.value === 'object' && this.value !== null ? Object.entries(this.value) : [];
    return new ProfileNode(this.file, place, value.find(([name]) => name === key)?.[1]);
  }

  private unexpected(expected: string): ToolError {
    return malformed(this.file, [`at: ${this.place}`, `expected: ${expected}`, `found: ${preview(this.value)}`]);
  }
}

/**
 * Reads a JSON5 (or JSON) project file; a file that isn't there reads as a node that does not exist.
 *
 * @throws ToolError `FOW_PROFILE_MALFORMED` when the text is no JSON5.
 */
export function readProfile(file: string): ProfileNode {
  const text = readText(file);
  return new ProfileNode(file, '', text === undefined ? undefined : parse(file, text));
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ToolError({ code: 'FOW_PROFILE_UNREADABLE', summary: `Cannot read ${file}`, facts: [`reason: ${code}`] });
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON5.parse(text);
  } catch (error) {
    // json5 reports `JSON5: <what> at <line>:<column>` and the two numbers as properties.
    const { message, lineNumber, columnNumber } = error as SyntaxError & { lineNumber: number; columnNumber: number };
    const found = message.replace(/^JSON5: /, '').replace(/ at \d+:\d+$/, '');
    const lines = text.split(/(?<=\r\n|\r(?!\n)|[\n\u2028\u2029])/);
    const before = lines.slice(0, lineNumber - 1).join('').length;
    throw malformed(file, [
      `at: line ${lineNumber}, column ${columnNumber}`,
      `expected: ${expectedSyntax(text, before + columnNumber - 1)}`,
      `found: ${found}`,
      `line: ${lines[lineNumber - 1]?.trim() ?? ''}`,
    ]);
  }
}

function malformed(file: string, facts: readonly string[]): ToolError {
  return new ToolError({
    code: 'FOW_PROFILE_MALFORMED',
    summary: `Cannot read ${file}`,
    facts,
    hint: 'correct that file; the project cannot be known without it.',
  });
}
