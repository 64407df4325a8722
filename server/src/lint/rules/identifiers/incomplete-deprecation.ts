/** A deprecated entry without a reason or a replacement. */
import { replacementOf } from '../../../index/replacement';
import type { Entry, Runbook } from '../../../model/runbook';
import { encloses } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { isUnfilledText } from '../../../document/links/open-lines';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface IncompleteDeprecation extends Match {
  readonly entry: Entry;
}

const messages = new Messages({
  noReason:
    '{id} is deprecated without a reason or a replacement, so readers are stuck. Add "Replaced by:" with an ID, or the reason.',
});

export const incompleteDeprecation = defineRule<IncompleteDeprecation>({
  meta: {
    name: 'incomplete-deprecation',
    summary: 'A deprecated entry without a reason or a replacement',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
    absentFrom: 'part',
  },
  *find({ runbook, entries, workspace, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.deprecated === null || !workspace.owns(entry.id.prefix)) continue;
      if (replacementOf(runbook, entry) === null && !hasReason(runbook, entry))
        yield { span: entry.deprecated, entry };
    }
  },
  message({ entry }) {
    return messages.of('noReason', { id: entry.id.text });
  },
});

const reasonFields = new Set([
  'reason',
  'replaced by',
  'replacement',
  'superseded by',
  'deprecated',
  'deprecation reason',
  'deprecation',
  'use instead',
  'successor',
]);

function hasReason(runbook: Runbook, entry: Entry): boolean {
  const { text } = runbook;
  const isReason = ({ start, end }: { start: number; end: number }): boolean => {
    const words = text.slice(start, end).trim();
    return /\p{L}{3,}/u.test(words.replace(/\b[A-Z]+-\d+[a-z]?\b/g, '')) && !isUnfilledText(words);
  };
  for (const { key, value } of entry.fields) {
    if (value === null) continue;
    if (reasonFields.has(key) && isReason(value.span)) return true;
    // Status: Deprecated (the pool is gone); an epic and a date are no reason
    const tail = { start: value.token.end, end: value.span.end };
    if (key === 'status' && /deprecated/i.test(wordsAt(runbook, value.token)) && isReason(tail)) return true;
  }
  if (entry.parts.some(({ role, empty, content }) => role === 'deprecated' && !empty && isReason(content)))
    return true;
  return sentence.test(withoutFields(runbook, entry));
}

/** «This runbook is no longer needed because the pool is gone»; a mere date is no reason. */
const sentence =
  /\b(?:deprecated|replaced|superseded|retired|withdrawn|obsolete|decommissioned|no longer)\b[^\r\n]{0,40}\b(?:because|since|as|by|due|in favou?r|after|when|use|used|needed|follow|see|with)\b(?!\s*(?:of\s+)?\d)/i;

/**
 * The entry's text without the fields that hold reasons, whose names alone are no reason, and up to its first
 * procedure: steps may mention withdrawn releases, which is not about the entry.
 */
function withoutFields({ text, procedures }: Runbook, { fields, headingSpan, span }: Entry): string {
  const first = procedures.find((procedure) => encloses(span, procedure.span));
  const end = first?.span.start ?? span.end;
  let words = '';
  let at = headingSpan.start;
  for (const { key, span: field } of fields) {
    if (!reasonFields.has(key) || field.start < at || field.end > end) continue;
    words += text.slice(at, field.start);
    at = field.end;
  }
  return words + text.slice(at, end);
}
