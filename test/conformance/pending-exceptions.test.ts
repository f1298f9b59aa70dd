import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';

/** A worker whose onmessage throws on 'fail', and whose onerror throws in turn. */
const twiceFailing = `
  port.onmessage = ({ data }) => { log('onmessage ' + data); if (data === 'fail') throw new Error('boom'); };
  port.onerror = ({ message }) => { if (message === 'Error: boom') throw new Error('in onerror'); };`;

const failing = (script: string) => {
  const started = aWorker(script, { hears: ['exit'] });
  started.wk.onAllErrors = (event?: Error) => started.log.push(`host: ${event?.message}`);
  return started;
};

describe('an exception out of an error handler of the port', () => {
  it('takes the place of the next call of a message listener, and is then an error of its own [L-63]', () => {
    const { send, workers, wk } = failing(`${twiceFailing}
      port.addEventListener('message', ({ data }) => log('first ' + data));
      port.addEventListener('message', ({ data }) => log('second ' + data));`);
    expect(send('fail', 'next')).toEqual([
      'onmessage fail',
      'onmessage next',
      'first next',
      'second next',
      'host: undefined',
      'host: Error: in onerror',
    ]);
    expect(workers.get(wk).errors.map(String)).toEqual(['Error: boom', 'Error: in onerror']);
  });

  it('waits for a listener to be added; one for one call is used up by it [L-63]', () => {
    const { send } = failing(`${twiceFailing}
      port.addEventListener('messageerror', () => log('not this one'));
      setTimeout(() => port.addEventListener('message', () => log('never'), { once: true }), 10);`);
    expect([...send('fail', 'still none')]).toEqual(['onmessage fail', 'onmessage still none', 'host: undefined']);
  });

  it('of an error listener counts as well [L-63]', () => {
    const { send } = failing(`
      port.addEventListener('message', ({ data }) => { if (data === 'fail') throw new Error('boom'); log(data); });
      port.addEventListener('error', ({ message }) => { if (message === 'Error: boom') throw new Error('second'); });`);
    expect(send('fail', 'swallowed', 'heard')).toEqual(['heard', 'host: undefined', 'host: Error: second']);
  });

  it('is lost when no message listener is called any more [L-63]', () => {
    const { wk, send, workers } = failing(twiceFailing);
    send('fail');
    wk.terminate();
    expect(send()).toEqual(['onmessage fail', 'host: undefined', 'exit 1']);
    expect(workers.get(wk).errors.map(String)).toEqual(['Error: boom']);
  });
});

describe('the place of an error event', () => {
  const placed = (script: string) => {
    const { wk, log, send } = aWorker(`port.onmessage = () => { ${script} };`, { hears: [] });
    wk.onerror = (event: Record<string, unknown>) =>
      log.push([event.backtrace, event.filename, event.lineno, event.colno]);
    return send('go')[0];
  };

  it.each([
    ['at x (file.ets:12:34)', 'file.ets', 12, 34],
    ['at x (C:/app/file.ets:1:2)', 'C:/app/file.ets', 1, 2],
    ['at a.ets:5:6\\nat y (b.ets:7:8)\\nat z (c.ets:9:1)', 'b.ets', 7, 8],
  ])('comes from the first parentheses of a stack that the script made up: %s [A-44]', (stack, ...place) => {
    expect(placed(`throw { message: 'x', stack: '${stack}' };`)).toEqual([stack.replaceAll('\\n', '\n'), ...place]);
  });

  it.each(['no parentheses', 'at x (native)', 'at x (file.ets:12)'])(
    'is missing when there is none in such a stack: %s [A-44]',
    (stack) => {
      expect(placed(`throw { stack: '${stack}' };`)).toEqual([stack, undefined, undefined, undefined]);
    },
  );

  it('is read off the text of an error, too, whose stack the script has replaced at once [A-44]', () => {
    const place = ['at x (file.ets:12:34)', 'file.ets', 12, 34];
    expect(placed("throw Object.assign(new Error('boom'), { stack: 'at x (file.ets:12:34)' });")).toEqual(place);
  });

  it('is not that of parentheses in the message of a real error [A-44]', () => {
    expect(placed("throw new Error('boom (1:2:3)');")).toEqual([
      expect.stringMatching(/^ {4}at /),
      expect.stringMatching(/^entry\/src\/ohosTest\/ets\/generated\/\w+\/w\.ts$/),
      1,
      expect.any(Number),
    ]);
  });

  it('is missing when the stack can not be read [A-44]', () => {
    const { wk, log, send } = aWorker("port.onmessage = () => { throw { get stack() { throw new Error('no'); } }; };", {
      hears: [],
    });
    wk.onerror = (event: unknown) => log.push(event);
    expect(send('go')).toEqual([undefined]);
  });
});
