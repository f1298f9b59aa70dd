import { describe, expect, it } from '@jest/globals';
import { anApp } from '../support/an-app';
import { arriving, arrivingFrom, refusalOf, unsupported } from '../support/crossing';

const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer;
const isDetached = (buffer: ArrayBuffer): boolean => {
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
};
const prepareFailed = 'Serialize PrepareTransfer fail';

describe('a transfer list', () => {
  it('moves a buffer that the message reaches; the sender has lost it at once [S-34]', () => {
    const { worker, url, run, log } = anApp({
      'w.ts': 'worker.workerPort.onmessage = ({ data }) => log(data.buffer);',
    });
    const buffer = bytes(1, 2, 3);
    const view = new Uint8Array(buffer);
    new worker.ThreadWorker(url('w.ts')).postMessage({ buffer }, [buffer]);
    expect([isDetached(buffer), view.length]).toEqual([true, 0]);
    expect(() => buffer.byteLength).toThrow(new TypeError('IsDetachedBuffer'));
    run();
    expect([...new Uint8Array(log[0] as ArrayBuffer)]).toEqual([1, 2, 3]);
  });

  it('works from a worker, too [S-43]', () => {
    expect(
      arrivingFrom('(() => { const buffer = new ArrayBuffer(8); return [buffer, new Uint8Array(buffer).fill(1)]; })()'),
    ).toEqual([bytes(1, 1, 1, 1, 1, 1, 1, 1), new Uint8Array(8).fill(1)]);
    const { worker, url, run } = anApp({
      'w.ts': `worker.workerPort.onmessage = () => {
        const buffer = new ArrayBuffer(8); const view = new Uint8Array(buffer);
        worker.workerPort.postMessage(buffer, [buffer]); log(view.length);
      };`,
    });
    new worker.ThreadWorker(url('w.ts')).postMessage('go');
    expect(run()).toEqual([0]);
  });

  it('leaves a buffer alone that the message does not reach [S-32]', () => {
    const [inside, outside] = [bytes(1), bytes(2)];
    arriving({ inside }, [inside, outside]);
    expect([isDetached(inside), isDetached(outside)]).toEqual([true, false]);
  });

  it('never detaches an empty buffer, which is sent all the same [S-33]', () => {
    const buffer = new ArrayBuffer(0);
    expect(arriving({ buffer }, [buffer]).buffer.byteLength).toBe(0);
    expect([isDetached(buffer), buffer.byteLength]).toEqual([false, 0]);
  });

  it('moves the buffer of a typed array in the message; the array itself is no entry [S-35, S-38]', () => {
    const view = new Uint8Array([1, 2]);
    expect([...arriving({ view }, [view.buffer]).view]).toEqual([1, 2]);
    expect(view.length).toBe(0);
    const other = new Uint8Array([1]);
    expect(refusalOf({ other }, [other])).toBe(prepareFailed);
  });

  it('has detached what came before the part that fails, and nothing after it [S-36]', () => {
    const [before, after] = [bytes(1), bytes(2)];
    expect(refusalOf([before, () => 0, after], [before, after])).toBe(unsupported('Function'));
    expect([isDetached(before), isDetached(after)]).toEqual([true, false]);
  });

  it('may name a buffer twice, have holes, be empty [S-37]', () => {
    const buffer = bytes(1, 2);
    const list = Object.assign(new Array(4), { 1: buffer, 3: buffer });
    expect([...new Uint8Array(arriving(buffer, list))]).toEqual([1, 2]);
    const other = bytes(3);
    arriving(other, []);
    expect([isDetached(buffer), isDetached(other)]).toEqual([true, false]);
  });

  it.each([
    ['null', null],
    ['undefined', undefined],
    ['a number', 5],
    ['a typed array', new Uint8Array(1)],
    ['a DataView', new DataView(new ArrayBuffer(1))],
    ['a SharedArrayBuffer', new SharedArrayBuffer(1)],
    ['a plain object', {}],
  ])('with %s fails before anything is encoded [S-38, S-61]', (_what, entry) => {
    const buffer = bytes(1);
    expect(refusalOf([buffer, () => 0], [buffer, entry])).toBe(prepareFailed);
    expect(isDetached(buffer)).toBe(false);
  });

  it('with a detached buffer fails only if the message reaches it [S-41]', () => {
    const buffer = bytes(1);
    structuredClone(buffer, { transfer: [buffer] });
    expect(arriving('fine', [buffer])).toBe('fine');
    expect(refusalOf({ buffer }, [buffer])).toBe("Serialize don't support detached array buffer");
  });
});

describe('a message that nobody reads', () => {
  it('is lost with the memory that it moved [S-44]', () => {
    const { worker, url, run } = anApp({ 'w.ts': '' });
    const wk = new worker.ThreadWorker(url('w.ts'));
    const buffer = bytes(1);
    wk.postMessage(buffer, [buffer]);
    wk.cancelTasks();
    run();
    expect(isDetached(buffer)).toBe(true);
  });
});

describe('the size of a message', () => {
  const mebibytes = (count: number) => count * 1024 * 1024;
  const exceeded = /^The serialization data size has exceed limit Size, current size is: (\d+) max size is: 16777216$/;

  it('is 16 MiB at the most; a copied buffer counts with what surrounds it [S-45, S-46, S-65]', () => {
    expect(arriving(new ArrayBuffer(mebibytes(15))).byteLength).toBe(mebibytes(15));
    const [, size = ''] = exceeded.exec(refusalOf(new ArrayBuffer(mebibytes(16)))) ?? [];
    expect(Number(size)).toBeGreaterThan(mebibytes(16));
  });

  it('may be 16 MiB exactly [S-45]', () => {
    const [, size = ''] = exceeded.exec(refusalOf(new ArrayBuffer(mebibytes(16)))) ?? [];
    const surroundings = Number(size) - mebibytes(16);
    const largest = mebibytes(16) - surroundings;
    expect(arriving(new ArrayBuffer(largest)).byteLength).toBe(largest);
    expect(refusalOf(new ArrayBuffer(largest + 8))).toMatch(exceeded);
  });

  it('counts neither text, nor moved, nor shared memory [S-46]', () => {
    const moved = new ArrayBuffer(mebibytes(20));
    const message = { text: 'x'.repeat(mebibytes(20)), moved, shared: new SharedArrayBuffer(mebibytes(20)) };
    expect(Object.keys(arriving(message, [moved]))).toEqual(['text', 'moved', 'shared']);
  });

  it('counts objects and elements [S-46]', () => {
    expect(refusalOf(Array.from({ length: 1_500_000 }, (_, n) => ({ n })))).toMatch(exceeded);
  });

  it('is checked last: what was moved stays moved [S-47, S-36]', () => {
    const moved = bytes(1);
    expect(refusalOf([moved, new ArrayBuffer(mebibytes(17))], [moved])).toMatch(exceeded);
    expect(isDetached(moved)).toBe(true);
  });
});
