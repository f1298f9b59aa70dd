import { preview } from '../base';
import { misuse } from './misuse';
import { createMockFunction, type MockFunction } from './mock-function';
import { Verification } from './verification';

/** One property of an object that holds a mock, and what it held before. */
interface Replacement {
  readonly object: object;
  readonly key: PropertyKey;
  readonly mock: unknown;
  /** `undefined` if it was inherited. */
  readonly original: PropertyDescriptor | undefined;
}

/** Replaces functions of objects by mocks and tells how they were called. */
export class MockKit {
  #replacements: Replacement[] = [];
  /** The arguments of all calls, by the name of the function that was replaced. */
  readonly #calls = new Map<string, (readonly unknown[])[]>();

  /** Replaces a method, which is given as `object.method`. Answers the mock; it does nothing until `when` says what. */
  mockFunc(object: object, method: unknown): MockFunction {
    const key = keyOf(object, method);
    return this.#mock(object, key, typeof method === 'function' && method.name !== '' ? method.name : String(key));
  }

  /** Replaces a method that TypeScript calls private, by its name. */
  mockPrivateFunc(object: object, name: string): MockFunction {
    if (typeof Reflect.get(object, name) !== 'function') throw noMethod(object, name);
    return this.#mock(object, name, name);
  }

  /** Gives a property, private or not, another value, until {@link clear}. */
  mockProperty(object: object, name: string, value: unknown): void {
    this.#replace(object, name, value);
  }

  /** A new object that has mocks of all the functions of another one, inherited ones included. */
  mockObject(object: object): object {
    const mocked = {};
    for (const key of functionKeys(object)) {
      Reflect.set(
        mocked,
        key,
        createMockFunction((args) => this.#record(String(key), args)),
      );
    }
    return mocked;
  }

  /** @param name of the function that was mocked. @param args with which the calls were made that count. */
  verify(name: string, args: readonly unknown[]): Verification {
    return new Verification(name, args, this.#calls.get(name) ?? []);
  }

  /** Takes one mock back: `object.method` is what it was. */
  ignoreMock(object: object, mock: unknown): void {
    this.#restore((each) => each.object === object && each.mock === mock);
  }

  /** Takes all mocks of an object back. */
  clear(object: object): void {
    this.#restore((each) => each.object === object);
  }

  /** Forgets all calls. What is mocked stays so. */
  clearAll(): void {
    this.#calls.clear();
  }

  #mock(object: object, key: PropertyKey, name: string): MockFunction {
    const mock = createMockFunction((args) => this.#record(name, args));
    this.#replace(object, key, mock);
    return mock;
  }

  #record(name: string, args: readonly unknown[]): void {
    const calls = this.#calls.get(name) ?? [];
    this.#calls.set(name, [...calls, args]);
  }

  #replace(object: object, key: PropertyKey, mock: unknown): void {
    const original = Object.getOwnPropertyDescriptor(object, key);
    this.#replacements.push({ object, key, mock, original });
    Object.defineProperty(object, key, { value: mock, writable: true, configurable: true, enumerable: true });
  }

  /** The last first: what was mocked twice becomes what it was at first. */
  #restore(chosen: (replacement: Replacement) => boolean): void {
    for (const { object, key, original } of this.#replacements.filter(chosen).reverse()) {
      if (original === undefined) Reflect.deleteProperty(object, key);
      else Object.defineProperty(object, key, original);
    }
    this.#replacements = this.#replacements.filter((each) => !chosen(each));
  }
}

function keyOf(object: object, method: unknown): PropertyKey {
  const key =
    typeof method === 'function' ? keysOf(object).find((each) => Reflect.get(object, each) === method) : undefined;
  if (key === undefined) throw noMethod(object, method);
  return key;
}

function functionKeys(object: object): PropertyKey[] {
  return keysOf(object).filter((key) => key !== 'constructor' && typeof Reflect.get(object, key) === 'function');
}

/** Own and inherited ones, without those of all objects. */
function keysOf(object: object): PropertyKey[] {
  const inherited: unknown = Object.getPrototypeOf(object);
  const isLast = inherited === null || Object.getPrototypeOf(inherited) === null;
  return [...Reflect.ownKeys(object), ...(isLast ? [] : keysOf(inherited as object))];
}

function noMethod(object: object, method: unknown): Error {
  const name = typeof method === 'function' ? method.name || 'an anonymous function' : preview(method);
  return misuse(
    `Cannot mock ${name}: it is no method of ${preview(object)}`,
    'mockFunc takes object.method itself, mockPrivateFunc its name.',
  );
}
