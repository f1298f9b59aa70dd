import { describe, expect, it } from '@jest/globals';
import { addNote, messageOf, thrownIn } from '../../src/jest/failure-note';

const noted = (...failures: unknown[]): unknown[] => {
  addNote(failures, 'note');
  return failures;
};

describe('a note on a failure', () => {
  it('stands below the message of an error, also in what Jest prints: its stack', () => {
    const error = new Error('first line\nsecond line');
    error.stack = 'Error: first line\nsecond line\n    at somewhere';
    noted([error, new Error('made where the test begins')], 'another');
    expect([error.message, error.stack]).toEqual([
      'first line\nsecond line\n\nnote',
      'Error: first line\nsecond line\n\nnote\n    at somewhere',
    ]);
  });

  it('is added to a text, which Jest keeps with an error beside it', () => {
    expect(noted(['Exceeded timeout', 'beside'], 'another')).toEqual([
      ['Exceeded timeout\n\nnote', 'beside'],
      'another',
    ]);
    expect(noted('thrown')).toEqual(['thrown\n\nnote']);
  });

  it('is added to an object that has a message and no stack', () => {
    expect(noted({ message: 'formatted' })).toEqual([{ message: 'formatted\n\nnote' }]);
  });

  it('does not read $& and its kin', () => {
    const error = new Error('costs');
    const failures = [error];
    addNote(failures, '$& 5');
    expect(error.message).toBe('costs\n\n$& 5');
    expect(error.stack).toContain('costs\n\n$& 5\n');
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a number', 7],
    ['an object without a message', { code: 1 }],
    ['an error without a message', new Error('')],
    ['a frozen error', Object.freeze(new Error('frozen'))],
    ['an error whose stack does not tell its message', Object.assign(new Error('told'), { stack: 'Error\n at x' })],
  ])('is a failure of its own beside %s', (_, failure) => {
    expect(noted(failure)).toEqual([failure, new Error('note')]);
  });
});

describe('the message of a failure', () => {
  it('is found in all forms', () => {
    expect(['text', ['text', 'beside'], new Error('text'), [new Error('text'), undefined]].map(messageOf)).toEqual([
      'text',
      'text',
      'text',
      'text',
    ]);
    expect([undefined, 7, {}, { message: 7 }].map(messageOf)).toEqual(['', '', '', '']);
    expect(thrownIn([7, 'beside'])).toBe(7);
  });
});
