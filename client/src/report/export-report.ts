/** Saves the report as a file: the server writes its text, someone says where to. */
import { Uri, commands, l10n, window, workspace } from 'vscode';
import {
  exportReportRequest,
  type ExportReportParams,
  type ReportFileFormat,
} from '../../../protocol/src/overview.js';
import type { RunbookServer } from '../language-client.js';

const endings: Readonly<Record<ReportFileFormat, string>> = { html: 'html', markdown: 'md', csv: 'csv' };

/** Asks for the format, where it is not known. */
export async function askAndExport(server: RunbookServer): Promise<void> {
  const picked = await window.showQuickPick(
    [
      {
        label: 'HTML',
        description: l10n.t('one page for the browser or for printing'),
        format: 'html' as const,
      },
      { label: 'Markdown', description: l10n.t('for a pull request or a wiki'), format: 'markdown' as const },
      { label: 'CSV', description: l10n.t('one table for a spreadsheet'), format: 'csv' as const },
    ],
    { title: l10n.t('Export Report') },
  );
  if (picked !== undefined) await exportReport(server, picked.format);
}

/** Asks where to, and writes. */
export async function exportReport(server: RunbookServer, format: ReportFileFormat): Promise<void> {
  const ending = endings[format];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, `runbook-report.${ending}`) }),
    filters: { [format === 'markdown' ? 'Markdown' : format.toUpperCase()]: [ending] },
    title: l10n.t('Export Report'),
  });
  if (target === undefined) return;
  const params: ExportReportParams = { format };
  const text = await server.request<string>(exportReportRequest.method, params);
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = l10n.t('Open');
  void window.showInformationMessage(l10n.t('The report is saved.'), open).then((picked) => {
    if (picked === open) void commands.executeCommand('vscode.open', target);
  });
}
