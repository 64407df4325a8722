/** A playbook without a communication plan. */
import { insertDocumentSection } from '../../../authoring/document-section';
import { titleSpanOf } from '../../../document/document-title';
import { fixHere } from '../../shared/fix-here';
import { bulletOf } from '../../../authoring/insertion';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { holdsNoWords, passagesIn } from '../../../document/sections/section-lookup';

const messages = new Messages({
  missing:
    'This playbook has no communication plan, so affected teams get no notice. Add a "Communication Plan" section.',
});

export const missingCommunication = defineRule<Match>({
  meta: {
    name: 'missing-communication',
    summary: 'A playbook without a communication plan',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'document',
  },
  *find({ runbook }) {
    const whole = { start: 0, end: runbook.text.length };
    const plans = [
      ...passagesIn(
        runbook,
        /^(?!.*rollback)(?:.*\b)?(?:communications?|comms|notifications?|announcements?|who to tell)\b/,
        whole,
      ),
    ];
    if (!plans.some(({ content }) => !holdsNoWords(runbook, content)))
      yield { span: plans[0]?.nameSpan ?? titleSpanOf(runbook) };
  },
  message: () => messages.of('missing'),
  fixes({ span }, context) {
    const { runbook } = context;
    if (span.start !== titleSpanOf(runbook).start) return [];
    const bullet = `${bulletOf(runbook)} [ ]`;
    const lines = ['## Communication Plan', ''];
    for (const [name, hint] of [
      ['Before Execution', 'Who is notified beforehand, and where'],
      ['During Execution', 'Where progress is posted'],
      ['After Execution', 'Who gets the summary'],
    ] as const)
      lines.push(`### ${name}`, '', `${bullet} [${hint}]`, '');
    const edit = insertDocumentSection(
      runbook,
      lines.slice(0, -1),
      /^(?:metrics|post-execution|execution log|notes|appendix)/,
    );
    return [fixHere(context, context.say`Add a "Communication Plan" section`, [edit], false)];
  },
});
