import collections from '@arkts.collections';
import { describe, expect, it, jest } from '@jest/globals';
import * as kit from '@kit.ArkTS';
import { outcomeOf } from '../../world/support/outcome';
import { anApp } from '../support/an-app';
import { arriving, refusalOf, sharing } from '../support/crossing';

@Sendable
class Box {
  content: unknown = undefined;
}

const imports = "import { collections } from '@kit.ArkTS';";

/** What a worker answers to a message sent by reference. */
const exchanged = (expression: string, message: unknown): unknown => sharing(expression, imports)(message);

const samples: Readonly<Record<string, () => object>> = {
  Array: () => new collections.Array<unknown>('a', new collections.Array(1)),
  Map: () => new collections.Map<string, unknown>([['a', new collections.Set([1])]]),
  Set: () => new collections.Set([1, 'a']),
  ArrayBuffer: () => new collections.ArrayBuffer(4),
  Uint8Array: () => new collections.Uint8Array([1, 2, 3]),
  BigInt64Array: () => new collections.BigInt64Array([1n]),
  BitVector: () => new collections.BitVector(3),
};
const names = Object.keys(samples);
const classNamed = (name: string) => Reflect.get(collections, name) as new () => object;

describe('collections', () => {
  it('are the same classes in the kit, in their module and in every thread [A-63]', () => {
    const { worker, url, run } = anApp({
      'w.ts': `${imports} import own from '@arkts.collections'; log(collections, own);`,
    });
    new worker.ThreadWorker(url('w.ts'));
    for (const found of [kit.collections, ...run()]) expect(found).toBe(collections);
  });

  it('are the same classes for a worker without a realm of its own, and after jest.resetModules [A-63]', () => {
    const script = "import own from '@arkts.collections'; log(own);";
    const { worker, url, run } = anApp({ 'w.ts': script }, { isolation: 'module' });
    new worker.ThreadWorker(url('w.ts'));
    jest.resetModules();
    expect(require('@arkts.collections').default).toBe(collections);
    expect(run()[0]).toBe(collections);
  });

  it('are there when a test mocks another part of the kit [A-63]', () => {
    jest.doMock('@kit.ArkTS', () => ({ ...jest.requireActual<object>('@kit.ArkTS'), util: 'mock' }));
    const { worker, url, run } = anApp({
      'w.ts': `import * as kit from '@kit.ArkTS'; log(kit.collections, kit.util);`,
    });
    new worker.ThreadWorker(url('w.ts'));
    const [found, util] = run();
    jest.dontMock('@kit.ArkTS');
    expect([found === collections, util]).toEqual([true, 'mock']);
  });

  it('are not all that has a name of this kind: other modules have to be mocked [A-63]', () => {
    expect(outcomeOf(() => require('@arkts.math.Decimal'))).toMatch(
      /^threw FakeOhosWorkerError FOW_MODULE_NOT_PROVIDED: /,
    );
  });

  it.each(names)('collections.%s is copied by postMessage, and keeps its class [S-52]', (name) => {
    const sent = samples[name]?.();
    const arrived = arriving({ sent }).sent;
    expect(arrived).not.toBe(sent);
    expect(arrived).toEqual(sent);
    expect(arrived).toBeInstanceOf(classNamed(name));
  });

  it.each(names)('collections.%s goes by reference with postMessageWithSharedSendable, and back [S-53]', (name) => {
    const sent = samples[name]?.();
    expect(exchanged(`{ data, known: data.list[0] instanceof collections.${name} }`, { list: [sent] })).toEqual({
      data: { list: [sent] },
      known: true,
    });
    expect(exchanged('data.list[0]', { list: [sent] })).toBe(sent);
  });

  it('hold by reference what they hold, and copied Sendables that they hold in a copy [S-52, S-53]', () => {
    const box = new Box();
    const list = new collections.Array(box, box);
    expect(exchanged('data[1]', list)).toBe(box);
    const arrived = arriving(list);
    expect([arrived[0] === box, arrived[0] === arrived[1]]).toEqual([false, true]);
  });

  it('that hold themselves are copied [S-52]', () => {
    const list = new collections.Array<unknown>(1);
    list.push(new collections.Map([['list', list]]));
    const arrived = arriving(list);
    expect((arrived[1] as Map<string, unknown>).get('list')).toBe(arrived);
  });

  it('show writes of the other thread at once [S-53]', () => {
    const list = new collections.Array(1);
    const map = new collections.Map([['n', 1]]);
    const bytes = new collections.Uint8Array(2);
    exchanged("(data.list.push(2), data.map.set('n', 2), data.bytes.fill(7), 0)", { list, map, bytes });
    expect([[...list], map.get('n'), [...bytes]]).toEqual([[1, 2], 2, [7, 7]]);
  });

  it('are made by a worker for the host [S-53]', () => {
    const made = exchanged('new collections.Array(1, 2)', 0);
    expect(made).toBeInstanceOf(collections.Array);
    expect(made).toEqual([1, 2]);
  });
});

describe('a transfer list', () => {
  it('may be a collections.Array by its type, which then can not be read [E-6, S-39, S-61]', () => {
    const list = new collections.Array(new collections.ArrayBuffer(1));
    expect(refusalOf(1, list as never)).toBe('Serialize PrepareTransfer fail');
  });

  it('can not have a sendable buffer [S-38, S-57]', () => {
    const buffer = new collections.ArrayBuffer(8);
    expect(refusalOf(buffer, [buffer])).toBe('Serialize PrepareTransfer fail');
    expect(buffer.byteLength).toBe(8);
  });
});

describe('a sendable buffer', () => {
  it('counts for the size of a message when it is copied, not when it is shared [S-46]', () => {
    const { worker, url, run } = anApp({ 'w.ts': 'worker.workerPort.onmessage = ({ data }) => log(data.byteLength);' });
    const wk = new worker.ThreadWorker(url('w.ts'));
    const buffer = new collections.ArrayBuffer(20 * 1024 * 1024);
    wk.postMessageWithSharedSendable(buffer);
    expect(outcomeOf(() => wk.postMessage(buffer))).toMatch(/The serialization data size has exceed limit Size/);
    expect(run()).toEqual([buffer.byteLength]);
  });

  it('that is detached is refused by a text of its own [S-57]', () => {
    const buffer = new collections.ArrayBuffer(8);
    structuredClone(0, { transfer: [buffer as never] });
    expect(refusalOf({ buffer })).toBe("Serialize don't support serialize detached sendable array buffer");
  });

  it('is copied once for all its views [S-52]', () => {
    const buffer = new collections.ArrayBuffer(8);
    const arrived = arriving([new collections.Uint8Array(buffer, 4), new collections.Int32Array(buffer)] as const);
    expect([arrived[0].buffer === arrived[1].buffer, arrived[0].byteOffset]).toEqual([true, 4]);
    expect(arrived[0].buffer).toBeInstanceOf(collections.ArrayBuffer);
  });
});

describe('a collection in a worker', () => {
  it('throws errors of that realm [S-56]', () => {
    const { worker, url, run } = anApp({
      'w.ts': `${imports} const list = new collections.Array(1);
        const thrown = (run) => { try { run(); } catch (error) { return [error instanceof Error, error.code]; } };
        log(thrown(() => list[1]), thrown(() => list.push({})), thrown(() => { list.x = 1; }));`,
    });
    new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual([
      [true, 10200001],
      [true, 401],
      [true, undefined],
    ]);
  });

  it('gives an uncaught error its place [S-56, A-44]', () => {
    const { worker, url, run } = anApp({
      'w.ts': `${imports} worker.workerPort.onmessage = () => new collections.Set([{}]);`,
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    let heard = '';
    wk.onerror = (event?: { message: string; filename?: string }) => {
      heard = `${event?.message} in ${event?.filename?.split('/').at(-1)}`;
    };
    wk.postMessage(1);
    run();
    expect(heard).toBe('BusinessError: Parameter error.Only accept sendable value. in w.ts');
  });

  it('can not be sent where it is no Sendable: the port, a host object [S-31c]', () => {
    const { worker, url } = anApp({ 'w.ts': '' });
    const wk = new worker.ThreadWorker(url('w.ts'));
    expect(outcomeOf(() => new collections.Array<unknown>(wk))).toBe(
      'threw BusinessError 401: Parameter error.Only accept sendable value.',
    );
  });
});
