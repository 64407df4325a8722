/** Findings for people: grouped by file, with the line of the document and a mark under the words. */
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { CheckedWorkspace, Row } from '../folder-check';
import { counted } from '../../text/counted';
import { printable } from '../../text/printable';
import type { Terminal } from '../terminal';

const codes = { error: 31, warning: 33, information: 36, hint: 90 } as const;

/** Columns before a message, and before an excerpt. */
const indent = ' '.repeat(11);
/** UTF-16 units of a document's line that are shown before the marked words, and in all. */
const shownBefore = 60;
const shownInAll = 110;
/** Below this many columns, wrapping makes messages harder to read. */
const narrowest = 60;

/** The report; ends with a line feed. `fixed`: the automatic fixes were applied already. */
export function reportText(
  checked: readonly CheckedWorkspace[],
  { colors, columns }: Pick<Terminal, 'colors' | 'columns'>,
  fixed: boolean,
): string {
  const paint = (text: string, code: number): string =>
    colors ? `\u001b[${String(code)}m${text}\u001b[0m` : text;
  const blocks: string[] = [];
  for (const { lead, findings: all, sources } of checked) {
    const findings = all.filter(({ accepted }) => !accepted);
    let file = '';
    for (const { row, source } of findings) {
      if (row.file !== file)
        blocks.push(`${blocks.length === 0 ? '' : '\n'}${paint(printable(lead + row.file), 4)}\n`);
      file = row.file;
      const mark = (text: string): string => paint(text, codes[row.severity]);
      blocks.push(
        headline(row, mark, paint(row.rule, 90), columns),
        excerpt(row, sources[source] ?? '', mark),
      );
    }
  }
  return `${blocks.join('')}${blocks.length === 0 ? '' : '\n'}${summary(checked, fixed)}\n`;
}

function headline(
  { line, column, severity, message }: Row,
  paint: (text: string) => string,
  rule: string,
  columns: number | undefined,
): string {
  const place = `${String(line)}:${String(column)}`.padEnd(8);
  const words = `${paint(severity.padEnd(11))} ${printable(message)}  ${rule}`;
  const wrapped =
    columns === undefined || columns < narrowest
      ? words
      : wrapAnsi(words, columns - indent.length).replaceAll('\n', `\n${indent}`);
  return `  ${place} ${wrapped}\n`;
}

/** The source line with carets below, as wide as the words above them are on a terminal. */
function excerpt(
  { line, column, endLine, endColumn }: Row,
  source: string,
  paint: (text: string) => string,
): string {
  const start = column - 1;
  const from = wholeCharacter(source, Math.max(0, start - shownBefore));
  const to = wholeCharacter(source, Math.min(source.length, from + shownInAll));
  const words = source.slice(from, to).trimEnd();
  const shown = printable(words);
  if (shown.trim() === '') return '';
  const end = Math.min(endLine === line ? endColumn - 1 : from + words.length, to);
  const before = (from > 0 ? 1 : 0) + widthOf(printable(source.slice(from, start)));
  const carets = '^'.repeat(Math.max(1, widthOf(printable(source.slice(start, end)))));
  return `${indent}${from > 0 ? '…' : ''}${shown}\n${indent}${' '.repeat(before)}${paint(carets)}\n`;
}

/** Columns that a text takes. What is one column a letter is most, and costs a tenth that way. */
function widthOf(text: string): number {
  return /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/.test(text) ? text.length : stringWidth(text);
}

/** The offset, moved forward when it would cut a character of two units. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}

function summary(checked: readonly CheckedWorkspace[], fixed: boolean): string {
  const all = checked.flatMap(({ findings }) => findings);
  const rows = all.filter(({ accepted }) => !accepted).map(({ row }) => row);
  const hidden = all.length - rows.length;
  const rest = hidden === 0 ? '' : ` ${counted(hidden, 'accepted finding')} not shown.`;
  const number = checked.reduce((sum, one) => sum + one.documents.length, 0);
  const documents = counted(number, 'document');
  const isForeign = number > 0 && checked.every(({ recognised }) => recognised === 0);
  if (rows.length === 0)
    return `No ${hidden === 0 ? '' : 'new '}findings in ${documents}.${rest}${isForeign ? unrecognised(number) : ''}`;
  const count = (severity: Row['severity'], one: string, many?: string): string => {
    const number = rows.filter((row) => row.severity === severity).length;
    return number === 0 ? '' : counted(number, one, many);
  };
  const counts = [
    count('error', 'error'),
    count('warning', 'warning'),
    count('information', 'information', 'information'),
    count('hint', 'hint'),
  ];
  const fixable = fixed ? 0 : rows.filter((row) => row.fixable).length;
  const advice = fixable === 0 ? '' : ` "runbook-md check --fix" can fix ${String(fixable)} of them.`;
  return `${counts.filter((part) => part !== '').join(', ')} in ${documents}.${advice}${rest}`;
}

/** Nothing was found because nothing was looked at, which nobody should take for good news. */
function unrecognised(number: number): string {
  const none = number === 1 ? 'It is not' : 'None of them is';
  return ` ${none} recognised as a runbook; "runbook-md init" looks for runbooks of any style.`;
}
