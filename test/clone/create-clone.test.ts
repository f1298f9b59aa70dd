import { types } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createClone } from '../../src/clone';

const clone = createClone({ types, structuredClone });

describe('clone', () => {
  it('answers a copy', () => {
    expect(clone({ id: 7, op: 'sum', args: [3] })).toEqual({
      ok: true,
      value: { id: 7, op: 'sum', args: [3] },
      notes: [],
    });
  });

  it('names the first unsupported value, its path and the reason [S-60]', () => {
    expect(clone({ items: [1, { onClick() {} }] })).toEqual({
      ok: false,
      failure: {
        reason: "Serialize don't support object type: Function",
        path: '$.items[1].onClick',
        what: 'a function',
      },
    });
  });
});
