/**
 * The one entry that an edit of a long document lies in, where everything outside of it says what it said before, be it at
 * another place. Compares two models; knows no rule.
 */
import { hasBody } from '../../model/entry';
import type {
  DocumentHeading,
  Entry,
  Label,
  Part,
  Phase,
  Procedure,
  Runbook,
  Section,
} from '../../model/runbook';
import { encloses, type Span } from '../../text/span';

/** Where the entry stood and stands. */
export interface ChangedEntry {
  readonly before: Span;
  readonly now: Span;
  /** How much longer the text became: what stands behind the entry has moved by so many characters. */
  readonly by: number;
}

/**
 * The outermost entry with a body around all that differs between two texts of a source of truth with several such entries;
 * null where that is no single entry, where what stands outside is read otherwise than before, or where the texts are in one
 * piece. In documents of other kinds what stands anywhere may make up for what an entry lacks.
 */
export function changedEntry(before: Runbook, now: Runbook): ChangedEntry | null {
  if (![before, now].every(({ kind }) => kind.kind === 'sot' && kind.house === null)) return null;
  const changed = changedStretch(before, now);
  if (changed === null) return null;
  // a closing tag says of all words in angle brackets that they are no gaps
  if (holdsClosingTag(before, changed.before) || holdsClosingTag(now, changed.now)) return null;
  const was = entryAround(before, changed.before);
  const is = entryAround(now, changed.now);
  const { by } = changed;
  if (was === undefined || is === undefined) return null;
  if (is.start !== was.start || is.end !== was.end + by) return null;
  const entry = { before: was, now: is, by };
  return isSameOutside(before, now, entry) ? entry : null;
}

/** What lies between the first and the last passages that are the same. */
function changedStretch(before: Runbook, now: Runbook): ChangedEntry | null {
  const was = before.passages;
  const is = now.passages;
  const most = Math.min(was.length, is.length);
  const top = is[0]?.start ?? 0;
  if (was[0]?.start !== top || before.text.slice(0, top) !== now.text.slice(0, top)) return null;
  let front = 0;
  while (front < most && was[front]?.reading === is[front]?.reading) front++;
  let back = 0;
  while (back < most - front && was.at(-1 - back)?.reading === is.at(-1 - back)?.reading) back++;
  const start = is[front]?.start;
  if (start === undefined || was[front]?.start !== start) return null;
  const end = is[is.length - back]?.start ?? now.text.length;
  const endBefore = was[was.length - back]?.start ?? before.text.length;
  return { before: { start, end: endBefore }, now: { start, end }, by: end - endBefore };
}

function holdsClosingTag({ text }: Runbook, { start, end }: Span): boolean {
  const at = text.indexOf('</', start);
  return at >= 0 && at < end;
}

function entryAround({ entries }: Runbook, changed: Span): Span | undefined {
  let bodied = 0;
  let found: Entry | undefined;
  for (const entry of entries) {
    if (!hasBody(entry)) continue;
    bodied++;
    if (found === undefined && encloses(entry.span, changed)) found = entry;
  }
  return bodied > 1 && found?.form === 'heading' ? found.span : undefined;
}

/**
 * Whether all that is read of several passages together is as before outside of the entry, and what others may say of the
 * entries in it. What one passage says is; so are mentions, which are read off passages and the things compared here.
 */
function isSameOutside(before: Runbook, now: Runbook, entry: ChangedEntry): boolean {
  return (
    before.entries.length === now.entries.length &&
    before.entries.every((was, index) => isAlike(was, now.entries[index])) &&
    agree(before.entries, now.entries, isSameEntry, entry) &&
    agree(sectionsIn(before), sectionsIn(now), isSameSection, entry, true) &&
    agree(before.headings, now.headings, isSameHeading, entry) &&
    agree(before.phases, now.phases, isSamePhase, entry) &&
    agree(before.procedures, now.procedures, isSameProcedure, entry) &&
    agree(before.parts, now.parts, isSamePart, entry) &&
    agree(before.labels, now.labels, isSameLabel, entry)
  );
}

/**
 * Whether two lists, each in order of the places, are the same but for what starts in the entry. Nothing may reach into it or
 * out of it; only sections may stand around it, which say nothing of what they hold.
 */
function agree<T extends { readonly span: Span }>(
  before: readonly T[],
  now: readonly T[],
  isSame: (a: T, b: T) => boolean,
  entry: ChangedEntry,
  mayEnclose = false,
): boolean {
  const isKept = (was: T, is: T): boolean => isMoved(was.span, is.span, entry, mayEnclose) && isSame(was, is);
  let front = 0;
  for (; ; front++) {
    const was = before[front];
    const is = now[front];
    const isOver = was === undefined || was.span.start >= entry.before.start;
    if (isOver !== (is === undefined || is.span.start >= entry.now.start)) return false;
    if (isOver || is === undefined) break;
    if (!isKept(was, is)) return false;
  }
  let back = 1;
  for (; ; back++) {
    const was = before.length - back < front ? undefined : before.at(-back);
    const is = now.length - back < front ? undefined : now.at(-back);
    const isOver = was === undefined || was.span.start < entry.before.end;
    if (isOver !== (is === undefined || is.span.start < entry.now.end)) return false;
    if (isOver || is === undefined) break;
    if (!isKept(was, is)) return false;
  }
  return (
    endsIn(before, front, before.length - back, entry.before) &&
    endsIn(now, front, now.length - back, entry.now)
  );
}

/** Whether the items between two indices end where a stretch ends at the latest. */
function endsIn(
  items: readonly { readonly span: Span }[],
  first: number,
  last: number,
  { end }: Span,
): boolean {
  for (let index = first; index <= last; index++) if ((items[index]?.span.end ?? 0) > end) return false;
  return true;
}

/** Whether a span that starts outside of the entry is the other one after the edit. */
function isMoved(was: Span, is: Span, { before, by }: ChangedEntry, mayEnclose: boolean): boolean {
  if (was.start >= before.end) return is.start === was.start + by && is.end === was.end + by;
  if (is.start !== was.start) return false;
  if (was.end <= before.start) return is.end === was.end;
  return mayEnclose && was.end >= before.end && is.end === was.end + by;
}

/** All sections in order, without the root. */
function sectionsIn({ root }: Runbook): readonly Section[] {
  const found: Section[] = [];
  const visit = ({ children }: Section): void => {
    for (const child of children) {
      found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

function isAlike(a: Entry, b: Entry | undefined): boolean {
  return (
    a.id.text === b?.id.text &&
    a.form === b.form &&
    a.stub === b.stub &&
    (a.deprecated === null) === (b.deprecated === null)
  );
}

function isSameEntry(a: Entry, b: Entry): boolean {
  return (
    a.title === b.title &&
    a.fields.length === b.fields.length &&
    a.parts.length === b.parts.length &&
    a.linkedIds.length === b.linkedIds.length &&
    a.escalation.length === b.escalation.length
  );
}

function isSameSection(a: Section, b: Section): boolean {
  return a.role === b.role;
}

function isSameHeading(a: DocumentHeading, b: DocumentHeading): boolean {
  return a.role === b.role && a.slug === b.slug && a.gitLabSlug === b.gitLabSlug;
}

function isSamePhase(a: Phase, b: Phase): boolean {
  return a.key === b.key && (a.rollout === null) === (b.rollout === null);
}

function isSameProcedure(a: Procedure, b: Procedure): boolean {
  return (
    a.form === b.form &&
    a.role === b.role &&
    a.name === b.name &&
    a.steps.length === b.steps.length &&
    (a.fence === null) === (b.fence === null) &&
    (a.checklist === null) === (b.checklist === null) &&
    (a.coveredBy === null) === (b.coveredBy === null)
  );
}

function isSamePart(a: Part, b: Part): boolean {
  return a.role === b.role && a.key === b.key && a.empty === b.empty;
}

function isSameLabel(a: Label, b: Label): boolean {
  return a.role === b.role && a.key === b.key && (a.value === null) === (b.value === null);
}
