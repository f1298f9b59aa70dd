/** A broken invariant of ours. The user did nothing wrong and can do nothing but tell us. */
export class InternalError extends Error {
  override readonly name = 'InternalError';

  constructor(what: string) {
    super(`fake-ohos-worker has a bug: ${what}. Please report it with the test that showed it.`);
  }
}
