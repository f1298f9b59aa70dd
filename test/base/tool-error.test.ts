import { describe, expect, it } from '@jest/globals';
import { isToolError, ToolError } from '../../src/base';

describe('ToolError', () => {
  it('prints what failed, the facts as a list and the hint', () => {
    const error = new ToolError({
      code: 'FOW_X',
      summary: 'Cannot do "it"',
      facts: ['a: 1', 'b: 2'],
      hint: 'do that.',
    });
    expect(error.message).toBe('Cannot do "it" [FOW_X]\n  - a: 1\n  - b: 2\nHint: do that.');
    expect(error.code).toBe('FOW_X');
  });

  it('is recognised by its brand', () => {
    expect(isToolError(new ToolError({ code: 'FOW_X', summary: 's' }))).toBe(true);
    expect(isToolError(new Error('FOW_X'))).toBe(false);
    expect(isToolError(null)).toBe(false);
  });
});
