/** A playbook without phases. */
import { titleSpanOf } from '../../../document/document-title';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { defineRule, type Match } from '../../rule';
import { findSection } from '../../../document/sections/section-lookup';

export const missingPhases = defineRule<Match>({
  meta: {
    name: 'missing-phases',
    summary: 'A playbook without phases',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    if (playbookPhases(runbook).length > 0) return;
    // phases in bold instead of headings are phases to people, though nothing else can be said of them
    if (runbook.labels.some(({ name }) => /^phase\s+\w{1,5}\b/i.test(name))) return;
    yield {
      span:
        findSection(runbook, /^(?:phases|execution phases|execution plan)$/)?.nameSpan ??
        titleSpanOf(runbook),
    };
  },
  message() {
    return {
      message:
        'This playbook has no phases, so there is no place to stop, check and turn back. Add headings such as "### Phase 1: Prepare", each with tasks, gate criteria and a rollback.',
    };
  },
});
