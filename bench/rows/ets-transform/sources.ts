/** Files that mean the same as `.ets` and as `.ts`, each with another text, as nothing is in a cache. */
export function sources(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => [model, script, page][index % 3]?.(index) ?? '');
}

const model = (index: number) => `
import { collections } from '@kit.ArkTS';
import { Base${index} } from './Base${index}';

export enum State { Idle = 0, Busy = 1, Done = 2 }

export interface Entry { id: number; name: string; tags?: string[]; }

@Sendable
export class Album${index} extends Base${index} {
  name: string = 'album ${index}';
  private size: number = 0;
  state: State = State.Idle;

  constructor(name: string) {
    super();
    this.name = name;
  }

  get isEmpty(): boolean { return this.size === 0; }

  add(entry: Entry): number {
    this.size += 1;
    this.state = this.size > ${index} ? State.Done : State.Busy;
    return this.size;
  }

  static of(entries: Entry[]): Album${index} {
    const album = new Album${index}(entries.map((entry) => entry.name).join(', '));
    for (const entry of entries) album.add(entry);
    return album;
  }
}
`;

const script = (index: number) => `
import worker, { ErrorEvent, MessageEvents, ThreadWorkerGlobalScope } from '@ohos.worker';
import { Album${index}, Entry } from '../model/Album${index}';

const workerPort: ThreadWorkerGlobalScope = worker.workerPort;
const cache: Map<string, Album${index}> = new Map();

async function load(name: string): Promise<Album${index}> {
  const found = cache.get(name);
  if (found !== undefined) return found;
  const album = Album${index}.of([{ id: ${index}, name }]);
  await Promise.resolve();
  cache.set(name, album);
  return album;
}

workerPort.onmessage = async (event: MessageEvents): Promise<void> => {
  const request: Entry = event.data;
  try {
    const album = await load(request.name);
    workerPort.postMessage({ id: request.id, name: album.name, text: \`\${album.name}: \${request.id}\` });
  } catch (error) {
    workerPort.postMessage({ id: request.id, error: (error as Error).message });
  }
};

workerPort.onerror = (error: ErrorEvent): void => {
  console.error('worker ${index}', error.message);
};
`;

const page = (index: number) => `
import { worker } from '@kit.ArkTS';
import { Album${index}, State } from '../model/Album${index}';

type Listener = (album: Album${index}) => void;

export class Library${index} {
  private readonly worker: worker.ThreadWorker = new worker.ThreadWorker('entry/ets/workers/Load.ets');
  private listeners: Listener[] = [];
  private pending: Map<number, (album: Album${index}) => void> = new Map();

  constructor() {
    this.worker.onmessage = (event) => {
      const { id, ...rest } = event.data as Record<string, number>;
      this.pending.get(id)?.(rest as unknown as Album${index});
      this.pending.delete(id);
    };
    this.worker.onexit = (code: number) => { this.listeners = []; };
  }

  onChange(listener: Listener): void { this.listeners.push(listener); }

  open(id: number = ${index}): Promise<Album${index}> {
    return new Promise((resolve) => {
      this.pending.set(id, resolve);
      this.worker.postMessage({ id, state: State.Busy });
    });
  }

  close(): void { this.worker.terminate(); }
}
`;
