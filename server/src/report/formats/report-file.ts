/** The formats in which a report is saved as a file. */
import { reportCsv } from './csv';
import { reportHtml } from './html';
import { reportMarkdown } from './markdown';
import type { FolderReport } from './sections';

export type ReportFileFormat = 'html' | 'markdown' | 'csv';

/** The text of the file on some folders, by format. */
export const reportFile: Readonly<Record<ReportFileFormat, (reports: readonly FolderReport[]) => string>> = {
  html: reportHtml,
  markdown: reportMarkdown,
  csv: reportCsv,
};
