/** The commands below a row of the Phases tree as text to paste. Knows no VS Code type. */
import type { OutlineNode, Range } from '../../../protocol/src/messages.js';

/** The places of the commands at and below a node, in order. */
export function commandRanges(node: OutlineNode): Range[] {
  return node.kind === 'command' ? [node.selectionRange] : node.children.flatMap(commandRanges);
}

/** The lines without the indentation that all of them have: that of a list item around them. */
export function withoutIndentation(text: string): string {
  const lines = text.split(/\r?\n/);
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const least = indents.length === 0 ? 0 : Math.min(...indents);
  const [first = '', ...rest] = lines;
  return [first.trimStart(), ...rest.map((line) => line.slice(Math.min(least, line.length)))].join('\n');
}
