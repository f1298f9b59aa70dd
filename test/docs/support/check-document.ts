import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repoFolder } from '../../e2e/support/places';
import { DocumentProject } from './document-project';
import { readDocument, type Step } from './read-document';

const timeout = 240_000;

type FileStep = Extract<Step, { kind: 'file' }>;
type CommandStep = Extract<Step, { kind: 'command' }>;

/** What a document says about one project. */
interface Part {
  readonly name: string;
  readonly without: string;
  /** The project whose files it has as well, the later ones too. */
  readonly like: Part | undefined;
  readonly files: FileStep[];
  readonly commands: CommandStep[];
}

/** Registers tests that set up a document's projects and check that its commands print what it quotes. */
export function checkDocument(path: string): void {
  const parts = splitIntoParts(readDocument(readFileSync(join(repoFolder, path), 'utf8')));
  describe.each(parts)(`the project "$name" of ${path}`, checkPart);
}

function checkPart({ like, files, commands, without }: Part): void {
  let project: DocumentProject;
  beforeAll(async () => {
    project = new DocumentProject(without);
    for (const { path, text } of [...(like?.files ?? []), ...files]) project.write(path, text);
    // Fills Jest's cache: to compile everything at once takes less time than to do so file by file.
    if (commands.length > 1) await project.jest([]);
  }, timeout);
  afterAll(() => project.remove());
  for (const { line, args, printed } of commands) {
    it(
      `prints what line ${line} quotes: jest ${args.join(' ')}`,
      async () => {
        const { output } = await project.jest(args);

        expect(quoteFrom(output, printed)).toBe(printed);
      },
      timeout,
    );
  }
  const unquoted = unquotedTests(files, commands);
  if (unquoted.length === 0) return;
  it(
    `passes the tests of which nothing is quoted: ${unquoted.join(', ')}`,
    async () => {
      const { exitCode, output } = await project.jest(unquoted);

      expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.stringContaining('PASS') });
    },
    timeout,
  );
}

/** A file that is shown twice in one project is a later state of it: the last one counts. */
function splitIntoParts(steps: readonly Step[]): Part[] {
  const parts = new Map<string, Part>();
  let current: Part = { name: 'main', without: '', like: undefined, files: [], commands: [] };
  parts.set(current.name, current);
  for (const step of steps) {
    if (step.kind === 'file') current.files.push(step);
    else if (step.kind === 'command') current.commands.push(step);
    else {
      const { name, like, without } = step;
      current = parts.get(name) ?? { name, without, like: parts.get(like), files: [], commands: [] };
      parts.set(name, current);
    }
  }
  return [...parts.values()].filter(({ files, commands }) => files.length + commands.length > 0);
}

function unquotedTests(files: readonly FileStep[], commands: readonly CommandStep[]): string[] {
  const patterns = commands.flatMap(({ args }) => args);
  const tests = files.map(({ path }) => path).filter((path) => path.endsWith('.test.ts'));
  return tests.filter((test) => !patterns.some((pattern) => test.includes(pattern)));
}

/**
 * The quoted text if the output holds it, its parts between lines `…` in order. If not: as much as is right, and then
 * the output from there on, for the failure to show.
 */
function quoteFrom(output: string, quoted: string): string {
  const lines = output.split('\n');
  const found: string[] = [];
  let at = 0;
  for (const part of quoted.split('\n…\n')) {
    const wanted = part.split('\n');
    const start = lines.findIndex((_, index) => index >= at && wanted.every((line, i) => lines[index + i] === line));
    if (start < 0) return [...found, lines.slice(at).join('\n')].join('\n…\n');
    found.push(part);
    at = start + wanted.length;
  }
  return found.join('\n…\n');
}
