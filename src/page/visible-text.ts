/**
 * Control characters, those that turn the direction of text, those that nobody sees, and halves of pairs: a message may
 * hold them, and must not lie about what it says.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** Text with what can't be seen as escape sequences; lines and tabs stay. */
export function visibleText(text: string): string {
  return text.replace(unseen, escaped);
}

/** In one line. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\n/g, '\\n').replace(/\t/g, '\\t');
}

/** The start of a text that may be very long; whole characters. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
