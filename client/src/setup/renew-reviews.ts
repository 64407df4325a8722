/** The command "Renew Review Dates…": picks documents whose last review is too long ago, and sets their dates to today. */
import { Uri, l10n, window, workspace, type QuickPickItem } from 'vscode';
import {
  pastReviewsRequest,
  renewReviewsRequest,
  type PastReview,
  type RenewedReviews,
  type RenewReviewsParams,
} from '../../../protocol/src/reviews.js';
import { whileStarting } from '../commands/while-starting.js';
import { applyServerEdit, type ServerEdit } from '../edits/apply-server-edit.js';
import type { RunbookServer } from '../language-client.js';

/** @throws when the documents have changed in the meantime. */
export async function renewReviews(server: RunbookServer): Promise<void> {
  await whileStarting(server);
  const past = await server.request<readonly PastReview[]>(pastReviewsRequest.method, {});
  if (past.length === 0) {
    void window.showInformationMessage(l10n.t('No review date has passed.'));
    return;
  }
  const items = past.map(({ uri, label, title, message }): QuickPickItem & { readonly uri: string } => ({
    uri,
    label: title === '' ? label : title,
    description: label,
    detail: message,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Renew Review Dates'),
    placeHolder: l10n.t('Which documents were reviewed today? Only their dates change.'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (picked === undefined || picked.length === 0) return;
  const params: RenewReviewsParams = { documents: picked.map(({ uri }) => ({ uri })) };
  const { edit, uris } = await server.request<RenewedReviews & { readonly edit: ServerEdit }>(
    renewReviewsRequest.method,
    params,
  );
  if (uris.length === 0 || !(await applyServerEdit(server, edit))) return;
  const save = l10n.t('Save');
  const message =
    uris.length === 1
      ? l10n.t('The review date of 1 document is renewed.')
      : l10n.t('The review dates of {0} documents are renewed.', uris.length);
  void window.showInformationMessage(message, save).then(async (chosen) => {
    if (chosen === save) for (const uri of uris) await workspace.save(Uri.parse(uri, true));
  });
}
