/** Changes several entries at once, as one edit: notes that they were tested today, or deprecates them. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { EntryChange, EntryPlace } from '../../../../protocol/src/overview';
import { changeLogRow } from '../../authoring/entry-registers';
import { isTestable, lastTested } from '../../authoring/last-tested';
import { hasBody } from '../../model/entry';
import type { Entry, Runbook } from '../../model/runbook';
import { lineEndingOf, type Edit } from '../../text/edit';
import { groupBy } from '../../text/group-by';
import { documentEdit } from '../code-actions';
import { deprecateEntry } from '../refactorings/deprecate-entry';
import { changing } from '../refactorings/refactoring';
import type { FeatureContext } from '../shared/feature-context';
import { entryAt } from './entry-at';

export interface EntriesChange {
  readonly edit: WorkspaceEdit;
  /** The ids of the entries that it changes. */
  readonly ids: readonly string[];
}

type Edits = Map<string, Edit[]>;

/** `contextOf` is what is seen from a document; entries that cannot be changed so are left out. */
export function changeEntries(
  contextOf: (uri: string) => FeatureContext,
  change: EntryChange,
  places: readonly EntryPlace[],
): EntriesChange {
  const edits: Edits = new Map();
  const ids: string[] = [];
  for (const [uri, own] of groupBy(places, (place) => place.uri)) {
    const context = contextOf(uri);
    const runbook = context.runbook(uri);
    if (runbook === undefined || runbook.unread || !context.workspace.holds(uri)) continue;
    const found = own.flatMap((place) => entryAt(runbook, place) ?? []);
    const entries = runbook.entries.filter((entry) => hasBody(entry) && found.includes(entry));
    const changed =
      change === 'mark-tested'
        ? markTested(context, runbook, entries, edits, uri)
        : deprecate(context, runbook, entries, edits, uri);
    ids.push(...changed.map(({ id }) => id.text));
  }
  const documentChanges = [...edits].map(([uri, own]) => documentEdit(contextOf(uri), uri, own));
  return { edit: { documentChanges }, ids };
}

/** Today as the last test, and a row of the change log each, where the file has one. */
function markTested(
  context: FeatureContext,
  runbook: Runbook,
  entries: readonly Entry[],
  edits: Edits,
  uri: string,
): readonly Entry[] {
  const today = context.today();
  const changed: Entry[] = [];
  for (const entry of entries) {
    if (!isTestable(runbook, entry)) continue;
    const dates = changing(runbook.text, [lastTested(runbook, entry, today)]);
    if (dates.length === 0) continue;
    changed.push(entry);
    add(edits, uri, [...dates, ...loggedTest(runbook, entry, today)]);
  }
  return changed;
}

function loggedTest(runbook: Runbook, { id, title }: Entry, today: string): Edit[] {
  const row = changeLogRow(runbook, {
    id: id.text,
    today,
    change: `Tested ${title === '' ? 'the entry' : title}`,
  });
  if (row === null) return [];
  const { offset, newText } = row;
  return [
    {
      span: { start: offset, end: offset },
      newText: newText.replaceAll('\n', lineEndingOf(runbook.text)),
    },
  ];
}

function deprecate(
  context: FeatureContext,
  runbook: Runbook,
  entries: readonly Entry[],
  edits: Edits,
  uri: string,
): readonly Entry[] {
  return entries.filter((entry) => {
    const selection = { start: entry.idSpan.start, end: entry.idSpan.start };
    const [own] = deprecateEntry({ context, uri, runbook, selection, entry });
    for (const [target, all] of own?.edits ?? []) add(edits, target, all);
    return own !== undefined;
  });
}

function add(edits: Edits, uri: string, more: readonly Edit[]): void {
  edits.set(uri, [...(edits.get(uri) ?? []), ...more]);
}
