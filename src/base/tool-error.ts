/** What a {@link ToolError} is made of. `facts` are printed one a line; `hint` says what to do. */
export interface ToolErrorParts {
  /** Stable, documented, `FOW_…`. */
  readonly code: string;
  /** What failed, with the user's own values, without a full stop. */
  readonly summary: string;
  readonly facts?: readonly string[];
  readonly hint?: string;
}

const brand: unique symbol = Symbol.for('fake-ohos-worker.tool-error') as never;

/**
 * A mistake in how the tool is used or set up, as opposed to what the platform would raise.
 * Recognise it with {@link isToolError}: `instanceof` fails across realms and after `jest.resetModules()`.
 */
export class ToolError extends Error {
  override readonly name = 'FakeOhosWorkerError';
  readonly [brand] = true;
  readonly code: string;
  /** What the message was made of; not enumerable, for whoever prints the error. */
  declare readonly parts: ToolErrorParts;

  constructor(parts: ToolErrorParts) {
    super(describeProblem(parts));
    this.code = parts.code;
    Object.defineProperty(this, 'parts', { value: parts });
  }
}

/** The text of a tool error or a diagnostic: summary with code, facts as a list, hint. */
export function describeProblem({ code, summary, facts = [], hint }: ToolErrorParts): string {
  const lines = [`${summary} [${code}]`, ...facts.map((fact) => `  - ${fact}`)];
  if (hint !== undefined) lines.push(`Hint: ${hint}`);
  return lines.join('\n');
}

export function isToolError(value: unknown): value is ToolError {
  try {
    return typeof value === 'object' && value !== null && brand in value;
  } catch {
    return false; // A proxy of the user's that throws.
  }
}
