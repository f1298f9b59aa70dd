import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { hilog } from '../../src/hilog';

const methods = ['debug', 'info', 'warn', 'error'] as const;
let written: string[];

beforeEach(() => {
  written = [];
  for (const method of methods) {
    jest.spyOn(console, method).mockImplementation((line: string) => void written.push(`${method} ${line}`));
  }
});

afterEach(() => {
  jest.restoreAllMocks();
  hilog.setMinLogLevel(hilog.LogLevel.DEBUG);
});

it.each(['debug', 'info', 'warn', 'error', 'fatal'] as const)('%s writes domain, tag and text', (level) => {
  hilog[level](0xff00, 'album', 'shrinks %{public}s', 'cat');
  expect(written).toEqual([`${level === 'fatal' ? 'error' : level} A0FF00/album: shrinks cat`]);
});

describe('an argument', () => {
  it.each<[string, unknown, string]>([
    ['%{public}s', 'text', 'text'],
    ['%{public}s', undefined, 'undefined'],
    ['%{public}s', { a: 1 }, '{ a: 1 }'],
    ['%{public}d', 3.5, '3.5'],
    ['%{public}i', 10n, '10'],
    ['%{public}d', 'text', 'NaN'],
    ['%{public}o', { a: [1] }, '{"a":[1]}'],
    ['%{public}O', null, 'null'],
    ['%{public}j', circular(), '<ref *1> { self: [Circular *1] }'],
    ['%{private}s', 'secret', '<private>'],
    ['%s', 'secret', '<private>'],
    ['100%%', 'unused', '100%'],
  ])('is shown as its placeholder says: %s of %p', (format, value, text) => {
    hilog.info(0, 't', format, value);
    expect(written).toEqual([`info A00000/t: ${text}`]);
  });

  it('that is missing leaves its placeholder', () => {
    hilog.info(0, 't', '%{public}s and %{public}d', 'one');
    expect(written).toEqual(['info A00000/t: one and %{public}d']);
  });
});

it('writes nothing below the lowest level that was set', () => {
  hilog.setMinLogLevel(hilog.LogLevel.WARN);
  hilog.info(0, 't', 'a');
  hilog.warn(0, 't', 'b');
  const loggable = [hilog.LogLevel.INFO, hilog.LogLevel.WARN].map((level) => hilog.isLoggable(0, 't', level));
  expect([written, loggable]).toEqual([['warn A00000/t: b'], [false, true]]);
});

function circular(): object {
  const value: { self?: object } = {};
  value.self = value;
  return value;
}
