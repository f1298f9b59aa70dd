import { describe, expect, it } from '@jest/globals';
import { arriving, clone, failing } from './outcome';

const MiB = 1024 * 1024;

describe('the size limit', () => {
  it('refuses a copied buffer of 16 MiB, as its overhead comes on top [S-45] [S-65]', () => {
    expect(failing({ data: new ArrayBuffer(16 * MiB) })).toEqual({
      reason: 'The serialization data size has exceed limit Size, current size is: 16777312 max size is: 16777216',
      path: '$',
      what: 'a message of about 16777312 bytes',
    });
  });

  it('lets exactly 16 MiB pass [S-45]', () => {
    const overhead = 56;
    expect(clone(new ArrayBuffer(16 * MiB - overhead)).ok).toBe(true);
    expect(clone(new ArrayBuffer(16 * MiB - overhead + 1)).ok).toBe(false);
  });

  it('does not count transferred buffers, shared memory and the characters of strings [S-46]', () => {
    const buffer = new ArrayBuffer(20 * MiB);
    const message = { buffer, memory: new SharedArrayBuffer(20 * MiB), text: 'x'.repeat(20 * MiB) };
    expect(arriving(message, { transfer: [buffer] }).text).toHaveLength(20 * MiB);
  });

  it('counts a buffer once for all of its views [S-46]', () => {
    const buffer = new ArrayBuffer(6 * MiB);
    expect(clone([buffer, new Uint8Array(buffer), new Uint32Array(buffer)]).ok).toBe(true);
  });

  it('counts elements [S-46]', () => {
    const list = new Array(2 * MiB).fill(0);
    expect(failing(list).reason).toMatch(/^The serialization data size has exceed limit Size/);
  });

  it('is checked last: an unsupported value is reported before it [S-47]', () => {
    expect(failing([new ArrayBuffer(17 * MiB), () => {}]).path).toBe('$[1]');
  });
});
