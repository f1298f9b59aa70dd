import type { TraceFile } from '../../../src/trace';
import { inlineWorld } from '../../world/support/inline-world';

const script = `
  const port = worker.workerPort;
  port.onmessage = ({ data }) => {
    if (data === 'call') return port.postMessage(port.callGlobalCallObjectMethod('store', 'get', 100, 'key'));
    if (data === 'timer') return void globals.setTimeout(() => port.postMessage('late'), 5);
    if (data === 'throw') throw new Error('no such album');
    globals.console.log('got', data);
    port.postMessage({ echo: data });
    if (data === 'close') port.close();
  };
`;

/** What diagrams, logs and pages could take for their own. */
export const hostile = [
  'a; b #35; %% {x} "q" `t` <b>&lt;</b> | end',
  'end\nloop\r\nalt \u2028 else',
  '</script><script>alert(1)</script>',
  '\u001b[31mred\u001b[0m \u202Eright to left',
  ': ->> -x Note over a0: x',
];

/** Every kind of happening between a host and its workers, with texts that are hard to show. */
export function busyTrace(): TraceFile {
  const { worker, workers } = inlineWorld({ 'w.ts': script });
  const wk = new worker.ThreadWorker('w.ts', { name: 'first; "one"' });
  wk.onmessage = () => {};
  wk.onerror = () => {};
  wk.registerGlobalCallObject('store', { get: () => ({ found: true }) });
  for (const text of [...hostile, 'call', 'timer']) wk.postMessage(text);
  workers.run();
  workers.clock.advance(5);
  const other = new worker.ThreadWorker('w.ts');
  other.onmessage = () => {};
  other.onerror = () => {};
  other.postMessage('throw');
  workers.run();
  wk.postMessage('too late');
  wk.terminate();
  workers.run();
  return workers.trace.toJSON();
}

/** So many messages there and back. */
export function longTrace(messages: number): TraceFile {
  const { worker, workers } = inlineWorld({ 'w.ts': script });
  const wk = new worker.ThreadWorker('w.ts');
  wk.onmessage = () => {};
  for (let id = 0; id < messages; id++) wk.postMessage({ id, text: hostile[id % hostile.length] });
  workers.run();
  return workers.trace.toJSON();
}
