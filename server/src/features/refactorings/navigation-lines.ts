/** Bullets of a navigation as lines that can be taken out and put in. */
import type { Identifier } from '../../model/identifier';
import type { Runbook } from '../../model/runbook';
import type { Navigation, NavigationBullet } from '../../document/links/navigation';
import { marksAt, quoted, withoutMarks } from '../../authoring/insertion';
import { lineEndingOf, type Edit } from '../../text/edit';
import type { Span } from '../../text/span';

/** The whole lines of a bullet, without the last line ending. */
export function bulletLines({ lines }: Runbook, { item }: NavigationBullet): Span {
  return {
    start: lines.startOf(lines.lineAt(item.span.start)),
    end: lines.spanOf(lines.lineAt(Math.max(item.span.start, item.span.end - 1))).end,
  };
}

/** Takes a bullet out; with the only bullet below a band goes the blank line above it. */
export function removeBulletLines(runbook: Runbook, bullet: NavigationBullet): Edit {
  const { lines, text } = runbook;
  const { start, end } = bulletLines(runbook, bullet);
  const first = lines.lineAt(start);
  const next = lines.lineAt(end) + 1;
  const alone = isBlankLine(runbook, first - 1) && (next >= lines.count || isBlankLine(runbook, next));
  if (first === 0) return { span: { start, end: Math.min(lines.startOf(next), text.length) }, newText: '' };
  return { span: { start: lines.spanOf(first - (alone ? 2 : 1)).end, end }, newText: '' };
}

/** Puts a bullet where the number of its id belongs; null where the navigation has no list and no band for it. */
export function insertBulletLines(
  runbook: Runbook,
  { bullets, bands }: Navigation,
  { prefix, number }: Identifier,
  written: string,
): Edit | null {
  const eol = lineEndingOf(runbook.text);
  const words = written.split(/\r\n|\r|\n/).map(withoutMarks);
  const siblings = bullets.filter(({ mention }) => mention.id.prefix === prefix);
  const lower = siblings.findLast(({ mention }) => mention.id.number < number);
  const behind = (bullet: NavigationBullet): Edit =>
    insertion(bulletLines(runbook, bullet).end, eol + likeBullet(runbook, bullet, words).join(eol));
  if (lower !== undefined) return behind(lower);
  const [first] = siblings;
  if (first !== undefined)
    return insertion(bulletLines(runbook, first).start, likeBullet(runbook, first, words).join(eol) + eol);
  const last = bullets.at(-1);
  const band = bands.find((one) => one.prefix === prefix);
  if (band !== undefined) {
    const { end } = runbook.lines.spanOf(runbook.lines.lineAt(band.span.start));
    const own = last === undefined ? words : likeBullet(runbook, last, words).map(withoutMarks);
    return insertion(end, ['', ...quoted(marksAt(runbook, band.span.start), ['', ...own])].join(eol));
  }
  return last === undefined ? null : behind(last);
}

/** Lines with the quote, the indentation and the marker of another bullet, so that both are of one list. */
function likeBullet(
  runbook: Runbook,
  { item }: NavigationBullet,
  [first = '', ...more]: readonly string[],
): string[] {
  const { lines } = runbook;
  const lead = /^[ \t]*[-*+][ \t]+/.exec(withoutMarks(lines.textOf(lines.lineAt(item.span.start))))?.[0];
  const words = lead === undefined ? first : first.replace(/^[ \t]*[-*+][ \t]+/, lead);
  return quoted(marksAt(runbook, item.span.start), [words, ...more]);
}

function isBlankLine({ lines }: Runbook, line: number): boolean {
  return line >= 0 && withoutMarks(lines.textOf(line)).trim() === '';
}

function insertion(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}
