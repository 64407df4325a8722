/** Whether a section or label says nothing, whatever marks it holds. */
import type { Part, Runbook } from '../model/runbook';

/**
 * Whether a part holds no words: only white space, comments, rules, headings, empty list items, empty fences or a
 * value such as "n/a".
 */
export function isBlankPart({ text }: Runbook, { content, empty }: Part): boolean {
  if (empty) return true;
  const words = text
    .slice(content.start, content.end)
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/^[ \t>]*(?:#{1,6}[ \t].*|#{1,6}|(?:`{3,}|~{3,}).*)$/gm, '')
    .replace(/^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(?:\[[ xX]\])?[ \t]*$/gm, '')
    .replace(/[\s*_`–—-]/g, '');
  return /^(?:|n\/?a|none)\.?$/i.test(words);
}
