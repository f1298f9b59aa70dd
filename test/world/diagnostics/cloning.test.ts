import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../support/outcome';
import { type Telling, telling, text } from './telling';

class Greeter {
  name = 'x';
  greet(): string {
    return this.name;
  }
}

const heard = 'port.onmessage = () => 0;';

describe('a message that arrives with less than was posted', () => {
  it.each([
    [
      { guests: [new Greeter()] },
      'host posted a message with an instance of Greeter at $.guests[0]; it arrives as a plain object [FOW_METHODS_LOST]',
      '  - lost: greet',
      'Hint: send plain data and build the instance on the other side.',
    ],
    [
      { cause: Object.assign(new Error('boom'), { code: 7 }) },
      "host posted a message with an error at $.cause whose own fields don't arrive [FOW_ERROR_FIELDS_LOST]",
      '  - lost: code',
      'Hint: send what the other side needs as plain data: of an error only kind, message and stack arrive.',
    ],
    [
      { load: async function load() {} },
      "host posted a message with the async function load at $.load; what arrives can't be called [FOW_ASYNC_FUNCTION_SENT]",
      'Hint: send data, not functions.',
    ],
  ])('is told: %p', (message: object, ...lines: string[]) => {
    expect(telling(heard).send(message)).toEqual([text(...lines)]);
  });
});

describe('a transfer list', () => {
  it('with a buffer that is nowhere in the message is told', () => {
    const { wk, send } = telling(heard);
    wk.postMessage({ id: 1 }, [new ArrayBuffer(8)]);
    expect(send()).toEqual([
      text(
        'host posted a message whose transfer list holds a buffer that is nowhere in the message [FOW_TRANSFER_UNUSED]',
        '  - entry: 0',
        'Hint: a device leaves such a buffer alone: neither sent nor detached. Put it into the message, or off the list.',
      ),
    ]);
  });

  it('with a buffer that Node can not detach is told', () => {
    const { wk, send } = telling(heard);
    const { Memory } = Reflect.get(globalThis, 'WebAssembly') as {
      Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
    };
    const { buffer } = new Memory({ initial: 1 });
    wk.postMessage({ buffer }, [buffer]);
    expect(send()).toEqual([
      text(
        "host posted a message with a buffer at transfer[0] that Node can't detach; it was copied [FOW_TRANSFER_COPIED]",
        'Hint: a device would move it.',
      ),
    ]);
  });
});

/** What is told of a message that is refused with 10200006. */
function refused({ wk, told }: Telling, ...args: readonly unknown[]): string[] {
  expect(outcomeOf(() => wk.postMessage(...(args as [unknown])))).toMatch(/^threw BusinessError 10200006/);
  return told();
}

describe('a message that can not be sent', () => {
  const plainData = 'Hint: send plain data; leave functions, symbols, accessors and promises out.';

  it('is told, with the path to the culprit', () => {
    expect(refused(telling(heard), { items: [0, { onClick: () => 0 }] })).toEqual([
      text(
        "host posted a message that can't be serialized: $.items[1].onClick is a function [FOW_NOT_SERIALIZABLE]",
        "  - the device says: Serialize don't support object type: Function",
        plainData,
      ),
    ]);
  });

  it('is told, with what older devices keep to themselves', () => {
    expect(refused(telling(heard, 'ThreadWorker', '', { apiVersion: 19 }), Symbol('s'))).toEqual([
      text(
        "host posted a message that can't be serialized: $ is a symbol [FOW_NOT_SERIALIZABLE]",
        "  - devices from API level 20 on say: Serialize don't support object type: Symbol",
        plainData,
      ),
    ]);
  });

  it('as its buffer is detached is told', () => {
    const buffer = new ArrayBuffer(8);
    structuredClone(buffer, { transfer: [buffer] });
    expect(refused(telling(heard), { buffer })).toEqual([
      text(
        "host posted a message that can't be serialized: $.buffer is a detached ArrayBuffer [FOW_NOT_SERIALIZABLE]",
        "  - the device says: Serialize don't support detached array buffer",
        'Hint: a buffer that was transferred is empty: send a copy that was made before.',
      ),
    ]);
  });

  it('as its transfer list holds something else is told', () => {
    const view = new Uint8Array(8);
    expect(refused(telling(heard), view, [view])).toEqual([
      text(
        "host posted a message that can't be serialized: transfer[0] is something other than an ArrayBuffer [FOW_NOT_SERIALIZABLE]",
        '  - the device says: Serialize PrepareTransfer fail',
        'Hint: a transfer list is an array of ArrayBuffers; of a typed array, list its buffer.',
      ),
    ]);
  });

  it('as its transfer list is a proxy is told', () => {
    expect(refused(telling(heard), 1, new Proxy([], {}))).toEqual([
      text(
        "host posted a message that can't be serialized: transfer is a transfer list that is not an array [FOW_NOT_SERIALIZABLE]",
        '  - the device says: Serialize PrepareTransfer fail',
        'Hint: a transfer list is an array of ArrayBuffers; of a typed array, list its buffer.',
      ),
    ]);
  });

  it('as it is too large is told', () => {
    expect(refused(telling(heard), new ArrayBuffer(2 ** 24))).toEqual([
      text(
        "host posted a message that can't be serialized: $ is a message of about 16777272 bytes [FOW_NOT_SERIALIZABLE]",
        '  - the device says: The serialization data size has exceed limit Size, current size is: 16777272 max size is: 16777216',
        'Hint: send less at once; texts, transferred buffers and shared memory do not count.',
      ),
    ]);
  });
});
