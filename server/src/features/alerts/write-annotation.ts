/** Writes the address of a runbook into an alert rule that has none. Knows nothing of where addresses lead. */
import type { AlertAddress } from '../../model/alert-document';
import type { AlertRule } from '../../model/alert-rule';
import type { Runbook } from '../../model/runbook';
import { lineEndingOf, type Edit } from '../../text/edit';
import { encloses } from '../../text/span';

/**
 * The edit after which a rule has this address: in the place of its placeholder, else as a new annotation of this name. Null
 * where there is no certain place for it.
 */
export function writeAnnotation(
  { text }: Runbook,
  rule: AlertRule,
  placeholder: AlertAddress | null,
  { annotation, address }: { readonly annotation: string; readonly address: string },
): Edit | null {
  if (placeholder !== null) {
    const { nameSpan, value } = placeholder.field;
    const { span } = value;
    // an alias stands for words of another place
    if (span === null || nameSpan === null || rule.span === null || span.start < nameSpan.end) return null;
    if (!encloses(rule.span, nameSpan) || span.start > rule.span.end) return null;
    return { span, newText: (text.charAt(span.start - 1) === ':' ? ' ' : '') + address };
  }
  const place = rule.annotationsAt;
  if (place === null) return null;
  const eol = lineEndingOf(text);
  const line = `${annotation}: ${address}`;
  const lines = place.hasMap ? [line] : ['annotations:', `  ${line}`];
  const newText = lines.map((words) => eol + place.indent + words).join('');
  return { span: { start: place.offset, end: place.offset }, newText };
}
