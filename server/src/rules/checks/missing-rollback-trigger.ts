/** A rollback that nobody knows when to start (`domain.md` section 5, Feature runbook). */
import { rollbackSection } from '../release-sections';
import { defineRule, type Match } from '../rule';
import { holdsNoWords, passagesIn } from '../section-lookup';

export const missingRollbackTrigger = defineRule<Match>({
  meta: {
    name: 'missing-rollback-trigger',
    summary: 'A feature runbook that does not say when to roll back',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    source: 'section 5, Feature runbook',
  },
  *find({ runbook }) {
    const rollback = rollbackSection(runbook);
    // without a rollback, or with an empty one, that is what is missing
    if (rollback === null || holdsNoWords(runbook, rollback.content)) return;
    const whole = { start: 0, end: runbook.text.length };
    const named = [
      ...passagesIn(
        runbook,
        /^(?:roll-?\s?back (?:triggers?|conditions?|criteria)|when to (?:roll ?back|revert)|triggers? for (?:a )?rollback)\b/,
        whole,
      ),
    ];
    const inside = [...passagesIn(runbook, /^(?:triggers?|trigger conditions|when)$/, rollback.span)];
    const triggers = [...named, ...inside];
    if (triggers.some(({ content }) => !holdsNoWords(runbook, content))) return;
    yield { span: triggers[0]?.nameSpan ?? rollback.nameSpan };
  },
  word() {
    return {
      message:
        'The rollback does not say what triggers it, so it starts too late or not at all. List the conditions under "Rollback Triggers", with numbers.',
    };
  },
});
