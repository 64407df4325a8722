/** The workspace report for terminals. */
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { printable } from '../../text/printable';
import type { Terminal } from '../terminal';
import { headlineOf, sectionsOf, type Cell, type FolderReport, type ReportSection } from '../../service';

const codes = { good: 32, bad: 31, plain: null } as const;

/** Longest cell in columns; what is longer ends with an ellipsis. */
const widestCell = 56;

/** Sections with aligned tables; ends with a line feed. */
export function reportPlain(
  reports: readonly FolderReport[],
  { colors, columns }: Pick<Terminal, 'colors' | 'columns'>,
): string {
  const paint = (text: string, code: number | null): string =>
    colors && code !== null ? `\u001b[${String(code)}m${text}\u001b[0m` : text;
  const table = ({ columns: names, rows }: ReportSection): string => {
    const heads = names.map((text): Cell => ({ text, tone: 'plain' }));
    const widths = names.map((_, index) =>
      Math.max(...[heads, ...rows].map((row) => stringWidth(shortened(row[index]?.text ?? '')))),
    );
    const line = (cells: readonly Cell[], code: number | null): string =>
      cells
        .map(({ text, tone }, index) => {
          const words = shortened(text);
          const padding = ' '.repeat((widths[index] ?? 0) - stringWidth(words));
          return paint(words, code ?? codes[tone]) + padding;
        })
        .join('  ')
        .trimEnd();
    return [line(heads, 1), ...rows.map((row) => line(row, null))].map((one) => `  ${one}\n`).join('');
  };
  const detail = ({ entry, lines }: ReportSection['details'][number]): string => {
    const place = paint(`${printable(entry.file)}:${String(entry.line)}`, 90);
    const words = lines.map((text) => {
      const wrapped =
        columns === undefined ? printable(text) : wrapAnsi(printable(text), Math.max(40, columns - 6));
      return `    - ${wrapped.replaceAll('\n', '\n      ')}\n`;
    });
    return `  ${entry.id}  ${place}\n${words.join('')}`;
  };
  return reports
    .map((report) => {
      const sections = sectionsOf(report).map((section) => {
        const body = section.rows.length === 0 ? `  ${section.empty}\n` : table(section);
        const details = section.details.map(detail).join('');
        return `\n${paint(section.title, 1)}\n${body}${details === '' ? '' : `\n${details}`}`;
      });
      return `${paint(printable(report.folder), 4)}\n${headlineOf(report)}\n${sections.join('')}`;
    })
    .join('\n');
}

function shortened(text: string): string {
  const words = printable(text);
  return words.length > widestCell ? `${words.slice(0, widestCell - 1).trimEnd()}…` : words;
}
