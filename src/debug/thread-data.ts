/** What the debugger's thread is given. */
export interface ThreadData {
  /** Counts the requests: who waits for one is woken. And says that everything has been sent. */
  readonly cells: Int32Array;
  /** Takes what the test's thread tells; requests come from it. */
  readonly channel: import('node:worker_threads').MessagePort;
  /** Every request and socket must carry it. */
  readonly token: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The page's file. */
  readonly page: string;
  /** The process without which there is nobody to debug for. */
  readonly parent?: number;
}

/** Where the numbers stand that both threads share. `port` is set once the server listens; -1 if it can't. */
export const cell = { requests: 0, port: 1, ended: 2 } as const;
