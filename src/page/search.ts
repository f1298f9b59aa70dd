import { spokenLabel } from './entry-label';
import type { ShownEntry, TraceModel } from './trace-model';

/** Finds entries by their words: what their rows say, whole payloads, agents, and places in sources. */
export class Search {
  readonly #model: TraceModel;
  #texts: readonly string[] | undefined;

  constructor(model: TraceModel) {
    this.#model = model;
  }

  /** By index of an entry, 1 where it holds the words; letters may be small or capital. */
  find(words: string): Uint8Array {
    this.#texts ??= this.#model.entries.map(textOf);
    const wanted = words.trim().toLowerCase();
    return Uint8Array.from(this.#texts, (text) => (text.includes(wanted) ? 1 : 0));
  }
}

function textOf({ entry, label }: ShownEntry): string {
  const payload = 'data' in entry && typeof entry.data === 'object' ? JSON.stringify(entry.data) : '';
  const whole = 'data' in entry && typeof entry.data === 'string' ? entry.data : 'text' in entry ? entry.text : '';
  return `${entry.agent} ${spokenLabel(label)} ${whole} ${payload} ${entry.at ?? ''}`.toLowerCase();
}
