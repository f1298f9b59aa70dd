/** A failure as Circus keeps it: what was thrown, or that and an error that was made where the test begins. */
type Failure = unknown;

/** What was thrown; failures that have been formatted already are objects with a message. */
export function thrownIn(failure: Failure): unknown {
  return Array.isArray(failure) ? failure[0] : failure;
}

/** The message of a failure, also of one that is nothing but a text, as Jest's own about timeouts is. */
export function messageOf(failure: Failure): string {
  const thrown = thrownIn(failure);
  if (typeof thrown === 'string') return thrown;
  const message: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'message') : undefined;
  return typeof message === 'string' ? message : '';
}

/** Adds a note to the first failure, below its message: in place, or by taking the place of a text. */
export function addNote(failures: Failure[], note: string): void {
  const [first] = failures;
  const thrown = thrownIn(first);
  if (typeof thrown === 'string') {
    const text = `${thrown}\n\n${note}`;
    failures[0] = Array.isArray(first) ? [text, ...first.slice(1)] : text;
    return;
  }
  const message = messageOf(first);
  if (message === '' || !extend(thrown as object, message, `${message}\n\n${note}`)) failures.push(new Error(note));
}

/** Answers whether it could: objects may be frozen. */
function extend(error: object, message: string, extended: string): boolean {
  const stack: unknown = Reflect.get(error, 'stack');
  const withNote = typeof stack === 'string' ? stack.replace(message, () => extended) : undefined;
  if (withNote === undefined) return Reflect.set(error, 'message', extended);
  return withNote !== stack && Reflect.set(error, 'message', extended) && Reflect.set(error, 'stack', withNote);
}
