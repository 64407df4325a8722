/** Steps written as `Step N: …` lines inside a fence (`domain.md` section 3, release runbooks), lifted out with exact spans. */
import type { CodeBlock } from '../model/markdown';
import { trimSpan } from '../text/span';
import type { StepFrame } from './step-frame';

const linePattern = /^([ \t]*)(Step[ \t]+(\d{1,3}[a-z]?|[A-Z])[ \t]*[:.)—–-][ \t]*)([^\r\n]*)/gim;

/** The steps of a fence in a plain-text language; none for code in other languages. */
export function fenceSteps(text: string, fence: CodeBlock): StepFrame[] {
  const language = text.slice(fence.info.start, fence.info.end).toLowerCase();
  if (!/^(?:text|txt|plain|plaintext|markdown|md|)$/.test(language)) return [];
  const content = text.slice(fence.content.start, fence.content.end);
  const matches = [...content.matchAll(linePattern)];
  return matches.map((match, index): StepFrame => {
    const [, indent = '', lead = '', number = '', title = ''] = match;
    const start = fence.content.start + match.index + indent.length;
    const numberStart = start + lead.indexOf(number, 4);
    const next = matches[index + 1];
    const end = next === undefined ? fence.content.end : fence.content.start + next.index;
    return {
      number,
      numberSpan: { start: numberStart, end: numberStart + number.length },
      title: title.trim(),
      titleSpan: trimSpan(text, { start, end: start + lead.length + title.length }),
      span: trimSpan(text, { start, end }),
      item: null,
    };
  });
}
