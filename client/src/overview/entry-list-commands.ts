/** The commands in the title of the Entries view: what it shows, and how. */
import { l10n, window } from 'vscode';
import { groupings } from './entry-groups.js';
import { groupingNames, type EntriesView } from './entries-view.js';

/** Filters while someone types; backing out leaves what was there. */
export function filterEntries(view: EntriesView): void {
  const before = view.filter;
  const input = window.createInputBox();
  input.title = l10n.t('Filter Entries');
  input.prompt = l10n.t(
    'Words of an ID, a title, an owner, a status or a file. Leave it empty to see all entries.',
  );
  input.value = before;
  let accepted = false;
  input.onDidChangeValue((value) => {
    view.filter = value;
  });
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!accepted) view.filter = before;
    input.dispose();
  });
  input.show();
}

/** Asks what the entries are grouped by. */
export async function groupEntries(view: EntriesView): Promise<void> {
  const names = groupingNames();
  const picked = await window.showQuickPick(
    groupings.map((grouping) => ({
      label: names[grouping],
      ...(grouping === view.grouping ? { description: l10n.t('current') } : {}),
      grouping,
    })),
    { title: l10n.t('Group Entries') },
  );
  if (picked !== undefined) view.grouping = picked.grouping;
}
