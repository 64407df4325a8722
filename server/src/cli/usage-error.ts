/** Something that the person at the keyboard can put right; the message says what and how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
