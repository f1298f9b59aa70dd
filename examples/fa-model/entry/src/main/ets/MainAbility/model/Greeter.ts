import worker, { type ErrorEvent, type MessageEvents } from '@ohos.worker';

/** Exchanges one message with a worker and stops it when the answer is there. */
export class Greeter {
  readonly answers: string[] = [];
  exitCode: number | undefined;
  readonly workerInstance: worker.ThreadWorker;

  constructor() {
    this.workerInstance = new worker.ThreadWorker('../workers/worker.ts', { name: 'greeter' });
    this.workerInstance.onmessage = (event: MessageEvents): void => {
      this.answers.push(event.data);
      this.workerInstance.terminate();
    };
    this.workerInstance.onerror = (event: ErrorEvent): void => {
      console.error(`host: ${event.message}`);
    };
    this.workerInstance.onexit = (code: number): void => {
      this.exitCode = code;
    };
  }

  greet(): void {
    this.workerInstance.postMessage('message from main thread.');
  }
}
