/** Makes insertions that look like the author's own text: line endings, list bullets, heading levels, label style. */
import type { Entry, Runbook } from '../model/runbook';
import { lineEndingOf, type Edit } from '../text/edit';
import type { Span } from '../text/span';

/** Lines as one text with the document's line ending. */
export function joinLines({ text }: Runbook, lines: readonly string[]): string {
  return lines.join(lineEndingOf(text));
}

/** The bullet that the document's unordered lists use most: `-`, `*` or `+`. */
export function bulletOf({ text }: Runbook): string {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/^[ \t]*([-*+])[ \t]+\S/gm)) {
    const bullet = match[1] ?? '-';
    counts.set(bullet, (counts.get(bullet) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '-';
}

/** How the document writes labels: `**Name**: ` (colon outside), `**Name:** ` (inside) or plain `Name: `. */
export function labelStyle(runbook: Runbook, within?: Span): (name: string) => string {
  const near = runbook.labels.filter(
    ({ carrier, span }) =>
      carrier !== 'table' && (within === undefined || (within.start <= span.start && span.end <= within.end)),
  );
  const labels = near.length > 0 ? near : runbook.labels.filter(({ carrier }) => carrier !== 'table');
  const counts = { outside: 0, inside: 0, plain: 0 };
  for (const { carrier, nameSpan } of labels) {
    if (carrier === 'plain') counts.plain++;
    else if (runbook.text.charAt(nameSpan.end) === ':') counts.inside++;
    else counts.outside++;
  }
  if (counts.plain > counts.inside + counts.outside) return (name) => `${name}:`;
  if (counts.inside > counts.outside) return (name) => `**${name}:**`;
  return (name) => `**${name}**:`;
}

/** Heading marks of the sections right below an entry: `###` under `## RUN-001`; of a plain-form entry `##`. */
export function sectionMarks(entry: Entry): string {
  const depth = entry.section?.heading?.depth ?? 1;
  return '#'.repeat(Math.min(6, depth + 1));
}

/** End of the last line with words in a span, where text of the same section can go on. */
export function endOfContent({ text }: Runbook, { start, end }: Span): number {
  let at = end;
  for (;;) {
    while (at > start && /\s/.test(text.charAt(at - 1))) at--;
    const line = /(?:^|[\r\n])[ \t]*(?:-{3,}|\*{3,}|_{3,})$/.exec(text.slice(Math.max(start, at - 80), at));
    if (line === null || at <= start) return at;
    const rule = line[0].trimStart().length;
    // a rule between sections belongs to neither; dashes right below words make a heading of them
    if (
      text.charAt(at - 1) === '-' &&
      !/(?:^|[\r\n])[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n])[ \t]*$/.test(
        text.slice(Math.max(start, at - rule - 400), at - rule),
      )
    )
      return at;
    at -= rule;
  }
}

/** Inserts whole lines behind `offset`, which is the end of a line's words, with one blank line between. */
export function insertBlockAfter(runbook: Runbook, offset: number, lines: readonly string[]): Edit {
  const newText = joinLines(runbook, ['', '', ...lines, ...blankBelow(runbook, offset)]);
  return { span: { start: offset, end: offset }, newText };
}

/**
 * A blank line where the line below `offset` would be taken for a part of what is inserted above it: words, or the first
 * line of a setext heading. Nothing in front of a heading with `#`, which begins by itself.
 */
export function blankBelow({ lines }: Runbook, offset: number): readonly string[] {
  const next = lines.lineAt(offset) + 1;
  if (next >= lines.count || /^[ \t]{0,3}#{1,6}(?:[ \t]|$)/.test(lines.textOf(next))) return [];
  return lines.textOf(next).trim() === '' ? [] : [''];
}

/** Inserts whole lines right below the line of `offset`. */
export function insertLinesBelow(runbook: Runbook, offset: number, lines: readonly string[]): Edit {
  const { end } = runbook.lines.spanOf(runbook.lines.lineAt(offset));
  return { span: { start: end, end }, newText: joinLines(runbook, ['', ...lines]) };
}
