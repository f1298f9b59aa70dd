import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';

describe('a script that awaits at its top level', () => {
  it('goes on as a starting worker after promises that are resolved: its posts are dropped [L-14, L-12]', () => {
    const { send, workers, wk } = aWorker(`
      port.postMessage('before');
      port.postMessage(await Promise.resolve('after one'));
      for await (const each of ['after several', 'after more']) port.postMessage(each);`);
    expect(send()).toEqual([]);
    expect(workers.get(wk).dropped.map(({ data }) => data)).toEqual([
      'before',
      'after one',
      'after several',
      'after more',
    ]);
    expect(workers.get(wk).state).toBe('running');
  });

  it('goes on as a running worker after a timer: its posts arrive [L-14, L-13]', () => {
    const { send, workers } = aWorker(`
      await new Promise((resolve) => setTimeout(resolve, 5));
      port.postMessage('after the timer');
      await null;
      port.postMessage('and after a job');`);
    expect(send()).toEqual([]);
    workers.clock.advance(5);
    expect(send()).toEqual(['host got after the timer', 'host got and after a job']);
  });

  it('loses the messages that come before it has set its handler [L-15]', () => {
    const { send, workers } = aWorker(`
      await new Promise((resolve) => setTimeout(resolve, 5));
      port.onmessage = ({ data }) => port.postMessage(data);`);
    expect(send('early')).toEqual([]);
    workers.clock.advance(5);
    expect(send('late')).toEqual(['host got late']);
  });

  it.each([
    ['at once', 'await Promise.reject(new TypeError("refused"));'],
    ['before it', 'throw new TypeError("refused"); await null;'],
    ['later', 'await new Promise((resolve) => setTimeout(resolve, 0)); throw new TypeError("refused");'],
  ])('has an error of class (b) when it fails %s: the worker stays as it is [L-14, L-52]', (_, failing) => {
    const { send, workers, wk } = aWorker(`port.onmessage = ({ data }) => port.postMessage(data); ${failing}`, {
      hears: ['message', 'error', 'exit', 'allErrors'],
    });
    expect(send(1)).toEqual(expect.arrayContaining(['onAllErrors refused', 'host got 1']));
    expect(send(2)).toHaveLength(3);
    expect(workers.get(wk).state).toBe('running');
  });

  it('may close itself, and is not heard of again [L-14, L-39]', () => {
    const { send } = aWorker(`
      port.onmessage = ({ data }) => port.postMessage(data);
      await null;
      port.close();
      await new Promise((resolve) => setTimeout(resolve, 0));
      port.postMessage('never');`);
    expect(send(1)).toEqual(['exit 0']);
  });
});
