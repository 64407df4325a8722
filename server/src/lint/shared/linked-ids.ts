/** The lists of linked ids of entries, and edits of those lists in the style of the author. */
import { resolvePath } from '../../document/links/linked-paths';
import { wordsAt } from '../../document/fields/fields';
import { openBlock } from '../../document/open-block';
import { isInert } from '../../document/sections/section-lookup';
import type { Definition } from '../../index/summary';
import { replacementOf } from '../../index/replacement';
import { hasBody } from '../../model/entry';
import { keyOf } from '../../model/identifier';
import { innerEntries } from '../../model/nested-entries';
import type { Entry, Mention, Part, Runbook } from '../../model/runbook';
import { lineEndingOf, type Edit } from '../../text/edit';
import { rememberOf } from '../../text/remember';
import { encloses, firstFrom, type Span } from '../../text/span';
import { endOfContent, insertBlockAfter, labelStyle, sectionMarks } from '../../authoring/insertion';
import { pathBetween } from '../../index/link-target';
import type { RuleContext } from '../rule';

const listNames = /^(?:(?:linked|related) (?:ids?|entries)|related|links|cross.references?|see also)$/i;

/** The entry's list of linked ids, as a field or as a section; undefined without one. */
export function linkedPart({ parts }: Entry): Part | undefined {
  return parts.find(
    ({ role, name, item }) => role === 'linked-ids' && item === null && listNames.test(name.trim()),
  );
}

/** Keys of all ids in the entry's link fields and sections; those in code blocks and comments link to nothing. */
const linkedKeys = rememberOf(
  ({ linkedIds }: Entry): ReadonlySet<string> =>
    new Set(
      linkedIds.flatMap(({ mention: { id, excluded } }) =>
        id === null || excluded === 'fence' || excluded === 'comment' ? [] : [keyOf(id)],
      ),
    ),
);

/** Tells whether one of the entry's lists links to another entry with a text of its own: `[Drain first](#run-001-drain)`. */
function linksFromList(
  runbook: Runbook,
  { parts }: Entry,
  { uri: own, workspace }: Whereabouts,
): (to: Definition) => boolean {
  const { links, mentions } = runbook;
  const lists = parts.filter(({ role }) => role === 'linked-ids').map(({ span }) => span);
  const inLists = links.filter(
    ({ inline, external }) => !external && lists.some((list) => encloses(list, inline.span)),
  );
  const keys = new Set(
    lists
      .flatMap((list) => mentionsIn({ mentions }, list))
      .flatMap(({ id, place: at }) => (id === null || at !== 'link-target' ? [] : [keyOf(id)])),
  );
  return ({ key, uri, slug, idRange }) => {
    if (keys.has(key)) return true;
    const path = workspace.document(uri)?.path;
    const names = uri === own ? anchorsAt(runbook, idRange.start.line) : [];
    return inLists.some(({ path: to, fragment }) => {
      const file = to === '' ? runbook.path : resolvePath(runbook.path, to);
      const name = fragment?.toLowerCase() ?? '';
      return file === path && name !== '' && (name === slug || names.includes(name));
    });
  };
}

/** The custom anchors of the heading in a line, and those right above it. */
function anchorsAt({ anchors, headings, lines, text }: Runbook, line: number): string[] {
  const heading = headings[firstFrom(headings, lines.startOf(line), ({ span }) => span.start)];
  if (heading === undefined || lines.lineAt(heading.span.start) !== line) return [];
  const { explicitId, span } = heading;
  const own = anchors.filter(
    (anchor) =>
      encloses(span, anchor.span) ||
      (anchor.span.end <= span.start &&
        span.start - anchor.span.end < 400 &&
        isMarkup(text, anchor.span.end, span.start)),
  );
  return [...own.map(({ id }) => id), ...(explicitId === null ? [] : [explicitId])].map((id) =>
    id.toLowerCase(),
  );
}

/** Whether there is only the rest of a tag, tags and white space between two places. */
function isMarkup(text: string, start: number, end: number): boolean {
  return /^[^<>]{0,200}>(?:\s|<\/?[a-z][^<>]{0,200}>)*$/i.test(text.slice(start, end));
}

/** The mentions in a span, in document order. */
export function mentionsIn(
  { mentions }: Pick<Runbook, 'mentions'>,
  { start, end }: Span,
): readonly Mention[] {
  const startOf = (mention: Mention): number => mention.span.start;
  return mentions.slice(firstFrom(mentions, start, startOf), firstFrom(mentions, end, startOf));
}

/** What a list shows of a linked entry. */
export type LinkedEntry = Pick<Definition, 'key' | 'id' | 'title' | 'slug'>;

/** The document of an entry, and its workspace. */
export interface Whereabouts {
  readonly uri: string;
  readonly workspace: RuleContext['workspace'];
}

/** The first mention of an id that is missing from the entry's list of linked ids. */
export interface UnlistedId {
  readonly span: Span;
  readonly definition: Definition;
}

const innerOf = rememberOf(({ entries }: Runbook) => innerEntries(entries));

/** The ids that an entry mentions in its trigger or text but does not list, each once, whether or not it has a list. */
export function* unlistedIds(runbook: Runbook, entry: Entry, around: Whereabouts): Iterable<UnlistedId> {
  const { workspace } = around;
  const known = new Set([...linkedKeys(entry), keyOf(entry.id)]);
  // what takes the place of an entry is no part of it
  const replacement = replacementOf(runbook, entry);
  if (replacement !== null) known.add(keyOf(replacement));
  const logs = entry.parts.filter(({ role }) => role === 'change-log' || role === 'deprecated');
  const withText = new Set<number>();
  let linksTo: ((to: Definition) => boolean) | null = null;
  const inner = innerOf(runbook)(entry);
  for (const { id, span, place, excluded, link } of mentionsIn(runbook, entry.span)) {
    if (inner.encloses(span)) continue;
    if (link !== null && place === 'link-text') withText.add(link);
    // the file that holds an entry is often named after another one
    if (link !== null && place === 'link-target' && withText.has(link) && inPath(runbook, link, span))
      continue;
    if (id === null || excluded !== null || place === 'definition' || known.has(keyOf(id))) continue;
    if (logs.some((log) => encloses(log.span, span))) continue;
    known.add(keyOf(id));
    const definition = workspace.definition(keyOf(id));
    if (definition === undefined || definition.deprecated || !workspace.owns(id.prefix)) continue;
    linksTo ??= linksFromList(runbook, entry, around);
    if (!linksTo(definition)) yield { span, definition };
  }
}

function inPath({ links }: Runbook, link: number, span: Span): boolean {
  const path = links[link]?.pathSpan;
  return path !== undefined && encloses(path, span);
}

/**
 * Adds an id to the entry's list of linked ids. An entry without such a list gets one at its end, which begins with the
 * ids that the entry already mentions, so that the new list is complete.
 */
export function appendLinkedId(
  runbook: Runbook,
  entry: Entry,
  linked: LinkedEntry,
  linkedPath: string,
  around: Whereabouts,
): Edit {
  const part = linkedPart(entry);
  const { text, lines } = runbook;
  if (part === undefined) {
    const named = Array.from(unlistedIds(runbook, entry, around), ({ definition }) => definition);
    const others: LinkedEntry[] = named.filter(({ key }) => key !== linked.key);
    return newList(
      runbook,
      entry,
      [...others, linked].map(({ id }) => id.text),
    );
  }
  const nameEnd = lines.spanOf(lines.lineAt(part.nameSpan.start)).end;
  // another entry that begins in the list is none of it, and what stands in a block that never ends says nothing
  const next = runbook.entries.find((other) => hasBody(other) && other.headingSpan.start >= nameEnd);
  const limit = Math.min(
    part.span.end,
    openBlock(runbook)?.span.start ?? part.span.end,
    next?.headingSpan.start ?? part.span.end,
  );
  const whole = { start: Math.min(nameEnd, limit), end: Math.max(nameEnd, limit) };
  const end = part.empty ? nameEnd : endOfContent(runbook, whole);
  const bullet = lastBullet(runbook, part, end);
  const eol = lineEndingOf(text);
  if (bullet !== null) {
    const newText = eol + bulletLike(runbook, bullet, linked, linkedPath);
    return { span: { start: bullet.end, end: bullet.end }, newText };
  }
  if (part.from === 'label') {
    const value = entry.fields.find(({ nameSpan }) => nameSpan.start === part.nameSpan.start)?.value;
    // what stands below the name, such as a code block, is no value that could go on
    if (value == null) return { span: { start: nameEnd, end: nameEnd }, newText: ` ${linked.id.text}` };
    const words = wordsAt(runbook, value.span);
    // a list that goes on in the next line keeps its last separator
    const at = value.span.end - (/[,;][ \t]*$/.exec(words)?.[0].length ?? 0);
    const separator = words.includes(';') && !words.includes(',') ? '; ' : ', ';
    return { span: { start: at, end: at }, newText: separator + linked.id.text };
  }
  return { span: { start: end, end }, newText: `${eol}${eol}- ${linked.id.text}` };
}

/** The line of the last bullet of a part before `end`, or null. */
function lastBullet(runbook: Runbook, { content }: Part, end: number): Span | null {
  const { text, lines } = runbook;
  for (let line = lines.lineAt(Math.min(content.end, end)); line >= lines.lineAt(content.start); line--) {
    const span = lines.spanOf(line);
    const isBullet = /^[ \t>]*[-*+][ \t]/.test(text.slice(span.start, span.end));
    if (isBullet && span.start >= content.start - 4 && !isInert(runbook, span.start)) return span;
  }
  return null;
}

function bulletLike(runbook: Runbook, model: Span, { id, title, slug }: LinkedEntry, path: string): string {
  const line = runbook.text.slice(model.start, model.end);
  const marker = /^[ \t>]*[-*+][ \t]+/.exec(line)?.[0] ?? '- ';
  const file = path === runbook.path ? '' : pathBetween(runbook.path, path);
  const destination = file + (slug === '' ? '' : `#${slug}`);
  const words = line.includes('](') && destination !== '' ? `[${id.text}](${destination})` : id.text;
  const separator = /(?:\)|\d)( +[-–—] +|: +)\S/.exec(line)?.[1];
  return `${marker}${words}${separator === undefined || title === '' ? '' : separator + title}`;
}

function newList(runbook: Runbook, entry: Entry, ids: readonly string[]): Edit {
  const { start } = entry.span;
  const open = openBlock(runbook)?.span.start ?? entry.span.end;
  const end = endOfContent(runbook, {
    start,
    end: open > start ? Math.min(open, entry.span.end) : entry.span.end,
  });
  const lines =
    entry.form === 'plain'
      ? [`${labelStyle(runbook, entry.span)('Linked IDs')} ${ids.join(', ')}`]
      : [`${sectionMarks(entry)} Related IDs`, '', ...ids.map((id) => `- ${id}`)];
  return insertBlockAfter(runbook, end, lines);
}
