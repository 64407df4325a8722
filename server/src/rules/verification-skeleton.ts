/** Writes an empty verification into a step, in the form that the step and its document have. */
import type { Procedure, Runbook, Step } from '../model/runbook';
import { lineEndingOf, type Edit } from '../text/edit';
import { trimSpan } from '../text/span';
import { bulletOf, endOfContent, insertBlockAfter, insertLinesBelow, labelStyle } from './insertion';

const placeholder = '[What shows that it worked]';

/**
 * The insertion: a bullet `Verify: …` in a fence, a comment among commands, an indented bullet in a list item, else a
 * label like the document's others with a box below it. Null for a row of a table, which has no room.
 */
export function verificationSkeleton(runbook: Runbook, procedure: Procedure, step: Step): Edit | null {
  if (procedure.form === 'table') return null;
  if (procedure.form === 'comment')
    return insertLinesBelow(runbook, step.span.end, [`# Verify: ${placeholder}`]);
  if (procedure.fence !== null)
    return insertLinesBelow(runbook, step.span.end, [
      `${indentInFence(runbook, step)}- Verify: ${placeholder}`,
    ]);
  if (step.item !== null) {
    const line = `${contentIndent(runbook, step)}${bulletOf(runbook)} Verify: ${placeholder}`;
    return insertLinesBelow(runbook, endOfContent(runbook, step.span), [line]);
  }
  const { name, label, gap } = likeOthers(runbook);
  const lines = [label(name), ...gap, `${bulletOf(runbook)} [ ] ${placeholder}`];
  return insertBlockAfter(runbook, endOfContent(runbook, step.span), lines);
}

/** The indentation of the step's bullets, two blanks deeper than the step where it has none. */
function indentInFence({ lines, text }: Runbook, { span, titleSpan }: Step): string {
  const first = lines.lineAt(titleSpan.start);
  const last = lines.lineAt(span.end);
  for (let line = first + 1; line <= last; line++) {
    const indent = /^([ \t]+)\S/.exec(lines.textOf(line))?.[1];
    if (indent !== undefined) return indent;
  }
  return `${text.slice(lines.startOf(first), titleSpan.start)}  `;
}

/** Blanks up to where the words of a list item start. */
function contentIndent({ lines }: Runbook, { item }: Step): string {
  if (item === null) return '';
  const start = lines.startOf(lines.lineAt(item.marker.start));
  return ' '.repeat(item.marker.end - start + 1);
}

/** How the document writes its verifications: their name, its marks, and whether a blank line follows. */
function likeOthers(runbook: Runbook): {
  readonly name: string;
  readonly label: (name: string) => string;
  readonly gap: readonly string[];
} {
  const { parts, text } = runbook;
  const other = parts.find(
    ({ role, from, item, name }) =>
      role === 'verification' && from === 'label' && item === null && /^verif/i.test(name),
  );
  if (other === undefined) return { name: 'Verification', label: labelStyle(runbook), gap: [''] };
  const words = trimSpan(text, { start: other.span.start, end: other.content.start });
  const lead = text.slice(words.start, other.nameSpan.start);
  const marks = text.slice(other.nameSpan.end, words.end);
  const below = text.slice(other.nameSpan.end, other.content.start);
  const loose = below.split(lineEndingOf(text)).length > 2;
  return { name: other.name, label: (name) => `${lead}${name}${marks}`, gap: loose ? [''] : [] };
}
