import { describe, expect, it } from '@jest/globals';
import { markSendable } from '../../src/clone';
import { anApp } from './support/an-app';

/** A worker that changes what it gets, and sends it back by the given method. */
const changing = (answer: string) => `const { workerPort: port } = worker;
  port.onmessage = ({ data }) => { data.item.n++; port.${answer}; };`;

function exchange(post: 'postMessage' | 'postMessageWithSharedSendable', answer: string) {
  const { worker, run, url } = anApp({ 'w.ts': changing(answer) });
  const wk = new worker.ThreadWorker(url('w.ts'));
  const item = markSendable({ n: 1 });
  let back: { item: object } | undefined;
  wk.onmessage = ({ data }: { data: { item: object } }) => {
    back = data;
  };
  wk[post]({ item });
  run();
  return { item, back: back?.item };
}

describe('a sendable in a message', () => {
  it('is copied by postMessage, in both directions [S-52]', () => {
    const { item, back } = exchange('postMessage', 'postMessage(data)');
    expect({ item, back, same: item === back }).toEqual({ item: { n: 1 }, back: { n: 2 }, same: false });
  });

  it.each(['postMessageWithSharedSendable(data)', 'postMessageAtFront(data, 2)'])(
    'is the same object on both sides by postMessageWithSharedSendable and back by %s [S-53, L-99]',
    (answer) => {
      const { item, back } = exchange('postMessageWithSharedSendable', answer);
      expect({ item, same: item === back }).toEqual({ item: { n: 2 }, same: true });
    },
  );

  it('is copied by global calls [S-52, L-112]', () => {
    const { worker, run, log, url } = anApp({
      'w.ts': `const { workerPort: port } = worker;
        port.onmessage = ({ data }) => { port.callGlobalCallObjectMethod('o', 'm', 0, data); log(data); };`,
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.registerGlobalCallObject('o', { m: (item: { n: number }) => void item.n++ });
    wk.postMessageWithSharedSendable(markSendable({ n: 1 }));
    run();
    expect(log).toEqual([{ n: 1 }]);
  });
});
