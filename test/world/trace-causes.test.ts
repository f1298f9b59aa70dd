import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';

const echo = `
  const port = worker.workerPort;
  port.onmessage = ({ data }) => port.postMessage(data);
`;

/** Entries as `seq agent type task (during) <- causes`. */
function causesIn({ workers }: ReturnType<typeof inlineWorld>): string[] {
  return workers.trace.toJSON().entries.map((entry) => {
    const task = 'task' in entry ? ` ${entry.task}` : '';
    const during = entry.during === undefined ? '' : ` in ${entry.during}`;
    return `${entry.seq} ${entry.agent} ${entry.type}${task}${during} <- ${entry.causes.join(' ')}`.trimEnd();
  });
}

describe('what entries of the trace are caused by', () => {
  it('is the entry before them on their agent and, when a task begins, the one that queued it', () => {
    const inline = inlineWorld({ 'w.ts': echo });
    const wk = new inline.worker.ThreadWorker('w.ts');
    wk.onmessage = () => {};
    wk.postMessage('hello');
    inline.workers.run();
    expect(causesIn(inline)).toEqual([
      '1 host new <-',
      '2 host queue 1 <- 1',
      '3 host post 2 <- 2',
      '4 worker#1 start 1 in 1 <- 2',
      '5 worker#1 running in 1 <- 4',
      '6 worker#1 end 1 in 1 <- 5',
      '7 worker#1 message 2 in 2 <- 3 6',
      '8 worker#1 post 3 in 2 <- 7',
      '9 worker#1 end 2 in 2 <- 8',
      '10 host message 3 in 3 <- 3 8',
      '11 host end 3 in 3 <- 10',
    ]);
  });
});
