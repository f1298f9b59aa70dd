/**
 * The estimate of a message's encoded size (S-45, S-46). The true figure depends on Ark's heap layout; this one has its
 * main terms: an object's header and its 8-byte slots, and the bytes of copied buffers. As on the platform neither the
 * characters of strings count (they go by reference) nor transferred or shared memory nor shared Sendables.
 */
export const SIZE_LIMIT = 16 * 1024 * 1024;

/** A property, an element, or one of the keys, values or members of a collection. */
export const SLOT = 8;
/** Class, hash, properties, elements. */
export const OBJECT = 32;
/** An object, the header of its elements and its length. */
export const ARRAY = OBJECT + 24;
/** An object and the table of its entries. */
export const COLLECTION = OBJECT + 32;
/** An object and the header of its memory. */
export const BUFFER = OBJECT + 24;
/** An object with buffer, kind, length and offset. */
export const VIEW = OBJECT + 32;
/** A date, a boxed primitive, or an error (message and stack go by reference). */
export const SMALL_OBJECT = OBJECT + 16;

/** S-65 */
export function sizeExceeded(bytes: number): string {
  return `The serialization data size has exceed limit Size, current size is: ${bytes} max size is: ${SIZE_LIMIT}`;
}
