/** Encodes what is known of a document, its summary, its findings and what reports know, as plain values for the next session. */
import type { SharedWords } from '../index/shared-words';
import { decodeSummary, encodeSummary } from '../index/summary-snapshot';
import type { Summary } from '../index/summary';
import { UnreadSummary, wholeOf } from '../index/unread-summary';
import { UnexpectedValue, ValueReader } from '../text/value-reader';
import type { DocumentPlace } from '../workspace';
import { decodeFinding, encodeFinding, type PlainFinding } from '../lint/plain-finding';

/** How much of a document is saved or restored. */
export interface SnapshotParts {
  readonly findings: boolean;
}

/** How much of it is restored: findings of an earlier day are taken as far as they are true today. */
export interface RestoredParts extends SnapshotParts {
  /** The day on which it was saved, `YYYY-MM-DD`. */
  readonly day: string;
}

export interface DocumentSnapshot<Survey> {
  readonly summary: Summary;
  /** Null where the document was not judged. */
  readonly judged: readonly PlainFinding[] | null;
  /** The first day on which it may be judged otherwise, `YYYY-MM-DD`; null where none is. */
  readonly changesOn: string | null;
  /** What reports know of it, in a list that is empty where they are not about it; null where that was not asked for. */
  readonly surveyed: readonly Survey[] | null;
}

/** Null for a document that could not be read again as it is. */
export function encodeDocument({
  summary,
  judged,
  changesOn,
  surveyed,
}: DocumentSnapshot<readonly unknown[]>): readonly unknown[] | null {
  const isUnread = summary instanceof UnreadSummary && !summary.isRead;
  const written = isUnread ? null : encodeSummary(wholeOf(summary));
  if (written === null && !isUnread) return null;
  return [
    written === null ? [] : [written],
    judged === null ? null : [judged.map(encodeFinding)],
    surveyed === null ? null : [surveyed],
    changesOn === null ? null : [changesOn],
  ];
}

/**
 * The document of such values; null for values that {@link encodeDocument} never gives. `rules`: names of the rules;
 * `words`: those that the summaries of the workspace share; `readSurvey`: what reads the values of a survey again;
 * `unread`: what is known of a document that nobody had read.
 */
export function decodeDocument<Survey>(
  place: DocumentPlace,
  values: unknown,
  rules: ReadonlySet<string>,
  words: SharedWords,
  readSurvey: (values: ValueReader) => Survey,
  unread: () => Summary,
): DocumentSnapshot<Survey> | null {
  try {
    const reader = new ValueReader(values);
    const [summary = unread()] = reader.lists((own) => decodeSummary(place, own, words));
    const judged = reader.optional((own) => own.lists((finding) => decodeFinding(finding, rules)));
    const surveyed = reader.optional((own) => own.lists(readSurvey));
    const changesOn = reader.optional((own) => own.text());
    return { summary, judged, changesOn, surveyed };
  } catch (error) {
    if (error instanceof UnexpectedValue) return null;
    throw error;
  }
}
