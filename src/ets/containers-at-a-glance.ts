/** Comments, texts and divisions, to be told apart from calls; then calls, parentheses, and what may begin anything else. */
const pieces = new RegExp(
  [
    /\/\/.*/,
    /\/\*[\s\S]*?\*\//,
    /"(?:[^"\\\n\r]|\\[\s\S])*"/,
    /'(?:[^'\\\n\r]|\\[\s\S])*'/,
    /`[^`\\$]*`/,
    /(?<=[\w$\]]\s?)(?<!\b(?:await|case|default|delete|do|else|export|extends|in|instanceof|of|new|return|throw|typeof|void|yield)\s?)\//,
    /(?<![\w$#\\\u0080-\uffff])([A-Z][\w$]*)\s*\(/,
    /[()]/,
    /([`'"/])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

const declaredOrConstructed = /(?:\b(?:function|new|class)|(?<!\.\.)\.)\s*$/;
const content = /\s*(?:\/\/.*\s*|\/\*[\s\S]*?\*\/\s*)*\{/y;

/**
 * The names of containers in a text without regular expressions, and without templates that hold code; `undefined` for a
 * text that may have one, since what they hold looks like anything.
 */
export function containersAtAGlance(text: string): string[] | undefined {
  const names = new Set<string>();
  /** For each parenthesis that is open, the name of what is called with it. */
  const open: (string | undefined)[] = [];
  for (const { 0: piece, 1: name, 2: unknown, index } of text.matchAll(pieces)) {
    if (unknown !== undefined) return undefined;
    if (name !== undefined) open.push(isCalled(text, index) ? name : undefined);
    else if (piece === '(') open.push(undefined);
    else if (piece === ')') {
      const called = open.pop();
      if (called !== undefined && hasContent(text, index + 1)) names.add(called);
    }
  }
  return [...names];
}

function isCalled(text: string, at: number): boolean {
  return !declaredOrConstructed.test(text.slice(Math.max(0, at - 40), at));
}

function hasContent(text: string, from: number): boolean {
  content.lastIndex = from;
  return content.test(text);
}
