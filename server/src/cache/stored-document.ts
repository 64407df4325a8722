/** What is known of a document, its summary and its findings, as plain values from one session to the next. */
import { readSummary, writeSummary } from '../index/stored-summary';
import type { Summary } from '../index/summary';
import { UnexpectedValue, ValueReader } from '../text/value-reader';
import type { DocumentPlace } from '../workspace';
import { readFinding, writeFinding, type PlainFinding } from '../lint/plain-finding';

export interface StoredDocument {
  readonly summary: Summary;
  /** Null where the document was not judged. */
  readonly judged: readonly PlainFinding[] | null;
}

/** Null for a document that could not be read again as it is. */
export function writeDocument({ summary, judged }: StoredDocument): readonly unknown[] | null {
  const written = writeSummary(summary);
  if (written === null) return null;
  return [[written], judged === null ? null : [judged.map(writeFinding)]];
}

/** The document of such values; null for values that {@link writeDocument} never gives. `rules`: names of the rules. */
export function readDocument(
  place: DocumentPlace,
  values: unknown,
  rules: ReadonlySet<string>,
): StoredDocument | null {
  try {
    const reader = new ValueReader(values);
    const [summary = null] = reader.lists((own) => readSummary(place, own));
    const judged = reader.optional((own) => own.lists((finding) => readFinding(finding, rules)));
    return summary === null ? null : { summary, judged };
  } catch (error) {
    if (error instanceof UnexpectedValue) return null;
    throw error;
  }
}
