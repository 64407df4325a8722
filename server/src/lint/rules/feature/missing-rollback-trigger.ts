/** A rollback without conditions for starting it. */
import { rollbackSection } from '../../../document/sections/release-sections';
import { documentRollback } from '../../../document/sections/rollback-plan';
import { titleSpanOf } from '../../../document/document-title';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { holdsNoWords, passagesIn } from '../../../document/sections/section-lookup';

const messages = new Messages({
  missing:
    'This runbook does not say when to roll back, so a rollback starts too late or never. List thresholds under "Rollback Triggers".',
});

export const missingRollbackTrigger = defineRule<Match>({
  meta: {
    name: 'missing-rollback-trigger',
    summary: 'A feature runbook that does not say when to roll back',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
    absentFrom: 'document',
    role: 'rollback',
    yieldsTo: ['missing-rollback', 'empty-rollback'],
  },
  *find({ runbook }) {
    const rollback = rollbackSection(runbook);
    // a rollback under an unknown name may have its triggers under any name
    if (rollback === null && documentRollback(runbook) !== undefined) return;
    const whole = { start: 0, end: runbook.text.length };
    const named = [
      ...passagesIn(
        runbook,
        /^(?:roll-?\s?back (?:triggers?|conditions?|criteria)|when to (?:roll ?back|revert)|triggers? for (?:a )?rollback)\b/,
        whole,
      ),
    ];
    const inside =
      rollback === null ? [] : passagesIn(runbook, /^(?:triggers?|trigger conditions|when)$/, rollback.span);
    const triggers = [...named, ...inside];
    if (triggers.some(({ content }) => !holdsNoWords(runbook, content))) return;
    const isWritten = rollback !== null && !holdsNoWords(runbook, rollback.content);
    const [first] = triggers;
    const place = isWritten ? first : undefined;
    yield { span: (place ?? rollback)?.nameSpan ?? titleSpanOf(runbook) };
  },
  message() {
    return messages.of('missing');
  },
});
