/** Whether a section or label says nothing, whatever marks it holds. */
import type { Part, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { withoutTags } from '../../text/unseen';

/**
 * Whether a part holds no words: only white space, comments, rules, headings, empty list items, empty fences, dots
 * or a value such as "n/a".
 */
export function isBlankPart(runbook: Runbook, part: Part): boolean {
  return blankParts(runbook)(part);
}

const blankParts = rememberOf(({ text }: Runbook) => rememberOf((part: Part) => saysNothing(text, part)));

function saysNothing(text: string, { content, empty }: Part): boolean {
  if (empty) return true;
  const source = text.slice(content.start, content.end);
  // a long word that no heading, fence or comment holds
  if (/^(?![ \t>]*[#`~]).*[A-Za-z]{5}/m.test(source) && !source.includes('<')) return false;
  const words = withoutTags(source)
    .replace(/^[ \t>]*(?:#{1,6}[ \t].*|#{1,6}|(?:`{3,}|~{3,}).*)$/gm, '')
    .replace(/^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]*)?(?:\[[ xX]\][ \t]*)?$/gm, '')
    .replace(/&(?:nbsp|ensp|emsp|thinsp|hellip|ndash|mdash|#160|#xa0);/gi, '')
    .replace(/[\s*_`–—.…-]/g, '');
  return /^(?:|n\/?a|none)$/i.test(words);
}
