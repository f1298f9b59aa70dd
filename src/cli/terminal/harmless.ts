/** Line ends and tabs may stay; what else moves the cursor, colours or turns text around may not. */
const moving = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text of the app's that a terminal only shows: it shows what it would otherwise do. */
export function harmless(text: string): string {
  return text.replace(moving, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** The same on one line. */
export function harmlessLine(text: string): string {
  return harmless(text.replace(/\r?\n/g, '⏎ '));
}
