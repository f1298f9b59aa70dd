import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { arriving, failing, notesOf, unsupported } from './outcome';

class Account {
  readonly #pin = 7;
  owner = 'Ann';
  isOpenedBy(pin: number): boolean {
    return pin === this.#pin;
  }
}
class Savings extends Account {}
class Registry extends Map {
  #size = 0;
  grow(): number {
    return ++this.#size;
  }
}

describe('an instance of a class with #private fields', () => {
  it.each<[string, object, string]>([
    ['itself', new Account(), 'Account'],
    ['frozen', Object.freeze(new Account()), 'Account'],
    ['of a subclass', new Savings(), 'Savings'],
    ['of a builtin class', new Registry(), 'Registry'],
    ['of another realm', runInNewContext('class Odd { #a = 1; get b() { return this.#a; } }; new Odd()'), 'Odd'],
  ])('is refused: %s [S-16]', (_what, x, name) => {
    expect(failing([{ x }])).toEqual({
      reason: unsupported('Symbol'),
      path: '$[0].x',
      what: `an instance of ${name}, which has #private fields`,
    });
  });

  it('arrives if it is an error, whose fields are not sent [S-13]', () => {
    class Coded extends Error {
      #code = 7;
      next(): number {
        return ++this.#code;
      }
    }
    expect(arriving(new Coded('x')).message).toBe('x');
  });
});

describe('an instance of a class whose text only looks so', () => {
  class Painted {
    static #made = 0;
    color = '#red';
    static count(): number {
      return ++Painted.#made;
    }
  }

  it('arrives [S-16]', () => {
    expect(arriving([new Painted(), new Painted()])).toEqual([{ color: '#red' }, { color: '#red' }]);
    expect(notesOf(new Painted())).toEqual([]);
  });
});

it('leaves no global behind, and runs no getter [S-2]', () => {
  const globals = Reflect.ownKeys(globalThis).length;
  const trapped = Object.defineProperty(new Account(), 'now', {
    get: () => {
      throw new Error('ran');
    },
  });
  expect(failing(trapped).reason).toBe(unsupported('Symbol'));
  expect(Reflect.ownKeys(globalThis)).toHaveLength(globals);
});
