/** Where entries list the ids that they are linked with, and changes of those lists in the author's style. */
import type { Definition } from '../index/summary';
import { keyOf } from '../model/identifier';
import type { Entry, Mention, Part, Runbook } from '../model/runbook';
import { lineEndingOf, type Edit } from '../text/edit';
import { rememberOf } from '../text/remember';
import { firstFrom, type Span } from '../text/span';
import { endOfContent, insertBlockAfter, labelStyle, sectionMarks } from './insertion';
import { pathBetween } from './link-target';

const listNames = /^(?:(?:linked|related) (?:ids?|entries)|related|links|cross.references?|see also)$/i;

/** The entry's list of linked ids, as a field or as a section; undefined when it keeps none. */
export function linkedPart({ parts }: Entry): Part | undefined {
  return parts.find(
    ({ role, name, item }) => role === 'linked-ids' && item === null && listNames.test(name.trim()),
  );
}

/** Keys of all ids that the entry's link fields and sections name. */
export const linkedKeys = rememberOf(
  ({ linkedIds }: Entry): ReadonlySet<string> =>
    new Set(linkedIds.flatMap(({ mention: { id } }) => (id === null ? [] : [keyOf(id)]))),
);

/** The mentions of a span, by their order in the document. */
export function mentionsIn({ mentions }: Runbook, { start, end }: Span): readonly Mention[] {
  const startOf = (mention: Mention): number => mention.span.start;
  return mentions.slice(firstFrom(mentions, start, startOf), firstFrom(mentions, end, startOf));
}

/** Adds an id to the entry's list of linked ids; an entry without such a list gets one at its end. */
export function appendLinkedId(runbook: Runbook, entry: Entry, linked: Definition, linkedPath: string): Edit {
  const part = linkedPart(entry);
  const { text, lines } = runbook;
  if (part === undefined) return newList(runbook, entry, linked);
  const end = part.empty
    ? lines.spanOf(lines.lineAt(part.nameSpan.start)).end
    : endOfContent(runbook, part.span);
  const bullet = lastBullet(runbook, part);
  const eol = lineEndingOf(text);
  if (bullet !== null) {
    const newText = eol + bulletLike(runbook, bullet, linked, linkedPath);
    return { span: { start: bullet.end, end: bullet.end }, newText };
  }
  if (part.from === 'label') {
    const value = entry.fields.find(({ nameSpan }) => nameSpan.start === part.nameSpan.start)?.value;
    const at = value?.span.end ?? end;
    return { span: { start: at, end: at }, newText: `${value == null ? ' ' : ', '}${linked.id.text}` };
  }
  return { span: { start: end, end }, newText: `${eol}${eol}- ${linked.id.text}` };
}

/** The line of the last bullet of a part, or null. */
function lastBullet({ text, lines }: Runbook, { content }: Part): Span | null {
  for (let line = lines.lineAt(content.end); line >= lines.lineAt(content.start); line--) {
    const span = lines.spanOf(line);
    if (span.start >= content.start - 4 && /^[ \t]*[-*+][ \t]/.test(text.slice(span.start, span.end)))
      return span;
  }
  return null;
}

function bulletLike(runbook: Runbook, model: Span, { id, title, slug }: Definition, path: string): string {
  const line = runbook.text.slice(model.start, model.end);
  const marker = /^[ \t]*[-*+][ \t]+/.exec(line)?.[0] ?? '- ';
  const file = path === runbook.path ? '' : pathBetween(runbook.path, path);
  const destination = file + (slug === '' ? '' : `#${slug}`);
  const words = line.includes('](') && destination !== '' ? `[${id.text}](${destination})` : id.text;
  const separator = /(?:\)|\d)( +[-–—] +|: +)\S/.exec(line)?.[1];
  return `${marker}${words}${separator === undefined || title === '' ? '' : separator + title}`;
}

function newList(runbook: Runbook, entry: Entry, { id }: Definition): Edit {
  const end = endOfContent(runbook, entry.span);
  const lines =
    entry.form === 'plain'
      ? [`${labelStyle(runbook, entry.span)('Linked IDs')} ${id.text}`]
      : [`${sectionMarks(entry)} Related IDs`, '', `- ${id.text}`];
  return insertBlockAfter(runbook, end, lines);
}

/** Takes an id out of a list: its bullet or field when it is alone there, else the id with its comma and remark. */
export function removeLinkedId(runbook: Runbook, mention: Mention): Edit {
  const { text, lines, links } = runbook;
  const line = lines.lineAt(mention.span.start);
  const whole = lines.spanOf(line);
  const link = mention.link === null ? undefined : links[mention.link];
  const own = link?.inline.span ?? mention.span;
  const others = mentionsIn(runbook, whole).some(
    ({ id, span, link: index }) =>
      id !== null && span !== mention.span && (index === null || index !== mention.link),
  );
  const lead = text.slice(whole.start, own.start);
  if (
    !others &&
    /^[ \t>]*(?:[-*+][ \t]+)?(?:[*_]{0,2}[A-Za-z][A-Za-z -]*[*_]{0,2}:[*_]{0,2}[ \t]*)?[`*_[]*$/.test(lead)
  )
    return { span: { start: whole.start, end: lines.startOf(line + 1) }, newText: '' };
  const behind = /^[`*_\]]*(?:[ \t]*\([^()\r\n]*\))?([ \t]*[,;][ \t]*|[ \t]+and[ \t]+)?/.exec(
    text.slice(own.end, whole.end),
  );
  const before = /(?:[ \t]*[,;][ \t]*|[ \t]+and[ \t]+)?[`*_[]*$/.exec(lead);
  const separated = behind?.[1] !== undefined;
  const marks = /[`*_[]*$/.exec(lead)?.[0].length ?? 0;
  return {
    span: {
      start: own.start - (separated ? marks : (before?.[0].length ?? 0)),
      end: own.end + (behind?.[0].length ?? 0),
    },
    newText: '',
  };
}
