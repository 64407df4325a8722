/** Turns the plain form of 002 (`RUN-001: Title` over plain fields) into 003's heading form, and back. */
import { keyOf } from '../../model/identifier';
import type { Entry, Label, Runbook } from '../../model/runbook';
import { headedBlocks } from '../../document/entries/entry-block';
import { entryField } from '../../document/fields/entry-field';
import { templateFields } from '../../lint/shared/entry-template';
import { joinLines } from '../../authoring/insertion';
import type { Edit } from '../../text/edit';
import { encloses, firstFrom } from '../../text/span';
import { shiftHeadings } from './shift-headings';
import { linkEdits, linkersOf, MovedFragments } from '../shared/moved-fragments';
import { isOnDefinition, rewriteHere, type Refactoring, type RefactoringPlace } from './refactoring';

export function* convertForm(place: RefactoringPlace): Iterable<Refactoring> {
  const { entry, runbook } = place;
  if (entry === undefined || !isOnDefinition(place, entry)) return;
  if (entry.form === 'plain') {
    if (repeatsOuter(runbook, entry)) return;
    yield* rewriteHere(
      place,
      place.context.say`Convert ${entry.id.text} to a heading with bold fields`,
      toHeading(runbook, entry),
    );
  } else if (entry.form === 'heading' && entry.id.prefix === 'RUN') yield* toPlainForm(place, entry);
}

/** Whether it goes on with what an entry of the same id around it says: a heading would take that from the other one. */
function repeatsOuter({ entries }: Runbook, { id, headingSpan }: Entry): boolean {
  return entries.some(
    ({ id: other, form, span }) =>
      form === 'heading' && keyOf(other) === keyOf(id) && encloses(span, headingSpan),
  );
}

/** The definition becomes a heading, the lines of fields below it get bold names, headings below go one level down. */
function toHeading(runbook: Runbook, entry: Entry): Edit[] {
  const { titleSpan, headingSpan, id } = entry;
  const block = { start: headingSpan.end, end: entry.span.end };
  const own = runbook.headings.filter(({ span }) => span.start >= block.start && span.end <= block.end);
  const depth = headedBlocks(runbook)[0]?.entry.section?.heading?.depth ?? 2;
  const top = own.reduce((least, heading) => Math.min(least, heading.depth), depth + 1);
  const shifts = shiftHeadings(runbook, block, Math.max(0, depth + 1 - top));
  if (shifts === null) return [];
  const fields = fieldLines(runbook, entry, 'plain');
  const stated = entry.fields.some(({ key }) => key === 'id');
  const head = [...(stated ? [] : [`**ID**: ${id.text}`]), ...lackingFields(runbook, entry)];
  return [
    {
      span: { start: headingSpan.start, end: titleSpan.start },
      newText: `${'#'.repeat(depth)} ${id.text}: `,
    },
    {
      span: { start: headingSpan.end, end: headingSpan.end },
      newText: joinLines(runbook, head.length === 0 ? ['', ''] : ['', '', ...head]),
    },
    ...fields.map(({ nameSpan }) => ({
      span: nameSpan,
      newText: `**${runbook.text.slice(nameSpan.start, nameSpan.end)}**`,
    })),
    ...shifts,
  ];
}

/** Fields that a Source-of-Truth file asks of entries with a heading, and of plain ones not, with slots for their values. */
function lackingFields(runbook: Runbook, entry: Entry): string[] {
  if (runbook.kind.kind !== 'sot' || entry.fields.some(({ key }) => key === 'trigger')) return [];
  return (templateFields.get(entry.id.prefix) ?? [])
    .filter(({ name, keys }) => name !== 'ID' && entryField(runbook, entry, keys) === undefined)
    .map(({ name }) => `**${name}**: ${name === 'Created' ? 'YYYY-MM-DD' : `{${name}}`}`);
}

function* toPlainForm({ context, runbook, uri }: RefactoringPlace, entry: Entry): Iterable<Refactoring> {
  const { headingSpan, id, idSpan, title, titleSpan } = entry;
  const next = runbook.headings[firstFrom(runbook.headings, entry.span.end, ({ span }) => span.start)];
  // a plain entry reaches to the next definition: what else follows would become part of it
  if (
    next !== undefined &&
    !headedBlocks(runbook).some(({ entry: one }) => one.headingSpan.start === next.span.start)
  )
    return;
  if (!standsAlone(runbook, entry)) return;
  if (title === '' || titleSpan.start <= idSpan.end) return;
  const fields = fieldLines(runbook, entry, 'bold');
  const kept = fields.filter(
    ({ key, value }) => !(key === 'id' && value !== null && says(runbook, value.span, id.text)),
  );
  const [first] = kept;
  // without a field right below it the line would be no definition any more
  if (
    first === undefined ||
    !/^(?:category|trigger|owner|status|last tested|severity|type|created)$/.test(first.key)
  )
    return;
  const below = { start: headingSpan.end, end: entry.span.end };
  const depth = entry.section?.heading?.depth ?? 2;
  const own = runbook.headings.filter(({ span }) => span.start >= below.start && span.end <= below.end);
  const top = own.reduce((least, heading) => Math.min(least, heading.depth), 7);
  const shifts = shiftHeadings(runbook, below, top === 7 ? 0 : Math.min(0, Math.max(2, depth) - top));
  if (shifts === null) return;
  const { lines, text } = runbook;
  const titleEnd = lines.spanOf(lines.lineAt(titleSpan.end)).end;
  const edits: Edit[] = [
    { span: { start: headingSpan.start, end: titleSpan.start }, newText: `${id.text}: ` },
    {
      span: { start: titleEnd, end: lines.startOf(lines.lineAt(first.nameSpan.start)) },
      newText: joinLines(runbook, ['', '']),
    },
    ...kept.flatMap(({ nameSpan }) => {
      const outer = boldAround(text, nameSpan);
      return outer === null
        ? []
        : [{ span: outer.span, newText: `${text.slice(nameSpan.start, nameSpan.end)}${outer.colon}` }];
    }),
    ...shifts,
  ];
  const heading = runbook.headings.find(({ span }) => span.start === headingSpan.start);
  const moved = new MovedFragments();
  for (const fragment of [heading?.slug ?? '', heading?.gitLabSlug, heading?.explicitId])
    if (fragment != null) moved.add({ uri, fragment }, { uri, fragment: '' });
  const links = linkEdits(context, uri, moved);
  // a link to this very place has nowhere to go without a heading: such a document keeps its form
  if (links.length > 0) return;
  const all = new Map<string, Edit[]>([[uri, edits]]);
  for (const linker of linkersOf(context, moved.uris)) {
    const own = linker === uri ? [] : linkEdits(context, linker, moved);
    if (own.length > 0) all.set(linker, own);
  }
  yield { title: context.say`Convert ${id.text} to the plain form`, kind: 'refactor.rewrite', edits: all };
}

/** Whether nothing is lost with what stands around an id: no words, no brackets, no marks but those around the id alone. */
function standsAlone({ text }: Runbook, { headingSpan, idSpan, titleSpan }: Entry): boolean {
  const opening = /^#+[ \t]+([*_`]{0,4})$/.exec(text.slice(headingSpan.start, idSpan.start))?.[1];
  if (opening === undefined) return false;
  const closing = opening.split('').reverse().join('');
  const between = text.slice(idSpan.end, titleSpan.start);
  return between.startsWith(closing) && /^[\s:|–—-]{0,20}$/.test(between.slice(closing.length));
}

/** The labels on the lines right below the definition, one a line, up to the first line that is none. */
function fieldLines({ lines, labels }: Runbook, entry: Entry, carrier: Label['carrier']): Label[] {
  const found: Label[] = [];
  let line = lines.lineAt(entry.headingSpan.end) + 1;
  while (line < lines.count && lines.textOf(line).trim() === '') line++;
  for (; line < lines.count; line++) {
    const { start, end } = lines.spanOf(line);
    const label = labels[firstFrom(labels, start, ({ nameSpan }) => nameSpan.start)];
    if (label?.carrier !== carrier || label.nameSpan.start >= end || label.item !== null || label.inQuote)
      break;
    if (label.nameSpan.start - start > 2) break;
    found.push(label);
  }
  return found;
}

function says({ text }: Runbook, { start, end }: Label['nameSpan'], words: string): boolean {
  return text.slice(start, end).trim() === words;
}

/** `**Owner**:` and `**Owner:**` around a name. */
function boldAround(
  text: string,
  { start, end }: Label['nameSpan'],
): { span: Label['nameSpan']; colon: string } | null {
  const open = /(?:\*\*|__)$/.exec(text.slice(Math.max(0, start - 2), start));
  const close = /^(?::(?:\*\*|__)|(?:\*\*|__))/.exec(text.slice(end, end + 3));
  if (open === null || close === null) return null;
  return {
    span: { start: start - 2, end: end + close[0].length },
    colon: close[0].startsWith(':') ? ':' : '',
  };
}
