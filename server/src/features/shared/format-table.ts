/** Aligns the columns of a table by the width that its words take on a screen. */
import stringWidth from 'fast-string-width';
import type { DocumentTable, Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';

type Alignment = 'left' | 'right' | 'center' | 'none';

/** The edits that align a table, line by line; cells keep their words, ragged rows their number of cells. */
export function alignTable({ text, lines }: Runbook, { block }: DocumentTable): Edit[] {
  const endOf = (offset: number): number => lines.spanOf(lines.lineAt(offset)).end;
  // a line of text right below a table counts as its row, which the author surely did not mean
  const own = block.rows.filter(({ span }) => text.slice(span.start, endOf(span.start)).includes('|'));
  const [header] = own;
  if (header === undefined || header !== block.rows[0]) return [];
  const rows = own.map(({ cells }) => cells.map(({ span }) => text.slice(span.start, span.end)));
  const delimiterLine = lines.lineAt(header.span.start) + 1;
  const delimiter = lines.spanOf(delimiterLine);
  const rule = /(?<![-:| \t])[-:| \t]+$/.exec(text.slice(delimiter.start, delimiter.end))?.[0].trim() ?? '';
  const alignments = rule
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => alignmentOf(cell.trim()));
  const widths = header.cells.map((_, column) =>
    Math.max(3, ...rows.map((cells) => stringWidth(cells[column] ?? ''))),
  );
  const source = text.slice(header.span.start, endOf(header.span.start)).trimEnd();
  const write = (cells: readonly string[]): string => {
    const inner = cells.join(' | ');
    const opened = source.startsWith('|') ? `| ${inner}` : inner;
    return (source.endsWith('|') && !source.endsWith('\\|') ? `${opened} |` : opened).trimEnd();
  };
  const edits: Edit[] = own.map(({ span }, index) => ({
    span: { start: span.start, end: endOf(span.start) },
    newText: write(
      (rows[index] ?? []).map((words, column) =>
        pad(words, widths[column] ?? 0, alignments[column] ?? 'none'),
      ),
    ),
  }));
  const marks = text.slice(delimiter.start, delimiter.end).search(/(?<![-:| \t])[-:| \t]+$/);
  const start = delimiter.start + Math.max(marks, 0);
  const lead = text.slice(lines.startOf(lines.lineAt(header.span.start)), header.span.start);
  const from = Math.max(start, delimiter.start + lead.length);
  edits.push({
    span: { start: from, end: delimiter.end },
    newText: write(widths.map((width, column) => ruleOf(width, alignments[column] ?? 'none'))),
  });
  return edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}

function alignmentOf(cell: string): Alignment {
  if (cell.startsWith(':')) return cell.length > 1 && cell.endsWith(':') ? 'center' : 'left';
  return cell.endsWith(':') ? 'right' : 'none';
}

function ruleOf(width: number, alignment: Alignment): string {
  const left = alignment === 'left' || alignment === 'center' ? ':' : '';
  const right = alignment === 'right' || alignment === 'center' ? ':' : '';
  return left + '-'.repeat(width - left.length - right.length) + right;
}

function pad(words: string, width: number, alignment: Alignment): string {
  const room = Math.max(0, width - stringWidth(words));
  const before = alignment === 'right' ? room : alignment === 'center' ? Math.floor(room / 2) : 0;
  return ' '.repeat(before) + words + ' '.repeat(room - before);
}
