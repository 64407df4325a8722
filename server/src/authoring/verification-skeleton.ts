/** Writes an empty verification into a step, in the form that the step and its document have. */
import type { ListItem } from '../model/markdown';
import type { Procedure, Runbook, Step } from '../model/runbook';
import { lineEndingOf, type Edit } from '../text/edit';
import { trimSpan } from '../text/span';
import {
  blankBelow,
  bulletOf,
  endInQuote,
  endOfContent,
  indentWithin,
  joinLines,
  labelStyle,
  marksAt,
  quoted,
  withoutMarks,
} from './insertion';

/** What a verification says that is still to be written. */
export const verificationSlot = '[What shows that it worked]';

/**
 * The insertion: a bullet `Verify: …` in a fence, a comment among commands, an indented bullet in a list item, else a
 * label like the document's others with a box below it. Null for a row of a table, which has no room.
 */
export function verificationSkeleton(runbook: Runbook, procedure: Procedure, step: Step): Edit | null {
  if (procedure.form === 'table') return null;
  const insert = (at: number, marks: string, lines: readonly string[]): Edit => ({
    span: { start: at, end: at },
    newText: joinLines(runbook, ['', ...quoted(marks, lines)]),
  });
  const { fence, form } = procedure;
  if (fence !== null || form === 'comment') {
    const { end } = runbook.lines.spanOf(runbook.lines.lineAt(step.span.end));
    const bullet = `${indentInFence(runbook, step)}- Verify: ${verificationSlot}`;
    const marks = marksAt(runbook, fence?.span.start ?? end);
    return insert(end, marks, [form === 'comment' ? `# Verify: ${verificationSlot}` : bullet]);
  }
  const marks = marksAt(runbook, step.titleSpan.start);
  const span = { start: step.titleSpan.start, end: step.span.end };
  const end = marks === '' ? endOfContent(runbook, step.span) : endInQuote(runbook, span);
  if (step.item !== null)
    return insert(end, marks, [
      `${indentWithin(runbook, step.item)}${bulletIn(runbook, step.item)} Verify: ${verificationSlot}`,
    ]);
  const below = marks === '' ? blankBelow(runbook, end) : [];
  return insert(end, marks, ['', ...verificationLines(runbook), ...below]);
}

/** The bullet of the list that an item ends with, which a new one goes on with; else that of the document. */
function bulletIn(runbook: Runbook, { blocks }: ListItem): string {
  const list = blocks.at(-1);
  const first = list?.type === 'list' && !list.ordered ? list.items[0] : undefined;
  return first === undefined ? bulletOf(runbook) : runbook.text.charAt(first.marker.start);
}

/** A verification with one box that is still to be filled in, as the document writes its others. */
export function verificationLines(runbook: Runbook): string[] {
  const { name, label, gap } = likeOthers(runbook);
  return [label(name), ...gap, `${bulletOf(runbook)} [ ] ${verificationSlot}`];
}

/** The indentation of the bullets of a step in a fence, two blanks deeper than the step where it has none. */
export function indentInFence(runbook: Runbook, { span, titleSpan }: Step): string {
  const { lines, text } = runbook;
  const first = lines.lineAt(titleSpan.start);
  const last = lines.lineAt(span.end);
  for (let line = first + 1; line <= last; line++) {
    const indent = /^([ \t]+)\S/.exec(withoutMarks(lines.textOf(line)))?.[1];
    if (indent !== undefined) return indent;
  }
  return `${withoutMarks(text.slice(lines.startOf(first), titleSpan.start))}  `;
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
