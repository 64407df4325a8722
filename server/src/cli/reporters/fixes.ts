/** What `--fix` did, for people. */
import { counted } from '../../text/counted';
import type { FixOutcome } from '../fix-workspace';
import { printable, printableLines } from '../../text/printable';
import type { Terminal } from '../terminal';

/** One line for each file and one for all; ends with a line feed, empty when only failures are to be told. */
export function reportFixes({ fixed, failures, dropped }: FixOutcome): string {
  const left =
    dropped === 0
      ? ''
      : `Reverted ${counted(dropped, 'fix', 'fixes')}: the finding remained, or a new one appeared.\n`;
  if (fixed.length === 0) return failures.length === 0 ? `Nothing to fix.\n${left}` : left;
  const total = fixed.reduce((sum, { fixes }) => sum + [...fixes.values()].reduce((a, b) => a + b, 0), 0);
  const files = fixed.map(({ file, fixes }) => {
    const list = [...fixes].sort(([a], [b]) => (a < b ? -1 : 1));
    const words = list.map(([rule, count]) => (count === 1 ? rule : `${rule} (${String(count)})`));
    return `  ${printable(file)}: ${words.join(', ') || 'needed by a fix in another file'}\n`;
  });
  return `Fixed ${counted(total, 'finding')} in ${counted(fixed.length, 'file')}:\n${files.join('')}${left}`;
}

/** Unified differences: for programs byte by byte, for people coloured or not, with signs for control characters. */
export function reportDifferences(
  { fixed }: FixOutcome,
  { colors, columns }: Pick<Terminal, 'colors' | 'columns'>,
): string {
  const whole = fixed.map(({ difference }) => difference).join('');
  if (!colors) return columns === undefined ? whole : printableLines(whole);
  return printableLines(whole).replace(
    /^([-+@]).*$/gm,
    (line, sign: string) => `\u001b[${diffColors[sign] ?? '0'}m${line}\u001b[0m`,
  );
}

const diffColors: Readonly<Record<string, string>> = { '-': '31', '+': '32', '@': '36' };
