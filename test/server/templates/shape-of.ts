/**
 * What two documents of one kind have in common whatever their words: headings, labels, lists, tables and fences.
 * A placeholder, a menu, a date and a version are all just a slot.
 */
export function shapeOf(text: string): string[] {
  return text.trimEnd().split('\n').map(shapeOfLine);
}

function shapeOfLine(line: string): string {
  const trimmed = line.trimEnd();
  if (trimmed.startsWith('|')) return `row of ${String(trimmed.split('|').length - 2)}`;
  if (/^(?:#{1,6} |```|---$|\*\*[^*]+\*\*:?$)/.test(trimmed)) return withoutWords(trimmed);
  const label = /^(?:> |- )?\*\*[^*[{]+(?::\*\*|\*\*:)/.exec(trimmed)?.[0];
  if (label !== undefined) return label;
  const marker = /^\s*(?:- \[ \] |- |\d+\. |> |Step \d+:)?/.exec(trimmed)?.[0] ?? '';
  const field = /^[A-Z][A-Za-z_ ]*:|^[a-z_]+:/.exec(trimmed)?.[0] ?? '';
  return trimmed === '' ? '' : `${marker}${field}…`;
}

function withoutWords(line: string): string {
  return line.replace(/v?\[[^\]]*\]|\{[^}]*\}|v?X\.Y\.Z/g, '…');
}
