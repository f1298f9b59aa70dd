import { describe, expect, it } from '@jest/globals';
import { anApp } from './support/an-app';

/** A worker that sends back what it gets. */
const echo = `worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessage(data);`;

function aHost() {
  const app = anApp({ 'w.ts': echo });
  const wk = new app.worker.ThreadWorker(app.url('w.ts'));
  const { log } = app;
  /** A listener that writes down its name and the message. */
  const noting = (name: string) => (event: unknown) =>
    log.push(`${name} ${typeof event === 'object' ? (event as { data?: unknown }).data : event}`);
  const echoing = (...values: unknown[]) => {
    for (const value of values) wk.postMessage(value);
    return app.run();
  };
  return { ...app, wk, noting, echoing };
}

describe('listeners of a host object', () => {
  it('are called in the order of registration, after the handler property [L-80, L-82]', () => {
    const { wk, noting, echoing } = aHost();
    wk.on('message', noting('on'));
    wk.once('message', noting('once'));
    wk.addEventListener('message', noting('added'));
    wk.onmessage = noting('onmessage');
    expect(echoing(1, 2)).toEqual(['onmessage 1', 'on 1', 'once 1', 'added 1', 'onmessage 2', 'on 2', 'added 2']);
  });

  it('are called with the worker as this [L-24]', () => {
    const { wk, log, echoing } = aHost();
    wk.onmessage = function (this: unknown) {
      log.push(this === wk);
    } as never;
    wk.on('message', function (this: unknown) {
      log.push(this === wk);
    });
    expect(echoing(1)).toEqual([true, true]);
  });

  it('are called once per function and type; the first registration decides how often [L-81, E-74]', () => {
    const { wk, noting, echoing } = aHost();
    const [permanent, single] = [noting('permanent'), noting('single')];
    wk.on('message', permanent);
    wk.once('message', permanent);
    wk.once('message', single);
    wk.on('message', single);
    expect(echoing(1, 2)).toEqual(['permanent 1', 'single 1', 'permanent 2']);
  });

  it('become permanent by a third argument of once that is an object without once: true [A-30]', () => {
    const { wk, noting, echoing } = aHost();
    const options = [{}, { once: false }, { once: 1 }, [], { once: true }, undefined, null, true];
    for (const [at, option] of options.entries()) wk.once('message', noting(`${at}`), option);
    wk.once('message', noting('none'));
    wk.on('message', noting('on'), { once: true });
    echoing(1);
    expect(echoing(2).slice(10)).toEqual(['0 2', '1 2', '2 2', '3 2', 'on 2']);
  });

  it('are removed one by one, by type, or all together; the property stays [L-86]', () => {
    const { wk, log, noting, echoing } = aHost();
    const [a, b, c] = [noting('a'), noting('b'), noting('c')];
    wk.onmessage = noting('onmessage');
    for (const listener of [a, b, c]) wk.on('message', listener);
    wk.on('exit', c);
    wk.off('message', b);
    echoing(1);
    wk.removeEventListener('message');
    echoing(2);
    wk.on('message', a);
    wk.removeAllListener();
    wk.terminate();
    echoing();
    expect(log).toEqual(['onmessage 1', 'a 1', 'c 1', 'onmessage 2']);
  });

  it('of the host stay when the worker is told to stop [L-87]', () => {
    const { wk, noting, run } = aHost();
    wk.on('exit', noting('exit'));
    wk.terminate();
    expect(run()).toEqual(['exit 0']);
  });

  it('that are added while the event is on its way are called in time [L-84]', () => {
    const { wk, noting, echoing } = aHost();
    const added = noting('added');
    wk.on('message', () => wk.on('message', added));
    wk.on('message', noting('last'));
    expect(echoing(1)).toEqual(['last 1', 'added 1']);
  });

  it('that the last one adds while the event is on its way wait for the next event [L-84]', () => {
    const { wk, noting, echoing } = aHost();
    const added = noting('added');
    wk.on('message', noting('first'));
    wk.on('message', () => wk.on('message', added));
    expect(echoing(1, 2)).toEqual(['first 1', 'first 2', 'added 2']);
  });

  it('that were to be called once are removed after the call: adding themselves again is lost [L-83]', () => {
    const { wk, log, echoing } = aHost();
    const again = (): void => {
      log.push('called');
      wk.once('message', again);
    };
    wk.once('message', again);
    expect(echoing(1, 2)).toEqual(['called']);
  });

  it('that were to be called once are called again by a dispatch inside the call [L-83]', () => {
    const { wk, log } = aHost();
    wk.once('x', ({ depth }: { depth: number }) => {
      log.push(depth);
      if (depth < 2) wk.dispatchEvent({ type: 'x', depth: depth + 1 });
    });
    wk.dispatchEvent({ type: 'x', depth: 1 });
    wk.dispatchEvent({ type: 'x', depth: 9 });
    expect(log).toEqual([1, 2]);
  });

  it('that were removed while the event is on its way are passed over [L-85]', () => {
    const { wk, noting, echoing } = aHost();
    const removed = noting('removed');
    const first = (): void => wk.off('message', removed) as undefined;
    wk.on('message', first);
    wk.on('message', removed);
    wk.on('message', noting('last'));
    expect(echoing(1)).toEqual(['last 1']);
  });

  it('may remove themselves, their type, or everything [L-85]', () => {
    const { wk, log, noting, echoing } = aHost();
    const self = (): void => {
      log.push('self');
      wk.off('message', self);
    };
    wk.on('message', self);
    wk.once('message', () => wk.off('message'));
    wk.on('message', noting('never'));
    expect(echoing(1, 2)).toEqual(['self']);
  });

  it('are looked up for each message of a batch [L-25]', () => {
    const { wk, noting, echoing } = aHost();
    wk.onmessage = ({ data }: { data: unknown }) => {
      if (data === 1) wk.on('message', noting('late'));
    };
    expect(echoing(1, 2)).toEqual(['late 1', 'late 2']);
  });

  it('have types that are cut at 1024 UTF-8 bytes, in whatever call [E-7]', () => {
    const { wk, log } = aHost();
    const long = 't'.repeat(2000);
    const listener = () => log.push('heard');
    wk.on(long, listener);
    wk.dispatchEvent({ type: 't'.repeat(1024) });
    wk.dispatchEvent({ type: long });
    wk.off(long, listener);
    wk.dispatchEvent({ type: long });
    expect(log).toEqual(['heard', 'heard']);
  });

  it('may answer what they like, promises too: nobody waits [L-89]', () => {
    const { wk, log, echoing } = aHost();
    wk.onmessage = async () => {
      log.push('started');
      await new Promise(() => undefined);
      log.push('never');
    };
    expect(echoing(1, 2)).toEqual(['started', 'started']);
  });
});

describe('dispatchEvent of a host object', () => {
  it('gives the very object to the handler property, then to the listeners, and answers true [A-48, L-82]', () => {
    const { wk, log } = aHost();
    const event = { type: 'message', mine: true };
    wk.onmessage = (given: unknown) => log.push(['onmessage', given === event]);
    wk.on('message', (given: unknown) => log.push(['listener', given === event]));
    expect([wk.dispatchEvent(event), log]).toEqual([
      true,
      [
        ['onmessage', true],
        ['listener', true],
      ],
    ]);
  });

  it.each(['message', 'messageerror', 'error'])('calls on%s [L-82]', (type) => {
    const { wk, log } = aHost();
    Reflect.set(wk, `on${type}`, () => log.push(`on${type}`));
    wk.dispatchEvent({ type });
    expect(log).toEqual([`on${type}`]);
  });

  it('calls neither onexit nor onAllErrors nor handlers of unknown types, and stops nothing [L-82]', () => {
    const { wk, log, workers } = aHost();
    for (const type of ['exit', 'AllErrors', 'custom']) Reflect.set(wk, `on${type}`, () => log.push(`on${type}`));
    wk.onerror = () => log.push('onerror');
    wk.on('exit', () => log.push('exit listener'));
    for (const type of ['exit', 'AllErrors', 'custom', 'error']) wk.dispatchEvent({ type });
    workers.run();
    expect([log, workers.get(wk).state]).toEqual([['exit listener', 'onerror'], 'running']);
  });

  it('lets an exception through, skips what comes after, and forgets listeners for one call [L-72]', () => {
    const { wk, log, noting } = aHost();
    const failing = (): void => {
      throw new Error('mine');
    };
    wk.on('x', noting('before'));
    wk.on('x', failing);
    wk.once('x', noting('once'));
    wk.on('x', noting('after'));
    expect(() => wk.dispatchEvent({ type: 'x' })).toThrow(new Error('mine'));
    wk.off('x', failing);
    wk.dispatchEvent({ type: 'x' });
    expect(log).toEqual(['before undefined', 'before undefined', 'after undefined']);
  });

  it('lets an exception of the handler property through and skips the listeners [L-72]', () => {
    const { wk, log, noting } = aHost();
    wk.onmessage = () => {
      throw new Error('mine');
    };
    wk.once('message', noting('once'));
    wk.on('message', noting('listener'));
    expect(() => wk.dispatchEvent({ type: 'message' })).toThrow(new Error('mine'));
    wk.onmessage = undefined;
    wk.dispatchEvent({ type: 'message' });
    expect(log).toEqual(['listener undefined']);
  });
});
