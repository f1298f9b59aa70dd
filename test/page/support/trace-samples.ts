import type { StoredEntry, StoredEvent, StoredValue, TraceFile } from '../../../src/trace';

/** Writes a trace as a world would, with the causes of each entry. */
export class TraceWriter {
  readonly #entries: StoredEntry[] = [];
  readonly #latest = new Map<string, number>();
  readonly #queuedBy = new Map<number, number>();
  #tasks = 0;
  #time = 0;

  constructor(private readonly workers: readonly string[]) {}

  /** Queues a message, and answers its task. */
  post(from: string, to: string, data: StoredValue, during?: number): number {
    const task = ++this.#tasks;
    const at = from === 'host' ? 'entry/src/main/ets/pages/Index.ts:12:7' : 'entry/src/main/ets/workers/worker.ts:5:10';
    this.#queuedBy.set(task, this.tell(from, { type: 'post', task, to, data }, during, [], at));
    return task;
  }

  /** Performs a message; what it does meanwhile is told by `act`. */
  deliver(task: number, from: string, to: string, data: StoredValue, act: () => void = () => {}): void {
    this.tell(to, { type: 'message', task, from, data }, task, [this.#queuedBy.get(task) ?? 0]);
    act();
    this.tell(to, { type: 'end', task }, task);
  }

  tell(agent: string, event: StoredEvent, during?: number, causes: readonly number[] = [], at?: string): number {
    const seq = this.#entries.length + 1;
    const before = this.#latest.get(agent);
    const all = [...new Set([...(before === undefined ? [] : [before]), ...causes.filter((cause) => cause > 0)])];
    this.#latest.set(agent, seq);
    this.#entries.push({
      seq,
      time: this.#time,
      agent,
      ...(during === undefined ? {} : { during }),
      causes: all.sort((a, b) => a - b),
      ...(at === undefined ? {} : { at }),
      ...event,
    });
    return seq;
  }

  wait(milliseconds: number): void {
    this.#time += milliseconds;
  }

  get trace(): TraceFile {
    const kind = 'ThreadWorker';
    return {
      format: 'fake-ohos-worker/trace',
      version: 1,
      test: { file: 'entry/src/test/Sample.test.ts', name: 'Sample follows its messages' },
      agents: [
        { name: 'host', kind: 'host' },
        ...this.workers.map((name) => ({ name, kind, file: `entry/src/main/ets/workers/${name}.ts`, parent: 'host' })),
      ],
      forgotten: 0,
      entries: this.#entries,
    };
  }
}

/** A few messages, one of them lost, an error, a console line, and one that stays on its way. */
export function smallTrace(): TraceFile {
  const writer = new TraceWriter(['parse#1', 'store#2']);
  const first = writer.post('host', 'parse#1', { type: 'parse', text: 'alpha' });
  const second = writer.post('host', 'parse#1', { type: 'parse', text: 'beta' });
  writer.wait(4);
  let parsed = 0;
  writer.deliver(first, 'host', 'parse#1', { type: 'parse', text: 'alpha' }, () => {
    writer.tell('parse#1', { type: 'console', level: 'warn', text: 'slow input' }, first);
    parsed = writer.post('parse#1', 'host', { type: 'parsed', words: ['alpha'] }, first);
  });
  writer.deliver(second, 'host', 'parse#1', { type: 'parse', text: 'beta' }, () => {
    writer.tell('parse#1', { type: 'throw', error: 'TypeError: no beta', where: 'in a handler' }, second);
  });
  let stored = 0;
  writer.deliver(parsed, 'parse#1', 'host', { type: 'parsed', words: ['alpha'] }, () => {
    stored = writer.post('host', 'store#2', { type: 'keep', words: { $type: 'Set', values: ['alpha'] } }, parsed);
  });
  writer.deliver(stored, 'host', 'store#2', { type: 'keep', words: { $type: 'Set', values: ['alpha'] } });
  writer.tell('host', { type: 'drop', to: 'store#2', data: { type: 'late' }, reason: 'closed' });
  writer.post('host', 'parse#1', { type: 'parse', text: 'gamma' });
  return writer.trace;
}

/** So many messages between a host and four workers, queued in bursts, so that arrows are long. */
export function largeTrace(messages: number): TraceFile {
  const names = ['one#1', 'two#2', 'three#3', 'four#4'];
  const writer = new TraceWriter(names);
  const burst = 200;
  for (let sent = 0; sent < messages; sent += burst) {
    const posted = Array.from({ length: Math.min(burst, messages - sent) }, (_, at) => {
      const to = names[at % names.length] ?? '';
      const data = { type: 'work', number: sent + at, of: { width: 320, height: 200, tags: ['a', 'b'] } };
      return { task: writer.post('host', to, data), to, data };
    });
    writer.wait(1);
    for (const { task, to, data } of posted) writer.deliver(task, 'host', to, data);
  }
  return writer.trace;
}
