import { describe, expect, it } from '@jest/globals';
import { parseTrace, toText } from '../../src/views';
import { inlineWorld } from '../world/support/inline-world';
import { busyTrace } from './support/traces';

describe('the text of a stored trace', () => {
  it('is that of the trace it was stored from', () => {
    const { worker, workers } = inlineWorld({
      'w.ts': 'worker.workerPort.onmessage = () => { throw new Error("no"); };',
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.onerror = () => {};
    wk.postMessage({ nested: new Map([[1, new Uint8Array(3)]]), text: 'a\nb' });
    workers.run();
    expect(toText(workers.trace.toJSON())).toBe(workers.trace.text);
  });

  it('is the same after a way through a file', () => {
    const trace = busyTrace();
    expect(toText(parseTrace(JSON.stringify(trace)))).toBe(toText(trace));
  });
});
