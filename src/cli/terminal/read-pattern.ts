import type { TaskPattern } from '../../debug';

/** What a task can be, as the debugger tells it. */
export const taskKinds: readonly string[] = ['start', 'message', 'stop', 'error', 'call', 'exit', 'timer'];

/**
 * Reads `[kind] [from] -> [to] [text]`, of which each part may be left out: `message host -> worker#1 { id: 5`,
 * `-> worker#1`, `error`, `id: 5`. What stands in quotes is text. A worker beside an arrow may be one that is still to come.
 */
export function readPattern(words: string, agents: readonly string[]): TaskPattern {
  const reader = new PatternReader(words.trim());
  const kind = reader.take(taskKinds);
  const from = reader.takeBefore('->', agents);
  const to = from === undefined ? undefined : (reader.take(agents) ?? reader.takeWord());
  const text = unquoted(reader.rest);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(from ? { from } : {}),
    ...(to === undefined ? {} : { to }),
    ...(text === '' ? {} : { text }),
  };
}

class PatternReader {
  constructor(public rest: string) {}

  /** One of some words, the longest that stands here. */
  take(words: readonly string[]): string | undefined {
    const found = this.#longest(words);
    if (found !== undefined) this.#skip(found.length);
    return found;
  }

  /** What stands up to a blank, unless it is quoted. */
  takeWord(): string | undefined {
    const [word] = /^[^\s"']\S*/.exec(this.rest) ?? [];
    if (word !== undefined) this.#skip(word.length);
    return word;
  }

  /** An agent before an arrow: its name, or nothing for any; `undefined` when there is no arrow. */
  takeBefore(arrow: string, agents: readonly string[]): string | undefined {
    const name = this.#longest(agents) ?? /^[^\s"']+(?=\s*->)/.exec(this.rest)?.[0] ?? '';
    if (!this.rest.slice(name.length).trimStart().startsWith(arrow)) return undefined;
    this.#skip(name.length);
    this.#skip(arrow.length);
    return name;
  }

  #longest(words: readonly string[]): string | undefined {
    const fitting = words.filter(
      (word) => this.rest.startsWith(word) && /^(\s|->|$)/.test(this.rest.slice(word.length)),
    );
    return fitting.sort((one, other) => other.length - one.length)[0];
  }

  #skip(length: number): void {
    this.rest = this.rest.slice(length).trimStart();
  }
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}
