/** Findings for people: grouped by file, with the line of the document and a mark under the words. */
import type { CheckedWorkspace, Row } from '../check-workspace';

const codes = { error: 31, warning: 33, information: 36, hint: 90 } as const;

/** The report; `colors` adds terminal colours. Ends with a line feed. */
export function reportText(checked: readonly CheckedWorkspace[], colors: boolean): string {
  const paint = (text: string, code: number): string =>
    colors ? `\u001b[${String(code)}m${text}\u001b[0m` : text;
  const blocks: string[] = [];
  for (const { rows, sourceLine } of checked) {
    let file = '';
    for (const row of rows) {
      if (row.file !== file) blocks.push(`${blocks.length === 0 ? '' : '\n'}${paint(row.file, 4)}\n`);
      file = row.file;
      const place = `${String(row.line)}:${String(row.column)}`.padEnd(8);
      blocks.push(
        `  ${place} ${paint(row.severity.padEnd(11), codes[row.severity])} ${row.message}  ${paint(row.rule, 90)}\n`,
      );
      blocks.push(excerpt(row, sourceLine(row.file, row.line), (text) => paint(text, codes[row.severity])));
    }
  }
  return `${blocks.join('')}${blocks.length === 0 ? '' : '\n'}${summary(checked)}\n`;
}

/** The source line with carets below; tabs and wide characters keep their width by being repeated as blanks. */
function excerpt(
  { line, column, endLine, endColumn }: Row,
  source: string,
  paint: (text: string) => string,
): string {
  const from = Math.max(0, column - 1 - 60);
  const shown = source.slice(from, from + 110).trimEnd();
  if (shown.trim() === '') return '';
  const end = endLine === line ? endColumn - 1 : source.length;
  const before = source.slice(from, column - 1).replace(/[^\t]/g, ' ');
  const marked = Math.max(1, Math.min(end, from + shown.length) - (column - 1));
  return `           ${shown}\n           ${before}${paint('^'.repeat(marked))}\n`;
}

function summary(checked: readonly CheckedWorkspace[]): string {
  const rows = checked.flatMap(({ rows: own }) => own);
  const documents = checked.reduce((sum, one) => sum + one.documents, 0);
  const files = documents === 1 ? '1 document' : `${String(documents)} documents`;
  if (rows.length === 0) return `No findings in ${files}.`;
  const count = (severity: Row['severity'], one: string, many: string): string => {
    const number = rows.filter((row) => row.severity === severity).length;
    return number === 0 ? '' : `${String(number)} ${number === 1 ? one : many}`;
  };
  const counts = [
    count('error', 'error', 'errors'),
    count('warning', 'warning', 'warnings'),
    count('information', 'information', 'information'),
    count('hint', 'hint', 'hints'),
  ];
  return `${counts.filter((part) => part !== '').join(', ')} in ${files}.`;
}
