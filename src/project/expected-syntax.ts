import { assertNever } from '../base';

/**
 * What JSON5 would have gone on with at an offset of a malformed text: known from the brackets and the words before it.
 */
export function expectedSyntax(text: string, offset: number): string {
  const open: Container[] = [];
  let top: Part = 'value';
  const part = () => open.at(-1)?.next ?? top;
  const goOn = (next: Part) => {
    const container = open.at(-1);
    if (container === undefined) top = next;
    else container.next = next;
  };
  for (const [word] of withoutPartialWord(text.slice(0, offset)).matchAll(words)) {
    if (word === '{' || word === '[')
      open.push(word === '{' ? { closes: '}', next: 'name' } : { closes: ']', next: 'value' });
    else if (word === '}' || word === ']') open.pop();
    if (word === '{' || word === '[' || isBlank(word)) continue;
    if (word === ',') goOn(open.at(-1)?.closes === '}' ? 'name' : 'value');
    else if (word === ':') goOn('value');
    else if (isUnfinished(word)) return `${word[0]} at the end of the text`;
    else goOn(part() === 'name' ? 'colon' : 'comma');
  }
  return describe(part(), open.at(-1)?.closes);
}

/** What comes next in an object, in a list, or outside both. */
type Part = 'name' | 'colon' | 'value' | 'comma';

interface Container {
  readonly closes: '}' | ']';
  next: Part;
}

/** Comments, texts (perhaps unfinished), punctuation, and everything else up to one of them. */
const words =
  /\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n\r])*"?|'(?:\\[\s\S]|[^'\\\n\r])*'?|[{}[\],:]|\s+|[^\s{}[\],:"'/]+|\//g;

/** `tru3` is wrong at its `3`, and as a whole. */
function withoutPartialWord(text: string): string {
  return text.replace(/[\w$]+$/, '');
}

function isBlank(word: string): boolean {
  return /^\s|^\/[/*]/.test(word);
}

function isUnfinished(word: string): boolean {
  const [quote] = word;
  return (quote === '"' || quote === "'") && (word.length === 1 || !word.endsWith(quote));
}

function describe(part: Part, closes: '}' | ']' | undefined): string {
  switch (part) {
    case 'name':
      return 'a name, or }';
    case 'colon':
      return ': after the name';
    case 'value':
      return closes === ']' ? 'a value, or ]' : 'a value';
    case 'comma':
      return closes === undefined ? 'the end of the file' : `a comma, or ${closes}`;
    default:
      return assertNever(part);
  }
}
