import { formatEntries, type TraceEntry, TraceView } from '../trace';
import { type TaskView, taskKinds, WorkerHandle } from '../world';

type Print = (value: unknown, ...how: unknown[]) => string;

/** A plug-in of Jest's printer. */
export interface SnapshotSerializer {
  test(value: unknown): boolean;
  serialize(value: never, config: unknown, indentation: string, depth: number, refs: unknown, print: Print): string;
}

/** How snapshots show what `workers` gives. Ids and source positions are left out: they change with unrelated lines. */
export const snapshotSerializers: readonly SnapshotSerializer[] = [
  {
    test: (value) => value instanceof TraceView,
    serialize: ({ text }: TraceView, _config, indentation) => indented(text, indentation),
  },
  {
    test: isTraceEntry,
    serialize: (entry: TraceEntry, _config, indentation) => indented(formatEntries([entry]), indentation),
  },
  {
    test: isTask,
    serialize: (task: TaskView, config, indentation, depth, refs, print) => {
      const { kind, from, to, preview, nested = [] } = task;
      const content = 'data' in task ? print(task.data, config, indentation, depth, refs) : preview;
      const line = `${kind} ${from} -> ${to} ${content}`.trimEnd();
      const inner = nested.map((each) => `${indentation}  ${print(each, config, `${indentation}  `, depth, refs)}`);
      return [line, ...inner].join('\n');
    },
  },
  {
    test: (value) => value instanceof WorkerHandle,
    serialize: (handle: WorkerHandle, config, indentation, depth, refs, print) => {
      const { label, ...rest } = handle.toJSON() as { label: string };
      return `WorkerHandle ${label} ${print(rest, config, indentation, depth, refs)}`;
    },
  },
];

/** Views are plain data, so that they can be compared with plain data: they are known by what they have. */
function isTask(value: unknown): boolean {
  return (
    hasAll(value, ['id', 'kind', 'from', 'to', 'preview', 'causedBy']) && taskKinds.includes(Reflect.get(value, 'kind'))
  );
}

function isTraceEntry(value: unknown): boolean {
  return hasAll(value, ['seq', 'time', 'agent', 'type']);
}

function hasAll(value: unknown, keys: readonly string[]): value is object {
  return typeof value === 'object' && value !== null && keys.every((key) => Object.hasOwn(value, key));
}

function indented(text: string, indentation: string): string {
  return text.replaceAll('\n', `\n${indentation}`);
}
