/** What ends a lack that the Coverage view shows. What an edit is, is the server's business. */
import { Uri, commands, l10n, window, workspace } from 'vscode';
import type { NewEntryResult } from '../../../protocol/src/messages.js';
import { writeRunbookRequest, type WriteRunbookParams } from '../../../protocol/src/overview.js';
import { showAndApply } from '../edits/apply-edits.js';
import type { RunbookServer } from '../language-client.js';
import type { CoverageView, LackRow } from './coverage-view.js';
import { askTitle, changeEntries, openPlace, sayNothingChanged } from './entry-commands.js';

/** Notes that runbooks were tested today: all that are selected when one of them is meant. */
export async function markTested(
  server: RunbookServer,
  view: CoverageView,
  clicked: LackRow | undefined,
): Promise<void> {
  const { selected } = view;
  const isAmong =
    clicked === undefined ||
    selected.some(({ group, row }) => group === clicked.group && row.key === clicked.row.key);
  const rows = isAmong ? selected : [clicked];
  const places = rows.flatMap(({ row }) =>
    row.fix === 'mark-tested' && row.place !== null ? [{ ...row.place, id: row.id }] : [],
  );
  if (places.length === 0) {
    void window.showInformationMessage(l10n.t('Select runbooks in the Coverage view that were tested.'));
    return;
  }
  const { ids } = await changeEntries(server, 'mark-tested', places);
  if (ids.length === 0) {
    sayNothingChanged();
    return;
  }
  const uris = new Set(places.map(({ uri }) => uri));
  const save = l10n.t('Save');
  const message =
    ids.length === 1
      ? l10n.t('{0} is marked as tested today.', ids[0] ?? '')
      : l10n.t('{0} runbooks are marked as tested today.', ids.length);
  void window.showInformationMessage(message, save).then(async (picked) => {
    if (picked === save) for (const uri of uris) await workspace.save(Uri.parse(uri, true));
  });
}

/** Writes the runbook that a row lacks, and connects both. */
export async function writeRunbook(server: RunbookServer, { group, row }: LackRow): Promise<void> {
  const from = row.place === null ? undefined : Uri.parse(row.place.uri, true);
  const { targets } = await server.entryTargets('RUN', from);
  const [best, ...others] = targets;
  if (best === undefined) {
    void window.showWarningMessage(
      l10n.t(
        'No file for a RUN- entry found. Create an SoT file such as SoT.DEPLOYMENT.md with "id_prefix: RUN-XXX" in its front matter.',
      ),
    );
    return;
  }
  const title = await askTitle(l10n.t('Write Runbook for {0}', row.label), row.title);
  if (title === undefined) return;
  const picked =
    others.length === 0
      ? best
      : await window.showQuickPick(
          targets.map((target) => ({ ...target, description: target.nextId, detail: target.description })),
          { title: l10n.t('File to add the runbook to') },
        );
  if (picked === undefined) return;
  const params: WriteRunbookParams = {
    textDocument: { uri: picked.uri },
    title,
    category: row.category,
    ...(group === 'must-haves' || row.place === null ? {} : { answers: { ...row.place, id: row.id } }),
  };
  const results = await server.request<readonly NewEntryResult[]>(writeRunbookRequest.method, params);
  await showAndApply(results);
}

/** Shows a row's place with all the fixes that there are for it. */
export async function showRowFixes({ row }: LackRow): Promise<void> {
  if (row.place === null) return;
  await openPlace(row.place);
  await commands.executeCommand('editor.action.quickFix');
}
