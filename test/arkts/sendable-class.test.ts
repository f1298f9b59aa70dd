import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { Sendable } from '../../src/arkts';
import { isSendable } from '../../src/clone';

/** Compiled with standard decorators; the checks of the whole package compile with `experimentalDecorators`. */
@Sendable
class Base {
  static readonly kinds = ['base'];
  base = 1;
  describe(): string {
    return `${this.constructor.name} ${this.base}`;
  }
}

@Sendable
class Derived extends Base {
  derived = 2;
}

describe('Sendable', () => {
  it('marks class, prototype and instances, and keeps name, statics and length', () => {
    const made = new Derived();
    expect([Base, made, new Base(), made.describe].map(isSendable)).toEqual([true, true, true, false]);
    expect([Base.name, Base.kinds, Derived.kinds, made.describe()]).toEqual(['Base', ['base'], ['base'], 'Derived 1']);
    expect(Object.keys(made)).toEqual(['base', 'derived']);
  });

  it('fixes the layout after the fields of a subclass are there', () => {
    const made = new Derived();
    made.derived = 3;
    expect(() => Object.assign(made, { added: 1 })).toThrow(TypeError);
    expect(Object.isSealed(made)).toBe(true);
  });

  it('leaves open an instance of a subclass that is no Sendable class', () => {
    class Ordinary extends Base {}
    expect(Object.isExtensible(new Ordinary())).toBe(true);
  });

  it('marks a function as it is', () => {
    function add(a: number, b: number): number {
      return a + b;
    }
    expect([Sendable(add) === add, isSendable(add)]).toEqual([true, true]);
  });

  it('throws the errors of the realm that the class belongs to', () => {
    const context = createContext({ Sendable });
    const caught = (code: string) =>
      runInContext(`try { ${code} } catch (error) { [error instanceof TypeError, error.message] }`, context);
    expect(caught('new (Sendable(class { field = {}; }))()')).toEqual([
      true,
      'Cannot set sendable property with mismatched type',
    ]);
    expect(caught('Sendable(class Point {})()')).toEqual([
      true,
      "Class constructor Point cannot be invoked without 'new'",
    ]);
  });
});
