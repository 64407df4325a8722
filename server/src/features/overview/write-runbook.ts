/** Writes the runbook that an entry lacks: a new entry that names the other one, and is named by it. */
import { nameEntry } from '../../authoring/name-entry';
import { hasBody } from '../../model/entry';
import type { EntryEdit } from '../../../../protocol/src/messages';
import type { EntryPlace } from '../../../../protocol/src/overview';
import { newEntry } from '../new-entry';
import { nameRunbook } from '../alerts/name-runbook';
import { entryAt } from './entry-at';
import { toRange, type FeatureContext } from '../shared/feature-context';

export interface RunbookToWrite {
  readonly title: string;
  readonly category: string | null;
  /** The entry that lacks the runbook; undefined for one that stands for itself. */
  readonly answers: EntryPlace | undefined;
}

export interface WrittenRunbook {
  readonly id: string;
  /** By document, that of the runbook first. */
  readonly edits: ReadonlyMap<string, readonly EntryEdit[]>;
}

/** The edits; null where `uri` is no document that can take an entry. */
export function writeRunbook(
  context: FeatureContext,
  uri: string,
  { title, category, answers }: RunbookToWrite,
): WrittenRunbook | null {
  const source = answers === undefined ? undefined : context.runbook(answers.uri);
  const entry = source === undefined || answers === undefined ? undefined : entryAt(source, answers);
  const related = entry === undefined ? undefined : { id: entry.id.text, title: entry.title };
  const written = newEntry(context, uri, 'RUN', title, category, related === undefined ? {} : { related });
  if (written === null) return null;
  const edits = new Map<string, readonly EntryEdit[]>([[uri, written.edits]]);
  if (source?.alerts != null && answers !== undefined) {
    const way = nameRunbook(context, answers, { uri, ...written });
    if (way !== null) edits.set(answers.uri, [way]);
  }
  // the row of a register has no room; and nothing changes a document of a folder that is joined
  if (
    source !== undefined &&
    answers !== undefined &&
    entry !== undefined &&
    hasBody(entry) &&
    context.workspace.holds(answers.uri)
  ) {
    const { span, newText } = nameEntry(source, entry, { id: written.id, title });
    const way = { range: toRange(source, span), newText, snippet: false };
    // before the entry: where both are put at one place, the words belong to what is above
    edits.set(answers.uri, answers.uri === uri ? [way, ...written.edits] : [way]);
  }
  return { id: written.id, edits };
}
