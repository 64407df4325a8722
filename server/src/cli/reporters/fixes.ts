/** What `--fix` did, for people. */
import { counted } from '../counted';
import type { FixOutcome } from '../fix-workspace';
import { printable } from '../printable';

/** One line for each file and one for all; ends with a line feed, empty when there was nothing to do. */
export function reportFixes({ fixed, failures }: FixOutcome): string {
  const total = fixed.reduce((sum, { fixes }) => sum + [...fixes.values()].reduce((a, b) => a + b, 0), 0);
  if (fixed.length === 0) return failures.length === 0 ? 'Nothing to fix.\n' : '';
  const files = fixed.map(({ file, fixes }) => {
    const list = [...fixes].sort(([a], [b]) => (a < b ? -1 : 1));
    const words = list.map(([rule, count]) => (count === 1 ? rule : `${rule} (${String(count)})`));
    return `  ${printable(file)}: ${words.join(', ') || 'what another file needed'}\n`;
  });
  return `Fixed ${counted(total, 'finding')} in ${counted(fixed.length, 'file')}:\n${files.join('')}`;
}

/** Unified differences, coloured when asked; control characters other than tabs are shown as signs in colours only. */
export function reportDifferences({ fixed }: FixOutcome, colors: boolean): string {
  const whole = fixed.map(({ difference }) => difference).join('');
  if (!colors) return whole;
  return whole.replace(
    /^([-+@]).*$/gm,
    (line, sign: string) => `\u001b[${diffColors[sign] ?? '0'}m${line}\u001b[0m`,
  );
}

const diffColors: Readonly<Record<string, string>> = { '-': '31', '+': '32', '@': '36' };
