/** The workspace report as Markdown, for pull requests and wikis. */
import { printable } from '../../text/printable';
import type { EntryReference } from '../workspace-report';
import { type ReportLanguage, inEnglish } from './report-language';
import { headlineOf, sectionsOf, type Cell, type FolderReport, type ReportSection } from './sections';

/** Ends with a line feed. Entries link to their files, relative to the folder that was reported on. */
export function reportMarkdown(
  reports: readonly FolderReport[],
  { say }: ReportLanguage = inEnglish,
): string {
  return reports
    .map((report) => {
      const parts = [`# ${say`Runbook report: ${escaped(report.folder)}`}`, headlineOf(report, say)];
      for (const section of sectionsOf(report, say)) {
        parts.push(`## ${section.title}`, section.rows.length === 0 ? section.empty : tableOf(section));
        if (section.details.length > 0) parts.push(section.details.map(detailOf).join('\n'));
      }
      return `${parts.join('\n\n')}\n`;
    })
    .join('\n');
}

function tableOf({ columns, rows }: ReportSection): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(escaped)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(cellOf))),
  ].join('\n');
}

function cellOf({ text, tone, entry }: Cell): string {
  if (entry !== undefined) return linked(text, entry);
  return tone === 'bad' ? `**${escaped(text)}**` : escaped(text);
}

function detailOf({ entry, lines }: ReportSection['details'][number]): string {
  return [`- ${linked(entry.id || entry.title, entry)}`, ...lines.map((text) => `  - ${escaped(text)}`)].join(
    '\n',
  );
}

function linked(text: string, { file }: EntryReference): string {
  return `[${escaped(text)}](${file.split('/').map(encodeURIComponent).join('/').replace(/[()]/g, escape)})`;
}

function escape(character: string): string {
  return character === '(' ? '%28' : '%29';
}

/** Words of documents must not become markup of the report. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}
