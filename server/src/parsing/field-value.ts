/** The value of a field, and what of it is compared. */
import type { FieldValue } from '../model/runbook';
import { trimSpan, type Span } from '../text/span';

/** A value that is a link: of `[Active](…)` the words are compared. */
const linkPattern = /^\[([^[\]\r\n]{1,80})\]\([^()\s]{0,400}\)/;

/** The value behind a label, with the token that rules compare: what stands before a remark. */
export function toValue(text: string, written: Span): FieldValue {
  const span = withoutBreak(text, written);
  const source = text.slice(span.start, span.end);
  const linked = linkPattern.exec(source)?.[1];
  if (linked !== undefined) {
    const start = span.start + 1;
    return { span, token: { start, end: start + linked.length } };
  }
  const tail = /[\s;]/.test(source) ? /(?<!\s)\s+(?:[([—–;#→]|-\s|<!--)|;|,\s/.exec(source) : null;
  const isWhole = tail === null || tail.index === 0;
  return {
    span,
    token: trimSpan(text, isWhole ? span : { start: span.start, end: span.start + tail.index }),
  };
}

/** A value without the mark of a line break at its end: `<br>` or a backslash. */
function withoutBreak(text: string, { start, end }: Span): Span {
  const last = text.charAt(end - 1);
  if (last !== '>' && last !== '\\') return { start, end };
  const mark = last === '>' ? /<br ?\/?>$/i.exec(text.slice(Math.max(start, end - 6), end))?.[0].length : 1;
  return mark === undefined || end - mark <= start
    ? { start, end }
    : trimSpan(text, { start, end: end - mark });
}
