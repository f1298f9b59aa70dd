/** What a document asks for, in its order. */
export type Step =
  /** The steps from here on belong to another project: a new one, one that begins with another's files, or a known one. */
  | { readonly kind: 'project'; readonly name: string; readonly like: string; readonly without: string }
  /** A code block below a line that is nothing but a path, or begins with one: ``` `entry/a.ts`: what it is ```. */
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  /** A `console` block: `$ npx jest …` and what that prints. A line `…` stands for lines that are left out. */
  | { readonly kind: 'command'; readonly args: readonly string[]; readonly printed: string; readonly line: number };

const projectMark = /^<!-- project: ([\w-]+)(?:, like ([\w-]+))?(?:, without ([\w-]+))? -->$/;
const pathLine = /^`([\w./-]+\.\w+)`(?:: .*)?$/;
const commandLine = /^\$ npx jest(?: (.*))?$/;

/** Reads the files and commands that a reader of the document would copy. */
export function readDocument(markdown: string): Step[] {
  const lines = markdown.split('\n');
  const steps: Step[] = [];
  let path: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const fence = /^```(\w*)$/.exec(line);
    if (fence === null) {
      const project = projectMark.exec(line);
      if (project !== null) {
        const [, name = '', like = '', without = ''] = project;
        steps.push({ kind: 'project', name, like, without });
      }
      if (line !== '') path = pathLine.exec(line)?.[1];
      continue;
    }
    const end = lines.indexOf('```', at + 1);
    const block = lines.slice(at + 1, end);
    if (path !== undefined) steps.push({ kind: 'file', path, text: `${block.join('\n')}\n` });
    else if (fence[1] === 'console') steps.push(readCommand(block, at + 2));
    path = undefined;
    at = end;
  }
  return steps;
}

function readCommand([first = '', ...printed]: readonly string[], line: number): Step {
  const command = commandLine.exec(first);
  if (command === null) throw new Error(`line ${line}: a console block begins with "$ npx jest", not with "${first}"`);
  return { kind: 'command', args: command[1]?.split(' ') ?? [], printed: printed.join('\n'), line };
}
