/** Which files are too large to be read, and what is said of them. */
import { largestDocument, megabytes } from '../text/document-size';
import type { ReadProblem } from './host';

export interface SizeLimit {
  /** In bytes. */
  readonly size: number;
  /** What such files are, in the plural. */
  readonly noun: string;
  /** What to do, as a sentence. */
  readonly advice: string;
}

export const documentLimit: SizeLimit = {
  size: largestDocument,
  noun: 'documents',
  advice: 'Split it or exclude it.',
};

/** `size`: of the file, in bytes. */
export function tooLarge(size: number, limit: SizeLimit): ReadProblem {
  const message = `It is ${megabytes(size)}; ${limit.noun} above ${megabytes(limit.size)} are not read. ${limit.advice}`;
  return { reason: 'too-large', message };
}
