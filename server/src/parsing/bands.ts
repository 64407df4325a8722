/** Number bands that the navigation of a file declares: `**Operational Runbooks** (RUN-001 to RUN-099):`. */
import type { Band, Mention } from '../model/runbook';
import type { LineIndex } from '../text/line-index';
import { normalizeName } from '../model/vocabulary';
import { tailRangePattern } from './mentions';

/** The bands of a document: ranges of one prefix on a group's line, outside excluded zones. */
export function readBands(text: string, lines: LineIndex, mentions: readonly Mention[]): Band[] {
  const bands: Band[] = [];
  for (const [index, mention] of mentions.entries()) {
    if (mention.excluded !== 'range-end' || mention.id === null) continue;
    const line = lines.lineAt(mention.span.start);
    const { start } = lines.spanOf(line);
    const before = text.slice(start, mention.span.start);
    // a group's line is a heading, a bold name or a bullet with the range in parentheses
    const group =
      /^[ \t]*(?:[-*+][ \t]+)?(?:#{1,6}[ \t]+)?(?![ \t])(.{1,120}?)(?<![ \t])[ \t]*\([^()]*$/.exec(before);
    if (group === null) continue;
    const next = mentions[index + 1];
    const paired =
      next?.excluded === 'range-end' &&
      next.prefix === mention.prefix &&
      lines.lineAt(next.span.start) === line;
    const tail = tailRangePattern.exec(text.slice(mention.span.end, mention.span.end + 24));
    const last = paired ? next.id?.number : tail === null ? undefined : Number(tail[1] ?? tail[2]);
    if (last === undefined || last < mention.id.number) continue;
    bands.push({
      prefix: mention.prefix,
      first: mention.id.number,
      last,
      span: {
        start: mention.span.start,
        end: paired ? next.span.end : mention.span.end + (tail?.[0].length ?? 0),
      },
      name: normalizeName(group[1]?.replace(/[*_]/g, '') ?? ''),
    });
  }
  return bands;
}
