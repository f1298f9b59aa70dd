import { describe, expect, it } from '@jest/globals';
import { redact } from '../../src/trace/redact';

const names = new Set(['password', 'token']);

describe('redaction', () => {
  it('replaces the values of properties by name, however deep', () => {
    const value = {
      user: 'a',
      password: 'p',
      list: [{ token: { a: 1 } }],
      map: new Map([
        ['token', 't'],
        ['b', 'c'],
      ]),
    };
    expect(redact(value, names)).toEqual({
      user: 'a',
      password: '[redacted]',
      list: [{ token: '[redacted]' }],
      map: new Map([
        ['token', '[redacted]'],
        ['b', 'c'],
      ]),
    });
  });

  it('leaves the value itself as it is, and answers it when there is nothing to hide', () => {
    const value = { password: 'p' };
    redact(value, names);
    expect(value).toEqual({ password: 'p' });
    expect(redact(value, new Set())).toBe(value);
  });

  it('keeps classes, cycles, errors, sets, getters and buffers', () => {
    class Login {
      password = 'p';
    }
    const value: Record<string, unknown> = {
      login: new Login(),
      error: Object.assign(new RangeError('far', { cause: { token: 1 } }), { password: 'p' }),
      set: new Set([{ token: 1 }]),
      bytes: new Uint8Array([1]),
      get now() {
        return 1;
      },
    };
    value.self = value;
    const copy = redact(value, names) as typeof value;
    expect(copy.self).toBe(copy);
    expect(copy.login).toBeInstanceOf(Login);
    expect(copy).toMatchObject({
      login: { password: '[redacted]' },
      error: { name: 'RangeError', message: 'far', cause: { token: '[redacted]' }, password: '[redacted]' },
      set: new Set([{ token: '[redacted]' }]),
      bytes: new Uint8Array([1]),
    });
    expect(Object.getOwnPropertyDescriptor(copy, 'now')?.get).toBeDefined();
  });

  it('does not run getters', () => {
    const value = {
      get token(): never {
        throw new Error('was run');
      },
    };
    expect(redact(value, names)).toEqual({ token: '[redacted]' });
  });
});
