/** Command behind the status item: why the active document counts as what it is, and the way to its findings. */
import { QuickPickItemKind, commands, l10n, window, type QuickPickItem } from 'vscode';
import type { ActiveOutline } from '../active-outline.js';
import { kindName } from '../status-text.js';

export async function explainKind(outline: ActiveOutline): Promise<void> {
  const { document, current } = outline;
  if (document === undefined || current?.document !== document) {
    void window.showInformationMessage(l10n.t('Open a Markdown document to see its kind.'));
    return;
  }
  const { kind, ownKind, reasons } = current.result;
  const name = ownKind ?? kindName(kind, l10n);
  const problems: QuickPickItem = {
    label: `$(warning) ${l10n.t('Show the findings in the Problems view')}`,
  };
  const items: QuickPickItem[] = [
    { label: l10n.t('Recognised by'), kind: QuickPickItemKind.Separator },
    ...reasons.map((reason) => ({ label: reason })),
    { label: l10n.t('Not the right kind?'), kind: QuickPickItemKind.Separator },
    {
      label: l10n.t('Set it in the front matter: "runbook: playbook"'),
      detail: l10n.t('Or feature, entry, sot, release; none for a document that is not to be checked'),
    },
    ...(name === undefined ? [] : [{ label: '', kind: QuickPickItemKind.Separator }, problems]),
  ];
  const picked = await window.showQuickPick(items, {
    title:
      name === undefined
        ? l10n.t('Runbook does not check this document')
        : l10n.t('Kind of this document: {0}', name),
    placeHolder: l10n.t('What the kind of this document was recognised by'),
  });
  if (picked === problems) await commands.executeCommand('workbench.actions.view.problems');
}
