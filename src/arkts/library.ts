import { markCommonClass } from '../clone';
import { isStorable } from './sendable-class';

/** The JS thread that is calling a function of the library. */
export interface CallingThread {
  /** The process that it belongs to; the library outlives processes. */
  readonly process: object;
  /** An error of its realm. */
  businessError(code: number, message: string): Error;
  /** A global variable of its realm. */
  global(name: string): unknown;
  /** Lets it go on, in a task of its own if another thread is at work now. */
  wake(callback: () => void): void;
}

export type Body = (self: object, args: unknown[]) => unknown;
export type Class = new (...args: never[]) => object;

/** What a method does to its collection: while a callback looks at it, nobody may change it. */
type Access = 'reads' | 'iterates' | 'writes';

/** What all classes of the library have in common: how they are made, and how they refuse. */
export class Library {
  #iterations = new WeakMap<object, number>();

  constructor(readonly thread: () => CallingThread) {}

  raise(code: number, message: string): never {
    throw this.thread().businessError(code, message);
  }

  typeError(message: string): never {
    const RealmTypeError = this.thread().global('TypeError') as TypeErrorConstructor;
    throw new RealmTypeError(message);
  }

  /** Ordinary objects can't be stored in Sendables. */
  checkStorable(values: Iterable<unknown>): void {
    for (const value of values) {
      if (!isStorable(value)) this.raise(401, 'Parameter error.Only accept sendable value.');
    }
  }

  /** A class that all threads have in common; `make` answers an instance whose prototype is that of the second argument. */
  defineClass(name: string, make: (args: unknown[], target: Class) => object): Class {
    const library = this;
    function construct(...args: unknown[]): object {
      if (new.target === undefined) {
        library.raise(10200012, `The ArkTS ${name}'s constructor cannot be directly invoked.`);
      }
      return make(args, new.target as unknown as Class);
    }
    Object.defineProperty(construct, 'name', { value: name, configurable: true });
    // Not configurable: only the engine's own tags are, and by these cloning knows builtin prototypes.
    Object.defineProperty(construct.prototype, Symbol.toStringTag, { value: name });
    markCommonClass(construct.prototype);
    return construct as unknown as Class;
  }

  defineMethods(type: Class, access: Access, bodies: Readonly<Record<string, Body>>): void {
    for (const [name, body] of Object.entries(bodies)) {
      const value = this.#guard(type, name, access, body);
      Object.defineProperty(type.prototype, name, { value, writable: true, configurable: true });
    }
  }

  /** Methods that the engine's class of the same kind has. */
  borrowMethods(type: Class, access: Access, from: object, names: readonly string[]): void {
    const bodies = names.map((name): [string, Body] => {
      const method = Reflect.get(from, name);
      return [name, (self, args) => Reflect.apply(method, self, args)];
    });
    this.defineMethods(type, access, Object.fromEntries(bodies));
  }

  /** `for … of` does what the method of the given name does. */
  defineIterator(type: Class, name: string): void {
    const value: unknown = Reflect.get(type.prototype, name);
    Object.defineProperty(type.prototype, Symbol.iterator, { value, writable: true, configurable: true });
  }

  defineStatics(type: Class, members: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(members)) {
      Object.defineProperty(type, name, { value, writable: true, configurable: true });
    }
  }

  /** Getters of the engine's class of the same kind. */
  borrowGetters(type: Class, from: object, names: readonly string[]): void {
    for (const name of names) {
      Object.defineProperty(type.prototype, name, Object.getOwnPropertyDescriptor(from, name) ?? {});
    }
  }

  #guard(type: Class, name: string, access: Access, body: Body): object {
    const library = this;
    const method = function (this: unknown, ...args: unknown[]): unknown {
      if (!(this instanceof type)) return library.raise(10200011, `The ${name} method cannot be bound.`);
      if (access === 'iterates') return library.#iterate(this, () => body(this, args));
      if (access === 'writes') library.#checkWritable(this);
      return body(this, args);
    };
    return Object.defineProperty(method, 'name', { value: name, configurable: true });
  }

  /** Code of the user's was cut off, past every `finally`: no callback looks at a collection any more. */
  forgetIterations(): void {
    this.#iterations = new WeakMap();
  }

  #iterate(self: object, body: () => unknown): unknown {
    const before = this.#iterations.get(self) ?? 0;
    this.#iterations.set(self, before + 1);
    try {
      return body();
    } finally {
      this.#iterations.set(self, before);
    }
  }

  #checkWritable(self: object): void {
    if ((this.#iterations.get(self) ?? 0) > 0) this.raise(10200201, 'Concurrent modification exception');
  }
}
