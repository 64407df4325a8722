/** A migration without data preservation. */
import { titleSpanOf } from '../../../document/document-title';
import { fixHere } from '../../shared/fix-here';
import { frontMatterField } from '../../../document/fields/front-matter-values';
import { bulletOf, endOfContent, insertBlockAfter } from '../../../authoring/insertion';
import { rollbackPlan } from '../../../document/sections/rollback-plan';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { holdsNoWords, passagesIn } from '../../../document/sections/section-lookup';

const messages = new Messages({
  missing:
    'This migration does not cover data preservation, so a rollback may lose new data. Add "Data Preservation" to the rollback plan.',
});

export const missingDataPreservation = defineRule<Match>({
  meta: {
    name: 'missing-data-preservation',
    summary: 'A migration without data preservation',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'document',
    yieldsTo: ['missing-rollback-plan', 'empty-rollback'],
  },
  *find({ runbook }) {
    if (!/\bmigration\b/i.test(frontMatterField(runbook, 'type')?.value ?? '')) return;
    const plan = rollbackPlan(runbook);
    const isWritten = plan !== null && !holdsNoWords(runbook, plan.content);
    const whole = { start: 0, end: runbook.text.length };
    const sections = [
      ...passagesIn(
        runbook,
        /\bdata (?:preservation|retention|safety|protection|backup|recovery)\b|^(?:preserving|preservation of) data|^(?:backups?(?: (?:&|and) (?:restores?|recovery))?|keeping (?:the )?data)$/,
        whole,
      ),
    ];
    if (sections.some(({ content }) => !holdsNoWords(runbook, content))) return;
    const named = isWritten ? sections[0] : undefined;
    yield { span: (named ?? plan)?.nameSpan ?? titleSpanOf(runbook) };
  },
  message: () => messages.of('missing'),
  fixes({ span }, context) {
    const { runbook } = context;
    const plan = rollbackPlan(runbook);
    if (
      plan?.from !== 'heading' ||
      plan.nameSpan.start !== span.start ||
      span.start === titleSpanOf(runbook).start
    )
      return [];
    const depth =
      runbook.headings.find(({ titleSpan }) => titleSpan.start === plan.nameSpan.start)?.depth ?? 2;
    const lines = [
      `${'#'.repeat(Math.min(6, depth + 1))} Data Preservation`,
      '',
      `${bulletOf(runbook)} [How data is kept or restored, and where its backups are]`,
    ];
    const end = endOfContent(runbook, plan.span);
    return [
      fixHere(
        context,
        context.say`Add "Data Preservation" to the rollback plan`,
        [insertBlockAfter(runbook, end, lines)],
        false,
      ),
    ];
  },
});
