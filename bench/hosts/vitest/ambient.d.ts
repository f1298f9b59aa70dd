// The few names of Vitest and of its web workers that the bench uses; Vitest itself is installed only where it runs.

declare module 'vitest' {
  export function test(title: string, body: () => Promise<void>): void;
}

interface WorkerMessageEvent {
  readonly data: import('../../message').Message;
}

declare class Worker {
  constructor(script: URL);
  onmessage: ((event: WorkerMessageEvent) => void) | null;
  onerror: ((error: unknown) => void) | null;
  postMessage(message: import('../../message').Message): void;
  terminate(): void;
}

declare const self: Pick<Worker, 'onmessage' | 'postMessage'>;
