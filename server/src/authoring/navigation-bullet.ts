/** Writes navigation bullets that look like their neighbours. */
import type { Entry, Runbook } from '../model/runbook';
import { lineEndingOf, type Edit } from '../text/edit';
import { encloses } from '../text/span';
import { wordsAt } from '../document/fields/fields';
import type { Navigation, NavigationBullet } from '../document/links/navigation';
import { marksAt, quoted, withoutMarks } from './insertion';

/** Inserts the bullet of an entry in order of numbers: among those of its prefix, else below its band, else at the end. */
export function insertBullet(runbook: Runbook, navigation: Navigation, entry: Entry): Edit | null {
  const { bullets } = navigation;
  const eol = lineEndingOf(runbook.text);
  const siblings = bullets.filter(({ mention }) => mention.id.prefix === entry.id.prefix);
  const lower = siblings.findLast(({ mention }) => mention.id.number < entry.id.number);
  if (lower !== undefined) {
    const { end } = lower.item.span;
    return { span: { start: end, end }, newText: eol + bulletLike(runbook, lower, entry) };
  }
  const [first] = siblings;
  if (first !== undefined) {
    const start = runbook.lines.startOf(runbook.lines.lineAt(first.item.span.start));
    return { span: { start, end: start }, newText: bulletLike(runbook, first, entry) + eol };
  }
  const model = bullets.at(-1);
  const words = model === undefined ? plainBullet(runbook, entry) : bulletLike(runbook, model, entry);
  const band = navigation.bands.find(({ prefix }) => prefix === entry.id.prefix);
  if (band !== undefined) {
    const { end } = runbook.lines.spanOf(runbook.lines.lineAt(band.span.start));
    const added = quoted(marksAt(runbook, band.span.start), ['', withoutMarks(words)]);
    return { span: { start: end, end }, newText: ['', ...added].join(eol) };
  }
  if (model === undefined) return null;
  return { span: { start: model.item.span.end, end: model.item.span.end }, newText: eol + words };
}

/** A bullet where there is none to take after. */
export function plainBullet(runbook: Runbook, entry: Entry): string {
  const slug = slugOf(runbook, entry);
  const id = slug === null ? entry.id.text : `[${entry.id.text}](#${slug})`;
  return `- ${id}${entry.title === '' ? '' : ` - ${entry.title}`}`;
}

/** A bullet in the form of another: `- [RUN-001](#…) - Title`, `- [RUN-001: Title](#…)`, `- RUN-001: Title`. */
function bulletLike(runbook: Runbook, { item, mention, title }: NavigationBullet, entry: Entry): string {
  const { text, lines, links } = runbook;
  const line = lines.spanOf(lines.lineAt(item.span.start));
  const slug = slugOf(runbook, entry);
  const link = mention.link === null ? undefined : links[mention.link];
  const name = entry.title;
  if (link?.inline.form !== 'inline' || mention.place !== 'link-text' || slug === null) {
    const lead =
      link === undefined ? text.slice(line.start, mention.span.start) : marker(runbook, item.span.start);
    if (name === '') return `${lead}${entry.id.text}`;
    const written = link === undefined && title !== null ? text.slice(mention.span.end, title.start) : '';
    const between = written === '' ? ': ' : written;
    return `${lead}${entry.id.text}${between}${name}`;
  }
  const { inline } = link;
  const lead = text.slice(line.start, inline.span.start);
  if (name !== '' && title !== null && encloses(inline.text, title)) {
    const between = text.slice(mention.span.end, title.start);
    const before = text.slice(inline.text.start, mention.span.start);
    return `${lead}[${before}${entry.id.text}${between}${name}](#${slug})`;
  }
  const words = `${text.slice(inline.text.start, mention.span.start)}${entry.id.text}${text.slice(mention.span.end, inline.text.end)}`;
  const behind = title === null ? '' : text.slice(inline.span.end, title.start);
  const between = behind === '' ? ' - ' : behind;
  return `${lead}[${words}](#${slug})${name === '' ? '' : between + name}`;
}

function marker({ lines, text }: Runbook, offset: number): string {
  return (
    /^[ \t>]*[-*+][ \t]+/.exec(lines.textOf(lines.lineAt(offset)))?.[0] ?? text.slice(offset, offset + 2)
  );
}

function slugOf({ headings }: Runbook, { headingSpan }: Entry): string | null {
  return headings.find(({ span }) => span.start === headingSpan.start)?.slug ?? null;
}

/** The edit that removes a bullet with its lines, or null when something else stands in it. */
export function removeBullet(runbook: Runbook, { item }: NavigationBullet): Edit | null {
  const { lines } = runbook;
  const line = lines.lineAt(item.span.start);
  if (lines.lineAt(Math.max(item.span.start, item.span.end - 1)) !== line) return null;
  const span = lines.spanOf(line);
  if (!/^[ \t]*[-*+][ \t]/.test(wordsAt(runbook, span))) return null;
  return { span: { start: span.start, end: lines.startOf(line + 1) }, newText: '' };
}
