/** A procedure in which no steps are found, so that nothing in it is checked. */
import { englishValue } from '../../../model/translated-values';
import { hasBody } from '../../../model/entry';
import type { Entry, Runbook } from '../../../model/runbook';
import { roleOf } from '../../../model/vocabulary';
import { encloses, firstFrom, trimSpan, type Span } from '../../../text/span';
import { entryField } from '../../../document/fields/entry-field';
import { nameSpanOf, wordsAt } from '../../../document/fields/fields';
import { isLoose, isProcedural, partsWithin } from '../../../document/steps/judged-procedure';
import { mentionsIn } from '../../shared/linked-ids';
import { holdsOnlyGaps } from '../../../document/placeholders/only-gaps';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface Unreadable extends Match {
  /** The section that should hold the steps, or the entry where it has none. */
  readonly name: string;
}

const messages = new Messages({
  unreadable:
    'No steps found in "{name}", so it is not checked. Use "### Step 1: …" headings, a list, or a table of steps.',
});

export const unreadableProcedure = defineRule<Unreadable>({
  meta: {
    name: 'unreadable-procedure',
    summary: 'A procedure in which no steps are found',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    judges: 'entry',
    role: 'steps',
    yieldsTo: ['missing-entry-section', 'placeholder'],
  },
  *find({ runbook, entries, configuration }) {
    for (const entry of entries) {
      if (!isProcedural(entry, configuration) || entry.deprecated !== null || isEscalation(runbook, entry))
        continue;
      const found = unreadableIn(runbook, entry.span);
      if (found === 'readable') continue;
      if (found !== null) yield { ...found, entry };
      else if (entry.id.prefix === 'RUN' && !sectionsOf(runbook, entry.span).some(refersToRunbook(runbook)))
        yield { span: nameSpanOf(entry), name: entry.id.text, entry };
    }
    if (runbook.kind.kind !== 'entry' || runbook.entries.some(hasBody)) return;
    const found = unreadableIn(runbook, { start: 0, end: runbook.text.length });
    const title = runbook.headings[0];
    if (found === 'readable') return;
    if (found !== null) yield found;
    else if (title !== undefined) yield { span: title.titleSpan, name: title.title };
  },
  message: ({ name }) => messages.of('unreadable', { name }),
});

/**
 * The first section of steps in a span that has text but no step; null where there is no such section. Steps in other
 * sections do not make up for it, unless their heading says that they are steps.
 */
function unreadableIn(
  runbook: Runbook,
  span: Span,
): { readonly span: Span; readonly name: string } | 'readable' | null {
  // the last procedure of a document may end after its entry, with a blank line
  const { procedures } = runbook;
  const aside = partsWithin(runbook, span).filter(({ role }) => role === 'post' || role === 'prerequisites');
  const all = procedures
    .slice(
      firstFrom(procedures, span.start, (procedure) => procedure.span.start),
      firstFrom(procedures, span.end, (procedure) => procedure.span.start),
    )
    // what is done before and afterwards says nothing of the work
    .filter((procedure) => !aside.some((part) => encloses(part.span, procedure.span)));
  if (all.some((procedure) => procedure.role !== 'rollback' && !isLoose(procedure))) return 'readable';
  const goesBack = leadsBack(runbook, span);
  const here = goesBack ? all : all.filter(({ role }) => role !== 'rollback');
  if (here.some((procedure) => !isLoose(procedure))) return 'readable';
  // the steps of a runbook about a way back are that way
  if (goesBack && here.some(({ role }) => role === 'rollback')) return 'readable';
  const section = partsWithin(runbook, span).find(({ role, item }) => role === 'steps' && item === null);
  // what recovers something is the work where nothing else is
  if (section === undefined)
    return here.length > 0 || all.some(({ name }) => recovers.test(name)) ? 'readable' : null;
  if (all.some((procedure) => encloses(section.span, procedure.span))) return 'readable';
  if (!section.empty && holdsOnlyGaps(runbook, section.content)) return 'readable';
  if (
    !section.empty &&
    [section.content, ...sectionsOf(runbook, section.span)].some(refersToRunbook(runbook))
  )
    return 'readable';
  return { span: section.nameSpan, name: section.name };
}

const recovers = /recover|restor|wiederherstell|r[ée]tabli|recuper|restaur|復旧|回復|恢复|복구|복원/i;

/** Whether an entry, or a document, is about a way back by its title: "Gateway rollback". */
function leadsBack({ headings }: Runbook, { start }: Span): boolean {
  const title = headings[firstFrom(headings, start, (heading) => heading.span.start)]?.title ?? '';
  return roleOf(title.replace(/^\W*RUN-\d+\W*/, '')) === 'rollback';
}

/**
 * Whether a section only refers to where the steps are: "Follow [RUN-002](#run-002-drain).", "See RUN-002.", "Please
 * follow the steps in the [recovery docs](https://example.com)."
 */
function refersToRunbook({ text, mentions, links }: Runbook): (content: Span) => boolean {
  return (content) => {
    const { start, end } = trimSpan(text, content);
    if (end - start > 400) return false;
    const words = text.slice(start, end);
    if (
      !/^(?:please )?(?:follow|see|use|run|do|execute|perform|go through|same as|as in|refer to)\b/i.test(
        words,
      )
    )
      return false;
    if (/[.;][ \t]+\S|\n[ \t]*\n/.test(words)) return false;
    const link = links[firstFrom(links, start, ({ inline }) => inline.span.start)];
    if (
      link !== undefined &&
      link.inline.span.end <= end &&
      /^(?:please )?(?:follow|see|refer to)\b/i.test(words)
    )
      return true;
    return mentionsIn({ mentions }, { start, end }).some(
      ({ id, excluded, place }) => id !== null && excluded === null && place !== 'definition',
    );
  };
}

/** The content below the headings in a span, where that is one paragraph, with fields (or an entry's plain lines) in front of it and labelled parts behind it. */
function sectionsOf({ blocks, labels }: Runbook, { start, end }: Span): Span[] {
  const own = blocks
    .slice(...[start, end].map((at) => firstFrom(blocks, at, ({ span }) => span.start)))
    .filter(({ type }) => type !== 'break' && type !== 'html' && type !== 'definition');
  const isLabelled = (at: number): boolean =>
    labels[firstFrom(labels, at, ({ span }) => span.start)]?.span.start === at;
  return own.flatMap(({ type, span }, index) => {
    const [before, next] = [own[index - 1], own[index + 1]];
    const ends = next === undefined || next.type === 'heading' || isLabelled(next.span.start);
    const isHead = before?.type === 'heading' || before?.span.start === start;
    const isBelow = isHead || (before !== undefined && isLabelled(before.span.start));
    return type === 'paragraph' && isBelow && ends ? [span] : [];
  });
}

/** Runbooks of the category Escalation only say whom to call, and have no steps. */
function isEscalation(runbook: Runbook, entry: Entry): boolean {
  const category = entryField(runbook, entry, ['category', 'runbook category', 'type'])?.value;
  return category != null && /^\W*escalation\b/i.test(englishValue(wordsAt(runbook, category.span)));
}
