import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';

const [immediate, high, low, idle] = [1, 2, 3, 4];

/** A worker that posts in one handler: plain values by `post`, pairs of value and priority by `front`. */
function posting(...posts: readonly (string | readonly [string, number | undefined])[]) {
  const lines = posts.map((post) =>
    typeof post === 'string' ? `port.postMessage('${post}');` : `port.postMessageAtFront('${post[0]}', ${post[1]});`,
  );
  return aWorker(`port.onmessage = () => { ${lines.join('\n')} };`).send('go');
}

function got(...names: readonly string[]): string[] {
  return names.map((name) => `host got ${name}`);
}

describe('postMessageAtFront', () => {
  it('puts a message ahead of all waiting ordinary ones [L-95, L-96]', () => {
    expect(posting('a', 'b', ['front', high])).toEqual(got('front', 'a', 'b'));
  });

  it('delivers messages of one priority last in, first out [L-96]', () => {
    expect(posting(['1', immediate], ['2', immediate], ['3', immediate])).toEqual(got('3', '2', '1'));
  });

  it('delivers IMMEDIATE before HIGH before ordinary ones before LOW before IDLE [L-5, L-93, L-96]', () => {
    expect(posting(['idle', idle], ['low', low], 'ordinary', ['high', high], ['immediate', immediate])).toEqual(
      got('immediate', 'high', 'ordinary', 'low', 'idle'),
    );
  });

  it('drains each priority in a batch of its own, for which onmessage is read anew [L-97]', () => {
    const { wk, log, send } = aWorker(`port.onmessage = () => {
      port.postMessageAtFront('immediate', 1);
      port.postMessage('high 1');
      port.postMessage('high 2');
    };`);
    wk.onmessage = ({ data }: { data: unknown }) => {
      log.push(`first: ${data}`);
      wk.onmessage = ({ data: later }: { data: unknown }) => log.push(`second: ${later}`);
    };
    expect(send('go')).toEqual(['first: immediate', 'second: high 1', 'second: high 2']);
  });

  it('lets a HIGH message overtake errors and what other workers posted [L-95, L-99b]', () => {
    const { worker, wk, log, send, url } = aWorker(`port.onmessage = ({ data }) => {
      if (data === 'fail') throw new Error('boom');
      if (data === 'front') port.postMessageAtFront('front', 2);
      else port.postMessage(data);
    };`);
    wk.onAllErrors = ({ message }: { message: string }) => log.push(message);
    const other = new worker.ThreadWorker(url('w.ts'));
    other.onmessage = ({ data }: { data: unknown }) => log.push(`from the other: ${data}`);
    other.postMessage('ordinary');
    expect(send('fail', 'front')).toEqual([...got('front'), 'from the other: ordinary', 'Error: boom']);
  });

  it('pulls ordinary posts of the same worker forward while an at-front message heads the deque [L-95]', () => {
    const { worker, log, send, url } = aWorker(`port.onmessage = ({ data }) => {
      if (data === 'other') return port.postMessage('waiting');
      if (data === 'front') port.postMessageAtFront('front', 2);
      port.postMessage('ordinary');
    };`);
    const other = new worker.ThreadWorker(url('w.ts'));
    other.onmessage = ({ data }: { data: unknown }) => log.push(`from the other: ${data}`);
    other.postMessage('other');
    expect(send('front')).toEqual([...got('front', 'ordinary'), 'from the other: waiting']);
    other.postMessage('other');
    expect(send('plain').slice(3)).toEqual(['from the other: waiting', ...got('ordinary')]);
  });

  it('leaves the turn to LOW after five tasks of a higher priority in a row [L-93]', () => {
    const { worker, log, wk, send, url } = aWorker(`port.onmessage = ({ data }) => {
      if (data === 'low') port.postMessageAtFront('low', 3);
      else port.postMessage(data);
    };`);
    wk.postMessage('low');
    for (let at = 1; at <= 7; at++) {
      const other = new worker.ThreadWorker(url('w.ts'));
      other.onmessage = ({ data }: { data: unknown }) => log.push(data);
      other.postMessage(at);
    }
    // All of them have posted before the host takes anything.
    expect(send()).toEqual([1, 2, 3, 4, 5, ...got('low'), 6, 7]);
  });

  it('never delivers anything after the exit event [L-99b, L-43]', () => {
    expect(
      aWorker(
        "port.onmessage = () => { port.postMessageAtFront('low', 3); port.postMessageAtFront('high', 2); port.close(); };",
      ).send('go'),
    ).toEqual([...got('high'), 'exit 0']);
  });
});
