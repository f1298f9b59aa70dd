import { describe, expect, it } from '@jest/globals';
import { arriving, notesOf } from './outcome';

describe('an error', () => {
  it.each([Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError])(
    'keeps its kind, message and stack: %p [S-13]',
    (Kind) => {
      const message = new Kind('boom');
      const arrived = arriving(message);
      expect(Object.getPrototypeOf(arrived)).toBe(Kind.prototype);
      expect(Object.getOwnPropertyDescriptors(arrived)).toEqual({
        message: { value: 'boom', writable: true, enumerable: false, configurable: true },
        stack: { value: message.stack, writable: true, enumerable: false, configurable: true },
      });
    },
  );

  it('loses code, cause, name and every other field, which are not looked into [S-13]', () => {
    class BusinessError extends RangeError {
      override name = 'BusinessError';
      code = 10200006;
      retry = () => {};
    }
    const message = new BusinessError('boom', { cause: Symbol('why') });
    const arrived = arriving(message);
    expect(Object.getOwnPropertyNames(arrived).sort()).toEqual(['message', 'stack']);
    expect(Object.getPrototypeOf(arrived)).toBe(RangeError.prototype);
    expect(String(arrived)).toBe('RangeError: boom');
    expect(arrived.stack).toBe(message.stack);
    expect(notesOf({ error: message })).toEqual([
      { kind: 'error-fields-lost', path: '$.error', fields: ['cause', 'name', 'code', 'retry'] },
    ]);
  });

  it('that is an AggregateError loses its errors [S-13]', () => {
    const arrived = arriving(new AggregateError([new Error('one')], 'many'));
    expect(Object.getPrototypeOf(arrived)).toBe(AggregateError.prototype);
    expect(Object.getOwnPropertyNames(arrived).sort()).toEqual(['message', 'stack']);
    expect(arrived.message).toBe('many');
  });

  it('that is referenced twice arrives twice [S-13]', () => {
    const error = new Error('boom');
    const [first, second] = arriving([error, error]);
    expect(first).toEqual(second);
    expect(first).not.toBe(second);
  });

  it('that contains itself is fine [S-13]', () => {
    const error = new Error('boom');
    error.cause = error;
    expect(arriving({ error }).error.message).toBe('boom');
  });

  it('has its message looked up, so that getters run and inherited ones count [S-13]', () => {
    const computed = Object.defineProperty(new Error(), 'message', { get: () => 'computed' });
    expect(arriving(computed).message).toBe('computed');
    expect(Object.getOwnPropertyNames(arriving(new Error())).sort()).toEqual(['message', 'stack']);
    expect(arriving(new Error()).message).toBe('');
  });

  it.each([
    ['is not a string', { value: 7 }],
    [
      'throws',
      {
        get: () => {
          throw new Error('ran');
        },
      },
    ],
  ])('whose message %s gets a fresh stack and no message of its own [S-13]', (_case, descriptor) => {
    const message = Object.defineProperty(new TypeError('boom'), 'message', descriptor);
    const arrived = arriving(message);
    expect(Object.getOwnPropertyNames(arrived)).toEqual(['stack']);
    expect(arrived.stack).toBe('TypeError');
  });

  it('whose stack is not a string gets a fresh one [S-13]', () => {
    expect(arriving(Object.assign(new TypeError('boom'), { stack: 7 })).stack).toBe('TypeError: boom');
  });

  it('in name only is an object like any other [S-13]', () => {
    expect(arriving(Object.assign(Object.create(Error.prototype), { code: 1 }))).toEqual({ code: 1 });
  });

  it('that is not one, but has captured a stack, keeps that as a field [S-14]', () => {
    const message = { code: 1, stack: '' };
    Error.captureStackTrace(message);
    const arrived = arriving(message);
    expect(arrived.code).toBe(1);
    expect(Object.getOwnPropertyDescriptor(arrived, 'stack')).toMatchObject({
      value: message.stack,
      enumerable: false,
    });
  });
});
