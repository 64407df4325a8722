/** A playbook without phases. */
import { titleSpanOf } from '../../../document/document-title';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { partWords, phaseWords } from '../../../model/phase-words';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { findSection } from '../../../document/sections/section-lookup';

const counted = new RegExp(`^(?:${partWords})\\s+\\w{1,5}\\b`, 'i');
// a section Parts may list those of a machine
const around = new RegExp(`^(?:(?:execution |implementation )?(?:${phaseWords})|execution plan)$`);

const messages = new Messages({
  missing:
    'This playbook has no phases, so there is no safe point to stop and roll back. Add headings such as "### Phase 1: Prepare".',
});

export const missingPhases = defineRule<Match>({
  meta: {
    name: 'missing-phases',
    summary: 'A playbook without phases',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'document',
  },
  *find({ runbook }) {
    if (playbookPhases(runbook).length > 0) return;
    // bold lines are accepted as phases, though they are not checked further
    if (runbook.labels.some(({ name }) => counted.test(name))) return;
    yield {
      span: findSection(runbook, around)?.nameSpan ?? titleSpanOf(runbook),
    };
  },
  message: () => messages.of('missing'),
});
