/** A deployment whose rollback names no runbook. */
import type { Entry, Part, Runbook } from '../../../model/runbook';
import { encloses, firstFrom, type Span } from '../../../text/span';
import { bodyOf, namesPrefix } from '../../../document/entries/entry-text';
import { nameSpanOf, wordsAt } from '../../../document/fields/fields';
import { defineRule, type Match } from '../../rule';

interface UnlinkedRollback extends Match {
  readonly entry: Entry;
  /** Whether the way back is written down in the entry itself. */
  readonly inline: boolean;
}

export const rollbackWithoutRunbook = defineRule<UnlinkedRollback>({
  meta: {
    name: 'rollback-without-runbook',
    summary: 'A deployment entry whose rollback names no runbook',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
    yieldsTo: ['missing-rollback', 'empty-rollback'],
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'DEP' || entry.deprecated !== null) continue;
      const rollback = entry.parts.find(({ role }) => role === 'rollback');
      // where no way back is needed, no runbook is
      if (rollback !== undefined && saysNone(runbook, rollback)) continue;
      if (namesPrefix(runbook, bodyOf(entry), 'RUN')) continue;
      const inline = rollback !== undefined && holdsSteps(runbook, rollback.content);
      const span = rollback?.nameSpan ?? nameSpanOf(entry);
      yield { span, entry, inline, severity: inline ? 'information' : 'warning' };
    }
  },
  message({ entry, inline }) {
    const message = inline
      ? `The rollback of ${entry.id.text} stands here only: an alert cannot lead to it. Consider a RUN entry with these steps, and name it here.`
      : `The rollback of ${entry.id.text} has neither steps nor a runbook: under pressure nobody knows how to begin. Name the RUN entry to follow, or write the steps down.`;
    return { message };
  },
});

function saysNone(runbook: Runbook, { content }: Part): boolean {
  return /^[-*+\s]*(?:n\/?a\b|none\b|not (?:applicable|needed|required|necessary)|no rollback|nothing)/i.test(
    wordsAt(runbook, content),
  );
}

/** Whether a stretch holds list items, code or steps that somebody can follow. */
function holdsSteps(runbook: Runbook, span: Span): boolean {
  const { procedures, fences } = runbook;
  const next = fences[firstFrom(fences, span.start, (fence) => fence.span.start)];
  if (next !== undefined && encloses(span, next.span)) return true;
  const procedure = procedures[firstFrom(procedures, span.start, (one) => one.span.start)];
  if (procedure !== undefined && encloses(span, procedure.span)) return true;
  return /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S|`[^`\r\n]+`/m.test(wordsAt(runbook, span));
}
