/** What a failed assertion throws. */
export class AssertException extends Error {
  override readonly name = 'AssertException';
}
