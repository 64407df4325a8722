/** Up to which size texts are read, and sizes in words. Knows neither files nor what texts say. */

/**
 * Files above this size (in bytes) are not hand-written documents, but logs and exports; reading them would
 * stall everything. Texts of open documents are measured by their length. Told in docs/configuration.md.
 */
export const largestDocument = 2 * 1024 * 1024;

/** A size in bytes in words, rounded up to a tenth: what is above a limit never reads like the limit. */
export function megabytes(bytes: number): string {
  return `${String(Math.ceil((bytes / 1024 / 1024) * 10) / 10)} MB`;
}
