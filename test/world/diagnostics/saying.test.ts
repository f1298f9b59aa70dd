import { describe, expect, it } from '@jest/globals';
import { telling } from './telling';

describe('diagnostics', () => {
  const script = "port.onmessage = ({ data }) => { port.close(); port.postMessage(data); port.postMessage('late'); };";

  it('are all kept; of one kind only the first is said', () => {
    const { send, warned, told, workers } = telling(script);
    send(1, 2);
    expect(told().length).toBe(3);
    expect(workers.diagnostics.map(({ code }) => code)).toEqual([
      'FOW_MESSAGE_NEVER_READ',
      'FOW_POST_WHILE_ENDING',
      'FOW_POST_WHILE_ENDING',
    ]);
    expect(warned.map((text) => text.split('\n')[0])).toEqual([
      'worker#1 ended before it had read 2, which host had posted [FOW_MESSAGE_NEVER_READ]',
      'worker#1 posted 1 after its close(); a device drops such messages [FOW_POST_WHILE_ENDING]',
    ]);
  });

  it('are said once in a test file, and kept for each process', () => {
    const { worker, run, warned, told, workers, send } = telling(script);
    send(1);
    workers.reset();
    new worker.ThreadWorker('w.ts').postMessage(1);
    run();
    expect([warned.length, told().length]).toEqual([1, 2]);
  });

  it('of messages that nobody on the main thread hears are kept without a word: the test sees what was received', () => {
    const { send, warned } = telling('port.onmessage = ({ data }) => port.postMessage(data);');
    expect([send('echo').length, warned]).toEqual([1, []]);
  });

  it('stand in the trace', () => {
    const { send, workers } = telling(script);
    send('go');
    expect(workers.trace.entries.filter(({ type }) => type === 'diagnostic')).toEqual([
      expect.objectContaining({
        code: 'FOW_POST_WHILE_ENDING',
        text: "worker#1 posted 'go' after its close(); a device drops such messages",
      }),
      expect.objectContaining({ text: "worker#1 posted 'late' after its close(); a device drops such messages" }),
    ]);
  });
});
