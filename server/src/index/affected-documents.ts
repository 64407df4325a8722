/** Whose findings may differ after a change of one document. Knows the index as it is after the change. */
import { keyOf, numbersNear, parseIdentifier } from '../model/identifier';
import type { Summary } from './summary';
import { UnreadSummary } from './unread-summary';
import type { Change } from './summary-diff';
import type { WorkspaceIndex } from './workspace-index';
import type { WorkspaceView } from './workspace-view';

export interface DocumentChange {
  readonly before: Summary | undefined;
  readonly after: Summary | null;
  readonly change: Change;
}

/**
 * Adds the documents of the same workspace: those that define or mention an id whose definitions changed, those that
 * link to the document, or all when ownership of a prefix changed.
 */
export function affectedBy(
  index: WorkspaceIndex,
  { before, after, change }: DocumentChange,
  affected: Set<string>,
): void {
  affectedReader(index, change, affected);
  const place = before ?? after;
  if (place == null) return;
  if (!sameTarget(before, after)) for (const other of index.judgedLinkersOf(place)) affected.add(other);
  for (const summary of [before, after]) {
    const of = summary?.run == null ? null : index.runs.runbookOf(summary);
    const runbook = of === null ? undefined : index.documentAt(of.folder, of.path);
    if (runbook !== undefined) affected.add(runbook.uri);
  }
  // a file that came or went may be what links meant that lead nowhere
  if (before === undefined || after === null)
    for (const other of index.strayLinkersOf(place)) affected.add(other);
}

/** Adds those documents of a workspace that what the changed one defines and mentions may mean something to. */
export function affectedReader(
  view: WorkspaceView,
  { keys, referred, prefixes, alerts, alertsDiffer }: Change,
  affected: Set<string>,
): void {
  for (const uri of alertsDiffer ? view.alerts.all() : view.alerts.concernedBy(alerts)) affected.add(uri);
  // where no alert names a runbook, one finding speaks of all
  if (alerts.size > 0 && !view.alerts.facts.hasHabit)
    for (const uri of view.alerts.firstUnanswered()) affected.add(uri);
  if (prefixes.size > 0) {
    for (const { uri } of view.documents()) affected.add(uri);
    return;
  }
  for (const key of keys) {
    for (const other of view.documentsNaming(key)) affected.add(other);
    addDefining(view, key, affected);
    addMistaken(view, key, affected);
  }
  for (const key of referred) addDefining(view, key, affected);
}

function addDefining(view: WorkspaceView, key: string, affected: Set<string>): void {
  for (const { uri } of view.definitions(key)) if (view.holds(uri)) affected.add(uri);
}

/** Those who name an undefined id that a slip of the hand makes of this one: they are told of it, or were. */
function addMistaken(view: WorkspaceView, key: string, affected: Set<string>): void {
  const id = parseIdentifier(key);
  if (id === null) return;
  for (const number of numbersNear(id.number)) {
    const other = keyOf({ ...id, number });
    if (view.definition(other) !== undefined) continue;
    for (const uri of view.documentsNaming(other)) affected.add(uri);
  }
}

/** Whether links to a document find what they found before. */
function sameTarget(before: Summary | undefined, after: Summary | null): boolean {
  if (before === undefined || after === null) return false;
  if (before instanceof UnreadSummary && !before.isRead) return true;
  return (
    before.fragments.join('\n') === after.fragments.join('\n') &&
    before.misspelled.join() === after.misspelled.join() &&
    before.read === after.read
  );
}
