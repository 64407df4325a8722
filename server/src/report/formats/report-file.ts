/** The formats in which a report is saved as a file. */
import { badgeImage, shieldsEndpoint } from './badge';
import { reportCsv } from './csv';
import { reportHtml } from './html';
import { reportMarkdown } from './markdown';
import type { ReportLanguage } from './report-language';
import type { FolderReport } from './sections';

export type ReportFileFormat = 'html' | 'markdown' | 'csv' | 'badge' | 'shields';

/** The text of a file on some folders, by default in English. A table for machines has English columns in any language. */
type ReportWriter = (reports: readonly FolderReport[], language?: ReportLanguage) => string;

export const reportFile: Readonly<Record<ReportFileFormat, ReportWriter>> = {
  html: reportHtml,
  markdown: reportMarkdown,
  csv: reportCsv,
  badge: badgeImage,
  shields: shieldsEndpoint,
};
