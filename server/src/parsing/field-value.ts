/** The value of a field, and what of it is compared. */
import type { FieldValue } from '../model/runbook';
import { trimSpan, type Span } from '../text/span';

/** The value behind a label, with the token that rules compare: what stands before a remark. */
export function toValue(text: string, span: Span): FieldValue {
  const source = text.slice(span.start, span.end);
  const tail = /[\s;]/.test(source) ? /(?<!\s)\s+(?:[([—–;#→]|-\s|<!--)|;|,\s/.exec(source) : null;
  const isWhole = tail === null || tail.index === 0;
  return {
    span,
    token: trimSpan(text, isWhole ? span : { start: span.start, end: span.start + tail.index }),
  };
}
