/** What of a document a run is about: all of it, or one of its entries; and the parts that stand in it. */
import { hasBody } from '../../model/entry';
import type { Entry, Part, Runbook, Section } from '../../model/runbook';
import type { Role } from '../../model/vocabulary';
import { encloses, type Span } from '../../text/span';
import { partsWithin } from '../steps/judged-procedure';
import { isVerifying } from '../../model/vocabulary';
import { sectionsIn } from '../sections/section-lookup';

export interface PlanScope {
  readonly runbook: Runbook;
  readonly span: Span;
  readonly entry: Entry | null;
}

/** The scope of an entry by its id, or of a document (null); null where there is no such entry with a body. */
export function scopeOf(runbook: Runbook, id: string | null): PlanScope | null {
  if (id === null) return { runbook, span: { start: 0, end: runbook.text.length }, entry: null };
  const entry = runbook.entries.find((one) => hasBody(one) && one.id.text === id);
  return entry === undefined ? null : { runbook, span: wholeOf(runbook, entry), entry };
}

/** An entry with the blanks behind it, which the last procedure in it may reach over. */
export function wholeOf({ text }: Runbook, { span }: Entry): Span {
  let { end } = span;
  while (end < text.length && /\s/.test(text.charAt(end))) end++;
  return { start: span.start, end };
}

/** The outermost parts of a role in a scope, but for those that stand in one of `inside`. */
export function partsOf({ runbook, span }: PlanScope, role: Role, inside: readonly Span[]): readonly Part[] {
  const found: Part[] = [];
  for (const part of partsWithin(runbook, span)) {
    const isAsked = role === 'verification' ? isVerifying(part.role) : part.role === role;
    if (!isAsked || inside.some((one) => encloses(one, part.nameSpan))) continue;
    if (!found.some((one) => encloses(one.span, part.nameSpan))) found.push(part);
  }
  return found;
}

/** Sections that speak of something else than the work itself. */
const aside =
  /maintenance|monitoring|security|recovery|troubleshooting|performance|appendix|references|glossary|architecture|communication|contacts|metrics|change ?log|history|notes/;

/** The outermost sections of a scope that are about something else than the work. */
export function asides({ runbook, span, entry }: PlanScope): readonly Section[] {
  if (entry !== null) return [];
  return sectionsIn(runbook, span).filter(
    ({ heading }) => heading !== null && heading.depth >= 2 && aside.test(heading.key),
  );
}

/** The innermost section around a span. */
export function sectionAround({ root }: Runbook, span: Span): Section {
  let section = root;
  for (;;) {
    const inner = section.children.find((child) => encloses(child.span, span));
    if (inner === undefined) return section;
    section = inner;
  }
}
