/** Something that the person at the keyboard can put right; the message says what and how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether an error is one, also where it comes out of another bundle, which has a class of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}
