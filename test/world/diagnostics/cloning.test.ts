import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../support/outcome';
import { telling, text } from './telling';

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

it('a message that can not be sent is told, with the path to the culprit', () => {
  const { wk, told } = telling(heard);
  expect(outcomeOf(() => wk.postMessage({ items: [0, { onClick: () => 0 }] }))).toMatch(
    /^threw BusinessError 10200006/,
  );
  expect(told()).toEqual([
    text(
      "host posted a message that can't be serialized: $.items[1].onClick is a function [FOW_NOT_SERIALIZABLE]",
      "  - the device says: Serialize don't support object type: Function",
      'Hint: send plain data; leave functions, symbols, accessors and promises out.',
    ),
  ]);
});
