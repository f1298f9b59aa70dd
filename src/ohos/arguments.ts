const maxStringBytes = 1024;

/** How the native side reads arguments (E-6, E-7). */
export const argument = {
  isObject(value: unknown): value is object {
    return typeof value === 'object' && value !== null;
  },

  /** Strings are read as C strings cut to 1024 UTF-8 bytes. */
  cut(text: string): string {
    const end = text.indexOf('\0');
    const cString = end < 0 ? text : text.slice(0, end);
    if (cString.length * 3 <= maxStringBytes) return cString;
    let bytes = 0;
    let result = '';
    for (const character of cString) {
      bytes += utf8Length(character);
      if (bytes > maxStringBytes) break;
      result += character;
    }
    return result;
  },
};

/** An array of this realm with the items of one from any realm. */
export function arrayFrom(value: unknown): unknown[] {
  return Array.isArray(value) ? Array.from(value) : [];
}

function utf8Length(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
