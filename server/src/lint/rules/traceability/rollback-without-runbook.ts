/** A deployment entry whose rollback names no runbook. */
import type { Entry, Part, Runbook } from '../../../model/runbook';
import { encloses, firstFrom, type Span } from '../../../text/span';
import { bodyOf, namesPrefix } from '../../../document/entries/entry-text';
import { nameSpanOf, wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface UnlinkedRollback extends Match {
  readonly entry: Entry;
  /** Whether the rollback steps are in the entry itself. */
  readonly inline: boolean;
}

const messages = new Messages({
  noRunbook:
    'The rollback of {id} has no steps and no runbook, so responders must improvise. Name a RUN entry, or write the steps.',
  inline:
    'The rollback of {id} has no runbook of its own, so alerts cannot link to it. Consider moving its steps to a RUN entry.',
});

export const rollbackWithoutRunbook = defineRule<UnlinkedRollback>({
  meta: {
    name: 'rollback-without-runbook',
    summary: 'A deployment entry whose rollback names no runbook',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
    absentFrom: 'part',
    yieldsTo: ['missing-rollback', 'empty-rollback'],
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'DEP' || entry.deprecated !== null) continue;
      const rollback = entry.parts.find(({ role }) => role === 'rollback');
      // where no rollback is needed, no runbook is
      if (rollback !== undefined && saysNone(runbook, rollback)) continue;
      if (namesPrefix(runbook, bodyOf(entry), 'RUN')) continue;
      const inline = rollback !== undefined && holdsSteps(runbook, rollback.content);
      const span = rollback?.nameSpan ?? nameSpanOf(entry);
      yield { span, entry, inline, severity: inline ? 'information' : 'warning' };
    }
  },
  message({ entry, inline }) {
    return messages.of(inline ? 'inline' : 'noRunbook', { id: entry.id.text });
  },
});

function saysNone(runbook: Runbook, { content }: Part): boolean {
  return /^[-*+\s]*(?:n\/?a\b|none\b|not (?:applicable|needed|required|necessary)|no rollback|nothing)/i.test(
    wordsAt(runbook, content),
  );
}

/** Whether a span holds list items, code or steps to follow. */
function holdsSteps(runbook: Runbook, span: Span): boolean {
  const { procedures, fences } = runbook;
  const next = fences[firstFrom(fences, span.start, (fence) => fence.span.start)];
  if (next !== undefined && encloses(span, next.span)) return true;
  const procedure = procedures[firstFrom(procedures, span.start, (one) => one.span.start)];
  if (procedure !== undefined && encloses(span, procedure.span)) return true;
  return /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S|`[^`\r\n]+`/m.test(wordsAt(runbook, span));
}
