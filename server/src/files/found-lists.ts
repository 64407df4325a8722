/** What was found of the lists of identifiers that a configuration imports, as inert data. */
import type { ImportedId } from '../service';
import type { Words } from '../text/say';

/** A list that the configuration names, as it was found. */
export interface ImportedList {
  readonly path: string;
  readonly ids: readonly ImportedId[];
  /** `YYYY-MM-DD`, or empty. */
  readonly made: string;
  /** Why it cannot be read, or null. */
  readonly problem: Words | null;
}
