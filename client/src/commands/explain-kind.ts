/** Command behind the status item: why the active document counts as what it is, and the way to its findings. */
import { QuickPickItemKind, commands, window, type QuickPickItem } from 'vscode';
import type { ActiveOutline } from '../active-outline.js';
import { kindName } from '../status-text.js';

export async function explainKind(outline: ActiveOutline): Promise<void> {
  const { document, current } = outline;
  if (document === undefined || current?.document !== document) {
    void window.showInformationMessage('Open a Markdown document to see its kind.');
    return;
  }
  const { kind, reasons } = current.result;
  const name = kindName(kind);
  const problems: QuickPickItem = { label: '$(warning) Show the findings in the Problems view' };
  const items: QuickPickItem[] = [
    { label: 'Recognised by', kind: QuickPickItemKind.Separator },
    ...reasons.map((reason) => ({ label: reason })),
    { label: 'Not the right kind?', kind: QuickPickItemKind.Separator },
    {
      label: 'Set it in the front matter: "runbook: playbook"',
      detail: 'Or feature, entry, sot, release; none for a document that is not to be checked',
    },
    ...(name === undefined ? [] : [{ label: '', kind: QuickPickItemKind.Separator }, problems]),
  ];
  const picked = await window.showQuickPick(items, {
    title: name === undefined ? 'Runbook does not check this document' : `Kind of this document: ${name}`,
    placeHolder: 'What the kind of this document was recognised by',
  });
  if (picked === problems) await commands.executeCommand('workbench.actions.view.problems');
}
