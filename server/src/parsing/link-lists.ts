/** Tells a list of ids and links from text that has some. Looks at characters only. */
import type { Span } from '../text/span';

/** Longer stretches are no lists of a few links. */
const longest = 4000;
const listMark = /^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const idSource = '[A-Z][A-Z0-9]{1,11}(?:-[A-Z]{2,12}){0,2}-(?:\\d{1,4}[a-z]?|[XYN]{2,4})';
const linkSource =
  '\\[\\[[^\\[\\]]{1,200}\\]\\]|\\[[^\\[\\]]{1,200}\\](?:\\([^()\\s]{0,400}\\))?|<?https?:[^\\s<>]{1,400}>?';
const anyLink = new RegExp(`\\*{0,2}\`?(?:${idSource}|${linkSource})\`?\\*{0,2}`, 'g');
/** `- RUN-001: Restart the pool` */
const titled = new RegExp(`^\\*{0,2}\`?(?:${idSource}|${linkSource})\`?\\*{0,2}[ \\t]*(?:[:–—(]|-[ \\t])`);
const remark = /\([^()\r\n]{0,80}\)/g;

/** Whether a span has ids and links, and each line of it is one of them, several, or a list item with the title of one. */
export function holdsLinksOnly(text: string, { start, end }: Span): boolean {
  if (end - start > longest) return false;
  let any = false;
  for (const line of text.slice(start, end).split(/\r\n|\n|\r/)) {
    const mark = listMark.exec(line)?.[0].length ?? 0;
    const words = line.slice(mark).trim();
    // rules between sections, too
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    const rest = words.replace(anyLink, '');
    if (rest === words) return false;
    any = true;
    if (mark > 0 && titled.test(words)) continue;
    if (/[\p{L}\p{N}]/u.test(rest.replace(remark, '').replace(/\b(?:and|or|see|also)\b/gi, ''))) return false;
  }
  return any;
}
