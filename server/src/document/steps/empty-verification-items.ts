/** Finds verifications that say nothing: without words, with an empty box, or with template text for an answer. */
import type { ListItem } from '../../model/markdown';
import type { Label, Part, Placeholder, Runbook } from '../../model/runbook';
import { isVerifying, roleInStep } from '../../model/vocabulary';
import { rememberOf } from '../../text/remember';
import { hintsOf } from '../../text/sightings';
import { encloses, firstFrom, trimSpan, type Span } from '../../text/span';
import { isBlankPart } from '../sections/blank-part';
import { holdsNoWords } from '../sections/section-lookup';
import { partsWithin } from './judged-procedure';
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
  [...inParts(runbook), ...inSteps(runbook), ...inFences(runbook)].sort(
    (a, b) => a.span.start - b.span.start,
  ),
);

function inParts(runbook: Runbook): EmptyVerification[] {
  const found: EmptyVerification[] = [];
  const inPhase = phaseFinder(runbook);
  const mayBeEmpty = emptyItems(runbook.pieces);
  const titles = titlesAlone(runbook);
  let behind = 0;
  for (const part of runbook.parts) {
    if (part.role !== 'verification' || (part.empty && isTitle(runbook, part, titles))) continue;
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

/**
 * Of labels such as `Check:` and `Result:`, which confirm a step, those that say nothing where nothing else confirms it. A
 * step that looks or tells by itself may leave its result to be filled in.
 */
function inSteps(runbook: Runbook): EmptyVerification[] {
  const { labels, procedures } = runbook;
  const startOf = ({ span }: Label): number => span.start;
  return procedures
    .flatMap(({ steps }) => steps)
    .flatMap(({ span, verification, verifies, tells }) => {
      if (verifies || tells || partsWithin(runbook, span).some(({ role }) => isVerifying(role))) return [];
      const [label, further] = labels
        .slice(firstFrom(labels, span.start, startOf), firstFrom(labels, span.end, startOf))
        .filter(({ role, name }) => role === null && roleInStep(name) === 'verification');
      if (label === undefined) return emptyBoxes(runbook, verification);
      if (further !== undefined) return [];
      const { span: whole, nameSpan } = label;
      if (!verification.every((one) => encloses(whole, one))) return [];
      const marks =
        /^[*_]{0,3}[:：]?[*_]{0,3}/.exec(runbook.text.slice(nameSpan.end, whole.end))?.[0].length ?? 0;
      const content = trimSpan(runbook.text, {
        start: label.value?.span.start ?? nameSpan.end + marks,
        end: whole.end,
      });
      const items = itemsOf(runbook, { content, from: 'label', nameSpan });
      if (items.some(({ empty }) => !empty)) return [];
      if (items.length > 0) return items;
      return holdsNoWords(runbook, content) ? [{ span: nameSpan, template: false }] : [];
    });
}

/** The empty boxes among what confirms a step, where that is nothing but empty boxes and names in front of them. */
function emptyBoxes({ text }: Runbook, verification: readonly Span[]): EmptyVerification[] {
  const says = ({ start, end }: Span): boolean => start < end && !/[:：][*_]*$/.test(text.slice(start, end));
  if (verification.some(says)) return [];
  return verification
    .filter(({ start, end }) => start === end)
    .map(({ end }) => ({ span: { start: text.lastIndexOf('[', end), end }, template: false }));
}

/** Whether a verification without words is the title of an item: one to be ticked, `- [ ] **Backup verification**`, or of a list of titles. */
function isTitle({ text }: Runbook, { item, nameSpan }: Part, titles: ReadonlySet<ListItem | null>): boolean {
  if (item === null || /^[*_]{0,3}[ \t]?[:：]/.test(text.slice(nameSpan.end, nameSpan.end + 5))) return false;
  return item.box !== null || titles.has(item);
}

/** The items of lists of steps that say no more than a title each: `1. **Validation**` above `2. **Deployment**`. */
function titlesAlone({ procedures, text }: Runbook): ReadonlySet<ListItem | null> {
  const items = new Set<ListItem | null>();
  for (const { form, steps } of procedures)
    if (
      form === 'list' &&
      steps.length > 1 &&
      steps.every(({ titleSpan, span }) => /^[*_]{0,3}\s*$/.test(text.slice(titleSpan.end, span.end)))
    )
      for (const { item } of steps) if (item !== null) items.add(item);
  return items;
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
  { content, from, nameSpan }: Pick<Part, 'content' | 'from' | 'nameSpan'>,
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
