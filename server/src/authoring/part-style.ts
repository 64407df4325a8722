/** Writes the name of a part as its siblings write theirs: marks, colon, blank line behind it, kind of fence. */
import type { Part, Phase, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { firstFrom, type Span } from '../text/span';
import {
  endOfContent,
  insertBlockAfter,
  insertLinesBelow,
  joinLines,
  labelStyle,
  marksAt,
  quoted,
  withoutMarks,
} from './insertion';

export interface PartStyle {
  /** `**Rollback:**`, `#### Rollback`, `Rollback:` */
  readonly lead: string;
  /** Whether a blank line stands between the name and what follows. */
  readonly loose: boolean;
}

/** How a part named `name` is written in `within`: as `sibling` is when there is one, else as its neighbours are. */
export function partStyle(
  runbook: Runbook,
  name: string,
  within: Span,
  sibling: Part | undefined,
): PartStyle {
  if (sibling !== undefined) return { lead: leadOf(runbook, sibling), loose: isLoose(runbook, sibling) };
  const near = partsBelow(runbook, within);
  const headed = near.find(({ from }) => from === 'heading');
  if (headed !== undefined && near.every(({ from }) => from === 'heading')) {
    return {
      lead: `${marksOf(runbook, headed)} ${name}`,
      loose: isLoose(runbook, headed),
    };
  }
  const sample = near.find(
    ({ from, content, nameSpan }) => from === 'label' && isBelow(runbook, nameSpan, content),
  );
  return { lead: labelStyle(runbook, within)(name), loose: sample !== undefined && isLoose(runbook, sample) };
}

/** `###` of a part with a heading, also where that is written as HTML or with a line below it. */
function marksOf({ headings }: Runbook, { nameSpan }: Part): string {
  const heading = headings[firstFrom(headings, nameSpan.start + 1, ({ titleSpan }) => titleSpan.start) - 1];
  return '#'.repeat(heading?.depth ?? 2);
}

/** The lines of a new part: its name, then `body`. */
export function partLines({ lead, loose }: PartStyle, body: readonly string[]): string[] {
  return [lead, ...(loose ? [''] : []), ...body];
}

/** Inserts a part into a phase, in front of the first of `followers` that the phase has, else at its end. */
export function insertInPhase(
  runbook: Runbook,
  phase: Phase,
  part: readonly string[],
  followers: readonly (Part | null)[],
): Edit {
  const starts = followers.flatMap((follower) => (follower === null ? [] : [follower.nameSpan.start]));
  if (starts.length === 0) {
    const end = endOfContent(runbook, { start: phase.headSpan.end, end: phase.span.end });
    return insertBlockAfter(runbook, end, part);
  }
  const { lines } = runbook;
  const start = lines.startOf(lines.lineAt(Math.min(...starts)));
  const marks = marksAt(runbook, start);
  const words = quoted(marks, [...part.map((line) => (marks === '' ? line : withoutMarks(line))), '']);
  return { span: { start, end: start }, newText: joinLines(runbook, [...words, '']) };
}

/** Puts lines under the name of a part that says nothing yet. */
export function fillPart(runbook: Runbook, part: Part, body: readonly string[]): Edit {
  const loose = part.from === 'heading';
  return insertLinesBelow(runbook, part.nameSpan.end, loose ? ['', ...body] : body, part.item);
}

/** The parts right below a phase, without those inside list items. */
function partsBelow({ parts }: Runbook, { start, end }: Span): Part[] {
  const startOf = (part: Part): number => part.span.start;
  return parts
    .slice(firstFrom(parts, start + 1, startOf), firstFrom(parts, end, startOf))
    .filter(({ item }) => item === null);
}

/** The line of a part's name without its value. */
function leadOf({ text, lines }: Runbook, { nameSpan, content, empty }: Part): string {
  const line = lines.spanOf(lines.lineAt(nameSpan.start));
  const end = empty ? line.end : Math.min(line.end, Math.max(content.start, nameSpan.end));
  return text.slice(line.start, end).trimEnd();
}

function isLoose(runbook: Runbook, { nameSpan, content, empty, from }: Part): boolean {
  if (empty) return from === 'heading';
  const { lines } = runbook;
  return lines.lineAt(content.start) - lines.lineAt(nameSpan.end) > 1;
}

function isBelow({ lines }: Runbook, name: Span, content: Span): boolean {
  return lines.lineAt(content.start) > lines.lineAt(name.start);
}
