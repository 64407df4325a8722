/** Makes a runbook entry of its own of the steps at the cursor; where they stood, a line says which to follow. */
import type { Summary } from '../../index/summary';
import { hasBody } from '../../model/entry';
import { keyOf, parseIdentifier } from '../../model/identifier';
import type { Entry, Procedure, Runbook } from '../../model/runbook';
import type { Role } from '../../model/vocabulary';
import { blockOf } from '../../document/entries/entry-block';
import { openBlocks } from '../../document/open-block';
import { levelOfEntry, placeOfEntry } from '../../authoring/entry-place';
import { gapAbove } from '../../document/entries/gap-lines';
import { valueOf, wordsAt } from '../../document/fields/fields';
import { bulletOf, endOfContent } from '../../authoring/insertion';
import { appendLinkedId, linkedPart } from '../../lint/shared/linked-ids';
import { pathBetween } from '../../index/link-target';
import { entryFragment } from '../../templates/entry-fragment';
import { lineEndingOf, type Edit } from '../../text/edit';
import { encloses, type Span } from '../../text/span';
import { linkTargetsOf } from '../shared/definition-link';
import { changeLogRow, navigationBullet, type Addition } from '../../authoring/entry-registers';
import { linkEdits, linkersOf, MovedFragments, textWith } from '../shared/moved-fragments';
import type { Refactoring, RefactoringPlace } from './refactoring';
import { procedureAt } from './renumber-steps';
import { shiftHeadings } from './shift-headings';

export function* extractSteps(place: RefactoringPlace): Iterable<Refactoring> {
  const { context, runbook, uri, selection, entry } = place;
  const procedure = procedureAt(runbook, selection.start);
  // a runbook that is not in force is to be replaced, not to become another one
  if (entry?.deprecated !== null || procedure === undefined) return;
  const steps = stepsOf(runbook, entry, procedure);
  const owner = ownerOf(place);
  const target = owner === undefined ? undefined : context.runbook(owner.uri);
  if (steps === null || owner === undefined || target === undefined || isLinked(place, steps)) return;
  const id = context.workspace.nextId('RUN', owner.uri);
  const edits = extracted(place, entry, procedure, steps, { uri: owner.uri, runbook: target, id });
  if (edits !== null)
    yield {
      title:
        owner.uri === uri
          ? context.say`Extract the steps of "${procedure.name}" into ${id}`
          : context.say`Extract the steps of "${procedure.name}" into ${id} in ${owner.path}`,
      kind: 'refactor.extract',
      edits,
    };
}

/** Whole lines at the left margin; steps in a fence, a list item or a quote stay, as does what holds definitions. */
function stepsOf(runbook: Runbook, entry: Entry, { span, fence, steps }: Procedure): Span | null {
  const { lines, text, blocks } = runbook;
  const start = lines.startOf(lines.lineAt(span.start));
  if (fence !== null || steps.length === 0 || !encloses(entry.span, span)) return null;
  // a command right below the heading makes a step of the entry itself, which stays
  if (span.start < entry.headingSpan.end) return null;
  if (!/^[ #*]*$/.test(text.slice(start, span.start)) || /^\s/.test(text.slice(start, start + 1)))
    return null;
  // what belongs to the next heading stays with it, and what belongs to the first goes along
  const above = text.startsWith('#', start)
    ? gapAbove(runbook, start, entry.headingSpan.end, () => false).to
    : start;
  const isWithin =
    span.end < text.length && text.slice(lines.startOf(lines.lineAt(span.end)), span.end).trim() !== '';
  const last = isWithin
    ? endOfContent(runbook, { start, end: span.end })
    : gapAbove(runbook, span.end, span.start, () => true).from;
  // comments behind the words of the entry may be about what follows, or never end
  const block = blockOf(runbook, entry);
  const end = block === undefined || block.span.end <= start ? last : Math.min(last, block.span.end);
  const steady = withTable(runbook, { start: above, end });
  if (steady === null) return null;
  const bound = blocks.some(
    ({ type, span: own }) => (type === 'definition' || type === 'footnote') && encloses(steady, own),
  );
  // behind a fence, a comment or an element that never ends, the rest of the other document would be a part of it
  if (openBlocks(runbook).some(({ span: own }) => own.start < steady.end && own.end > steady.start))
    return null;
  // an entry in plain lines is none of the steps, and would be moved into the new one
  if (runbook.entries.some((other) => other !== entry && hasBody(other) && encloses(steady, other.span)))
    return null;
  // nor is a field of this one that goes on a list of steps: **Linked IDs**: MON-001
  if (isAboutEntry(entry, steady)) return null;
  return bound || /\[\^[^[\]]+\]/.test(text.slice(steady.start, steady.end)) ? null : steady;
}

/** Rows are steps with the header that says what their cells are; of another block no part is taken out. */
function withTable({ blocks }: Runbook, { start, end }: Span): Span | null {
  const open = blocks.find(({ span }) => span.start < start && span.end > start);
  const cut = blocks.find(({ type, span }) => type === 'table' && span.start < end && span.end > end);
  if (open !== undefined && open.type !== 'table') return null;
  return { start: open?.span.start ?? start, end: cut?.span.end ?? end };
}

/** What a label below a step says of the entry around it. */
const ofEntries: readonly (Role | null)[] = ['trigger', 'scope', 'linked-ids'];

/** Whether a field that says something of an entry as a whole stands among its sections or is one of the steps, or a label stands in one of these. */
function isAboutEntry({ fields, parts }: Entry, span: Span): boolean {
  const sections = parts.find(({ from }) => from === 'heading')?.nameSpan.start ?? Infinity;
  return (
    fields.some(
      ({ nameSpan, item }) => (nameSpan.start > sections || item !== null) && encloses(span, nameSpan),
    ) ||
    parts.some(
      ({ from, role, nameSpan }) =>
        from !== 'heading' && ofEntries.includes(role) && encloses(span, nameSpan),
    )
  );
}

/** Whether a link leads to a heading or an anchor of the steps: it would lead nowhere when they are gone. */
function isLinked({ context, runbook, uri }: RefactoringPlace, steps: Span): boolean {
  const fragments = new Set([
    ...runbook.headings.flatMap(({ span, slug, gitLabSlug }) =>
      encloses(steps, span) ? [slug, gitLabSlug] : [],
    ),
    ...runbook.anchors.flatMap(({ span, id }) => (encloses(steps, span) ? [id.toLowerCase()] : [])),
  ]);
  if (fragments.size === 0) return false;
  return [...linkersOf(context, [uri])].some((linker) => {
    const targets = linkTargetsOf(context, linker);
    return (context.runbook(linker)?.links ?? []).some((link) => {
      if (link.external || link.fragment === null || !fragments.has(link.fragment.toLowerCase()))
        return false;
      const target = targets.of(link);
      return target.kind === 'document' && target.summary.uri === uri;
    });
  });
}

/** This file where it may hold runbooks, else the first that owns them. */
function ownerOf({ context: { workspace }, uri }: RefactoringPlace): Summary | undefined {
  const owners = workspace.owners('RUN');
  const declaring = owners.filter(({ prefixes }) => prefixes.includes('RUN'));
  const best = declaring.length > 0 ? declaring : owners;
  return best.find((one) => one.uri === uri) ?? best[0];
}

interface Target {
  readonly uri: string;
  readonly runbook: Runbook;
  /** The new entry's id. */
  readonly id: string;
}

function extracted(
  { context, runbook, uri }: RefactoringPlace,
  entry: Entry,
  procedure: Procedure,
  steps: Span,
  { uri: to, runbook: target, id }: Target,
): Map<string, Edit[]> | null {
  const newId = parseIdentifier(id);
  if (newId === null) return null;
  const depth = levelOfEntry(target, newId) ?? 2;
  const inner = runbook.headings.filter(({ span }) => encloses(steps, span));
  const top = inner.reduce((least, heading) => Math.min(least, heading.depth), 7);
  const shifts = shiftHeadings(runbook, steps, top === 7 ? 0 : depth + 2 - top);
  if (shifts === null) return null;
  const eol = lineEndingOf(target.text);
  const links = linkEdits(context, uri, new MovedFragments(), { spans: [steps], to });
  const name = procedure.name === entry.id.text ? `Steps of ${entry.id.text}` : procedure.name;
  const title = [entry.title, name].filter((words) => words !== '').join(': ');
  const owner = valueOf(entry, 'owner');
  const path = to === uri ? '' : pathBetween(context.placeOf(to).path, context.placeOf(uri).path);
  const slug = runbook.headings.find(({ span }) => span.start === entry.headingSpan.start)?.slug ?? '';
  const way = path + (slug === '' ? '' : `#${slug}`);
  const origin = way === '' ? entry.id.text : `[${entry.id.text}](${way})`;
  const marks = '#'.repeat(depth);
  const bullet = bulletOf(target);
  // what only the author knows is left open, as the templates do
  const words = [
    `${marks} ${id}: ${title}`,
    '',
    `**ID**: ${id}`,
    '**Category**: {Category}',
    '**Status**: Active',
    `**Owner**: ${owner === undefined ? '{Team}' : wordsAt(runbook, owner.span)}`,
    `**Created**: ${context.today()}`,
    '**Last Tested**: YYYY-MM-DD',
    '',
    `${marks}# When to Use`,
    '',
    `${origin} calls for it.`,
    '',
    `${marks}# Scope`,
    '',
    `${bullet} **Handles**: {Situations meant}`,
    `${bullet} **Does NOT handle**: {Similar situations not meant, and where to go}`,
    '',
    `${marks}# Prerequisites`,
    '',
    `${bullet} [ ] {What must be ready}`,
    '',
    `${marks}# ${procedure.role === 'rollback' ? 'Rollback Steps' : 'Steps'}`,
    '',
    textWith(runbook, steps, [...links, ...shifts]).replace(/\r\n|\r|\n/g, eol),
    '',
    `${marks}# Escalation Path`,
    '',
    '| Level | Contact | Trigger Condition |',
    '| --- | --- | --- |',
    '| L1 | {Role or team} | {When} |',
    '',
    `${marks}# Related IDs`,
    '',
    `${bullet} ${origin} - where it is followed`,
  ].join(eol);
  const back = to === uri ? '' : pathBetween(context.placeOf(uri).path, context.placeOf(to).path);
  const additions = [
    navigationBullet(target, { prefix: newId.prefix, number: newId.number, id, title }),
    changeLogRow(target, { id, today: context.today(), change: `Extracted from ${entry.id.text}` }),
  ].filter((addition): addition is Addition => addition !== null);
  const { offset, before, after } = placeOfEntry(target, { ...newId, form: 'heading' });
  if (to === uri && steps.start < offset && offset < steps.end) return null;
  const there: Edit[] = [
    ...additions.map(({ offset, newText }) => ({
      span: { start: offset, end: offset },
      newText: newText.replaceAll('\n', eol),
    })),
    { span: { start: offset, end: offset }, newText: before + words + after },
  ];
  const fragment = entryFragment(id, title);
  const here: Edit[] = [{ span: steps, newText: `Follow [${id}](${back}#${fragment}).` }];
  // a list of linked ids that leaves it out would be wrong
  if (linkedPart(entry) !== undefined) {
    const linked = { key: keyOf(newId), id: newId, title, slug: fragment };
    const { path: there } = context.placeOf(to);
    here.push(appendLinkedId(runbook, entry, linked, there, { uri, workspace: context.workspace }));
  }
  return to === uri
    ? new Map([[uri, [...here, ...there]]])
    : new Map<string, Edit[]>([
        [uri, here],
        [to, there],
      ]);
}
