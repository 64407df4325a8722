/** Finds verifications that say nothing: without words, with an empty box, or with template text for an answer. */
import type { Part, Placeholder, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { hintsOf } from '../../text/sightings';
import { encloses, firstFrom, trimSpan, type Span } from '../../text/span';
import { isBlankPart } from '../sections/blank-part';
import { holdsOnlyEmptyTables } from '../sections/table-cells';

export interface EmptyVerification {
  /** The empty item, the template text, or the name of a verification without words. */
  readonly span: Span;
  /** Whether it holds template text instead of nothing. */
  readonly template: boolean;
}

const itemPattern = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]*(?:(\[[ xX]\])[ \t]*)?([^]*)$/;

/**
 * The empty verifications of a document in order: one finding for a verification that says nothing at all, else one
 * for each empty item. The placeholder that is all an item says belongs here too.
 */
export const emptyVerifications = rememberOf((runbook: Runbook): readonly EmptyVerification[] =>
  [...inParts(runbook), ...inFences(runbook)].sort((a, b) => a.span.start - b.span.start),
);

function inParts(runbook: Runbook): EmptyVerification[] {
  const found: EmptyVerification[] = [];
  const inPhase = phaseFinder(runbook);
  const mayBeEmpty = emptyItems(runbook.pieces);
  let behind = 0;
  for (const part of runbook.parts) {
    if (part.role !== 'verification') continue;
    // of the gate of a phase an item may be left open; a verification inside another one was read with it
    if (inPhase(part.span)) {
      if (part.empty) found.push({ span: part.nameSpan, template: false });
    } else if (
      holdsOnlyEmptyTables(runbook, part.content) ||
      (isBlankPart(runbook, part) && !hasTable(runbook, part) && itemsOf(runbook, part).length === 0)
    ) {
      found.push({ span: part.nameSpan, template: false });
    } else if (part.span.start >= behind) {
      behind = part.span.end;
      const lines = wholeLines(runbook, part);
      if (lines.inline || mayBeEmpty(lines.span) || placeholderIn(runbook, lines.span) !== undefined)
        found.push(...itemsOf(runbook, part).filter(({ empty }) => empty));
    }
  }
  return found;
}

/** What every item without words on its line begins with. */
const emptyItems = hintsOf(/^[ \t>]*(?:[-*+]|\d+[.)])[^\S\r\n]*(?:\[[ xX]\][^\S\r\n]*)?$/gm);

/** The lines that hold what a part covers; `inline` when the first of them begins with its name. */
function wholeLines(
  { lines }: Runbook,
  { content, from, nameSpan }: Part,
): { readonly span: Span; readonly inline: boolean } {
  const first = lines.lineAt(content.start);
  const end = lines.spanOf(lines.lineAt(content.end)).end;
  return {
    span: { start: lines.startOf(first), end },
    inline: from === 'label' && first === lines.lineAt(nameSpan.start),
  };
}

function* inFences(runbook: Runbook): Iterable<EmptyVerification> {
  for (const procedure of runbook.procedures) {
    if (procedure.fence === null) continue;
    for (const span of procedure.steps.flatMap(({ verification }) => verification)) {
      const words = runbook.text.slice(span.start, span.end);
      const value = /^(?:[-*+]\s+)?[A-Za-z ]{4,30}:\s*((?:\S.*)?)$/.exec(words)?.[1];
      if (value === undefined) continue;
      const from = span.end - value.length;
      if (value === '') yield { span, template: false };
      else if (isTemplate(runbook, { start: from, end: span.end }))
        yield { span: { start: from, end: span.end }, template: true };
    }
  }
}

/** The items of a verification, or its whole text where it has none. */
function itemsOf(
  runbook: Runbook,
  { content, from, nameSpan }: Part,
): (EmptyVerification & { empty: boolean })[] {
  const { text, lines } = runbook;
  const found: (EmptyVerification & { empty: boolean })[] = [];
  if (content.end === content.start) return found;
  const first = lines.lineAt(content.start);
  const last = lines.lineAt(content.end);
  const inline = from === 'label' && first === lines.lineAt(nameSpan.start);
  for (let line = first; line <= last; line++) {
    const at = lines.spanOf(line);
    const whole =
      inline && line === first ? { start: content.start, end: Math.min(at.end, content.end) } : at;
    if (isCode(runbook, whole.start)) continue;
    const words = text.slice(whole.start, whole.end);
    const item = itemPattern.exec(words);
    if (item === null) {
      const span = trimSpan(text, whole);
      if (span.end > span.start && isTemplate(runbook, span))
        found.push({ span, template: true, empty: true });
      continue;
    }
    const [, box, rest = ''] = item;
    const marks = {
      start: whole.start + words.length - words.trimStart().length,
      end: whole.start + words.trimEnd().length,
    };
    const value = trimSpan(text, { start: whole.end - rest.length, end: whole.end });
    if (rest.trim() === '') {
      // an empty bullet may go on below; an empty box does not
      const goesOn =
        line < last &&
        /^[ \t]{2,}\S/.test(lines.textOf(line + 1)) &&
        itemPattern.exec(lines.textOf(line + 1)) === null;
      found.push({
        span: box === undefined ? marks : { start: marks.end - 3, end: marks.end },
        template: false,
        empty: !goesOn,
      });
    } else {
      found.push({ span: value, template: true, empty: isTemplate(runbook, value) });
    }
  }
  return found;
}

/** Whether a stretch is one placeholder and nothing else. */
function isTemplate(runbook: Runbook, span: Span): boolean {
  const { text } = runbook;
  const inner = trimSpan(text, span);
  const next = placeholderIn(runbook, inner)?.span;
  if (next?.start !== inner.start || !encloses(inner, next)) return false;
  return /^[.\s]*$/.test(text.slice(next.end, inner.end));
}

/** The first placeholder that starts in a stretch. */
function placeholderIn({ placeholders }: Runbook, { start, end }: Span): Placeholder | undefined {
  const next = placeholders[firstFrom(placeholders, start, ({ span }) => span.start)];
  return next !== undefined && next.span.start < end ? next : undefined;
}

function hasTable({ tables }: Runbook, { span }: Part): boolean {
  const next = tables[firstFrom(tables, span.start, ({ block }) => block.span.start)];
  return next !== undefined && encloses(span, next.block.span);
}

function isCode({ fences }: Runbook, offset: number): boolean {
  const fence = fences[firstFrom(fences, offset + 1, ({ span }) => span.start) - 1];
  return offset < (fence?.span.end ?? 0);
}

function phaseFinder({ phases }: Runbook): (span: Span) => boolean {
  return (span) => {
    const phase = phases[firstFrom(phases, span.start + 1, (one) => one.span.start) - 1];
    return phase?.rollout === null && encloses(phase.span, span);
  };
}
